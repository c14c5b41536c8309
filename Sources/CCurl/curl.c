#include "nobat_curl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The numbers of curl.h that are used here.
enum {
  OPTION_CAINFO = 10065,
  OPTION_CONNECTTIMEOUT_MS = 156,
  OPTION_CUSTOMREQUEST = 10036,
  OPTION_HEADERDATA = 10029,
  OPTION_HEADERFUNCTION = 20079,
  OPTION_HTTP09_ALLOWED = 285,
  OPTION_HTTPAUTH = 107,
  OPTION_HTTPHEADER = 10023,
  OPTION_NOSIGNAL = 99,
  OPTION_PASSWORD = 10174,
  OPTION_POSTFIELDS = 10015,
  OPTION_POSTFIELDSIZE = 60,
  OPTION_PROTOCOLS = 181,
  OPTION_PROXY = 10004,
  OPTION_TIMEOUT_MS = 155,
  OPTION_URL = 10002,
  OPTION_USERNAME = 10173,
  OPTION_WRITEDATA = 10001,
  OPTION_WRITEFUNCTION = 20011,
  INFO_RESPONSE_CODE = 0x200000 + 2,
  AUTH_BASIC = 1,
  AUTH_DIGEST = 2,
  PROTOCOLS_HTTP_AND_HTTPS = 1 | 2,
  GLOBAL_DEFAULT = 3,
};

/// The functions of the library, all of them there or none.
static struct {
  int is_there;
  int (*global_init)(long flags);
  void *(*easy_init)(void);
  void (*easy_reset)(void *handle);
  int (*easy_setopt)(void *handle, int option, ...);
  int (*easy_perform)(void *handle);
  int (*easy_getinfo)(void *handle, int info, ...);
  void (*easy_cleanup)(void *handle);
  const char *(*easy_strerror)(int code);
  void *(*slist_append)(void *list, const char *line);
  void (*slist_free_all)(void *list);
} curl;

static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void *open_library(void) {
  static const char *const names[] = {
    "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.4.dylib",
  };
  for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
    void *library = dlopen(names[k], RTLD_NOW | RTLD_LOCAL);
    if (library != NULL) return library;
  }
  return NULL;
}

static void load(void) {
  void *library = open_library();
  if (library == NULL) return;
  const struct {
    const char *name;
    void *place;
  } wanted[] = {
    {"curl_global_init", &curl.global_init},   {"curl_easy_init", &curl.easy_init},
    {"curl_easy_reset", &curl.easy_reset},     {"curl_easy_setopt", &curl.easy_setopt},
    {"curl_easy_perform", &curl.easy_perform}, {"curl_easy_getinfo", &curl.easy_getinfo},
    {"curl_easy_cleanup", &curl.easy_cleanup}, {"curl_easy_strerror", &curl.easy_strerror},
    {"curl_slist_append", &curl.slist_append}, {"curl_slist_free_all", &curl.slist_free_all},
  };
  for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) {
    void *function = dlsym(library, wanted[k].name);
    if (function == NULL) return;
    // POSIX has function and object pointers of one size.
    memcpy(wanted[k].place, &function, sizeof function);
  }
  curl.is_there = curl.global_init(GLOBAL_DEFAULT) == 0;
}

int nobat_curl_is_there(void) {
  pthread_once(&loading, load);
  return curl.is_there;
}

/// Bytes that grow up to a limit.
typedef struct {
  char *bytes;
  size_t length, room, limit;
  int fault;
} text;

struct nobat_connection {
  void *handle;
  text head, body;
};

/// Answers 0 where the text is full or there is no memory.
static int append(text *text, const char *bytes, size_t length) {
  if (length > text->limit - text->length) {
    text->fault = NOBAT_CURL_TOO_LONG;
    return 0;
  }
  size_t needed = text->length + length;
  if (needed > text->room) {
    size_t room = needed < 4096 ? 8192 : 2 * needed;
    char *grown = realloc(text->bytes, room);
    if (grown == NULL) {
      text->fault = NOBAT_CURL_NO_MEMORY;
      return 0;
    }
    text->bytes = grown;
    text->room = room;
  }
  if (length > 0) memcpy(text->bytes + text->length, bytes, length);
  text->length = needed;
  return 1;
}

static size_t hear_body(char *bytes, size_t size, size_t count, void *context) {
  nobat_connection *connection = context;
  return append(&connection->body, bytes, size * count) ? size * count : 0;
}

