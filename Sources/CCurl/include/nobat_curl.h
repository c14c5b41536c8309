/// The one door from Swift to libcurl: a request to a web server and its answer.
///
/// The library is loaded when the first connection is opened, and not before: it brings some forty
/// others with it, which would more than double the time in which the program starts, for all that never
/// speak to a server. Nothing of it is needed to build.
///
/// Needed are only functions and numbers that are in every libcurl since 7.19.1 of 2008 under the same
/// name of the library, libcurl.so.4, which promises to keep them.

#ifndef NOBAT_CURL_H
#define NOBAT_CURL_H

#include <stddef.h>

/// What an exchange answers besides libcurl's own codes, which are 0 (all is well) or positive.
enum {
  NOBAT_CURL_TOO_LONG = -1,  ///< The answer is longer than the request allows.
  NOBAT_CURL_NO_MEMORY = -2,
};

/// A connection that is kept open from one exchange to the next. It belongs to one thread at a time.
typedef struct nobat_connection nobat_connection;

typedef struct {
  const char *_Nonnull method;
  const char *_Nonnull url;
  /// Header lines without their ends; NULL is the end of the list.
  const char *_Nullable const *_Nonnull fields;
  /// NULL for none.
  const void *_Nullable body;
  size_t body_length;
  /// Both or neither.
  const char *_Nullable user;
  const char *_Nullable password;
  /// Answer the server's challenge (RFC 7616) rather than show the password (RFC 7617).
  int digest;
  /// Use no proxy, whatever the environment names.
  int direct;
  /// A file of certificates to trust in place of the system's, or NULL.
  const char *_Nullable authorities;
  long connect_milliseconds;
  /// For the exchange as a whole.
  long total_milliseconds;
  /// The most bytes of the answer's head, and of its body.
  size_t limit;
} nobat_request;

/// The connection owns the bytes until its next exchange.
typedef struct {
  long status;
  const char *_Nullable head;
  size_t head_length;
  const char *_Nullable body;
  size_t body_length;
} nobat_answer;

/// Whether the library is on this machine. Safe on any thread.
int nobat_curl_is_there(void);

/// NULL where there is no library or no memory.
nobat_connection *_Nullable nobat_connection_open(void);

void nobat_connection_close(nobat_connection *_Nonnull connection);

/// Sends the request and waits for the answer: 0, a code of libcurl or one of the above.
///
/// Redirections are answers like any other. Certificates are checked.
int nobat_exchange(
  nobat_connection *_Nonnull connection, const nobat_request *_Nonnull request,
  nobat_answer *_Nonnull answer);

/// What a code of libcurl means, in its own words.
const char *_Nonnull nobat_curl_words(int code);

#endif