static size_t hear_head(char *bytes, size_t size, size_t count, void *context) {
  nobat_connection *connection = context;
  size_t length = size * count;
  // An answer may follow others (100, a challenge); the last one counts.
  if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) connection->head.length = 0;
  return append(&connection->head, bytes, length) ? length : 0;
}

nobat_connection *nobat_connection_open(void) {
  if (!nobat_curl_is_there()) return NULL;
  nobat_connection *connection = calloc(1, sizeof *connection);
  if (connection == NULL) return NULL;
  connection->handle = curl.easy_init();
  if (connection->handle == NULL) {
    free(connection);
    return NULL;
  }
  return connection;
}

void nobat_connection_close(nobat_connection *connection) {
  curl.easy_cleanup(connection->handle);
  free(connection->head.bytes);
  free(connection->body.bytes);
  free(connection);
}

static void *list_of(const char *const *fields) {
  void *list = NULL;
  for (; *fields != NULL; fields++) {
    void *longer = curl.slist_append(list, *fields);
    if (longer == NULL) {
      curl.slist_free_all(list);
      return NULL;
    }
    list = longer;
  }
  return list;
}

int nobat_exchange(
  nobat_connection *connection, const nobat_request *request, nobat_answer *answer) {
  void *handle = connection->handle;
  *answer = (nobat_answer){0};
  connection->head.length = connection->body.length = 0;
  connection->head.fault = connection->body.fault = 0;
  connection->head.limit = connection->body.limit = request->limit;
  void *fields = list_of(request->fields);
  if (fields == NULL) return NOBAT_CURL_NO_MEMORY;

  // Forgets the options of the request before, and keeps the connection.
  curl.easy_reset(handle);
  // With several threads no signal may be used for timeouts; the caller keeps SIGPIPE off.
  curl.easy_setopt(handle, OPTION_NOSIGNAL, 1L);
  curl.easy_setopt(handle, OPTION_HEADERFUNCTION, hear_head);
  curl.easy_setopt(handle, OPTION_HEADERDATA, (void *)connection);
  curl.easy_setopt(handle, OPTION_WRITEFUNCTION, hear_body);
  curl.easy_setopt(handle, OPTION_WRITEDATA, (void *)connection);
  curl.easy_setopt(handle, OPTION_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  curl.easy_setopt(handle, OPTION_TIMEOUT_MS, request->total_milliseconds);
  // Older libraries do not know this option and allow such answers; Swift refuses them, as they have
  // no status.
  curl.easy_setopt(handle, OPTION_HTTP09_ALLOWED, 0L);
  if (request->direct) curl.easy_setopt(handle, OPTION_PROXY, "");

  // What must be as wished, or nothing is sent.
  int fault = curl.easy_setopt(handle, OPTION_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS);
  if (fault == 0) fault = curl.easy_setopt(handle, OPTION_URL, request->url);
  if (fault == 0) fault = curl.easy_setopt(handle, OPTION_CUSTOMREQUEST, request->method);
  if (fault == 0) fault = curl.easy_setopt(handle, OPTION_HTTPHEADER, fields);
  if (fault == 0 && request->body != NULL) {
    fault = curl.easy_setopt(handle, OPTION_POSTFIELDSIZE, (long)request->body_length);
    if (fault == 0) fault = curl.easy_setopt(handle, OPTION_POSTFIELDS, request->body);
  }
  if (fault == 0 && request->user != NULL) {
    long scheme = request->digest ? AUTH_DIGEST : AUTH_BASIC;
    fault = curl.easy_setopt(handle, OPTION_HTTPAUTH, scheme);
    if (fault == 0) fault = curl.easy_setopt(handle, OPTION_USERNAME, request->user);
    if (fault == 0) fault = curl.easy_setopt(handle, OPTION_PASSWORD, request->password);
  }
  if (fault == 0 && request->authorities != NULL) {
    fault = curl.easy_setopt(handle, OPTION_CAINFO, request->authorities);
  }
  if (fault == 0) fault = curl.easy_perform(handle);
  curl.slist_free_all(fields);

  if (connection->head.fault != 0) return connection->head.fault;
  if (connection->body.fault != 0) return connection->body.fault;
  if (fault != 0) return fault;
  curl.easy_getinfo(handle, INFO_RESPONSE_CODE, &answer->status);
  answer->head = connection->head.bytes;
  answer->head_length = connection->head.length;
  answer->body = connection->body.bytes;
  answer->body_length = connection->body.length;
  return 0;
}

const char *nobat_curl_words(int code) {
  return nobat_curl_is_there() ? curl.easy_strerror(code) : "libcurl is not there";
}
