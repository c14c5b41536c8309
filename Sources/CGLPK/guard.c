#include "guard.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { JUMP_FAULT = 1, JUMP_CANCELLED = 2 };

/// Numbers environments, so that a problem knows whether its own still stands.
static _Atomic uint64_t environments = 0;

/// What a thread knows of its GLPK.
static _Thread_local struct {
  uint64_t environment;  // its number, 0 while there is none
  int ours;              // made here, so freed here; a foreign one is left as it was found
  int problems;          // living problems in it
  jmp_buf *back;         // where a fault jumps to while a guarded call is under way
  nobat_wish stop;
  void *context;
  size_t length;
  char message[4096];
} here;

/// Keeps the newest messages, and lets a long computation be stopped: GLPK reports its progress
/// through this hook, which is the only thing that it calls in the middle of a simplex. Non-zero
/// keeps the text from the terminal.
static int hear(void *info, const char *text) {
  (void)info;
  size_t added = strlen(text), room = sizeof here.message - 1;
  if (added > room) {
    text += added - room;
    added = room;
  }
  if (here.length + added > room) {
    size_t dropped = here.length + added - room;
    memmove(here.message, here.message + dropped, here.length - dropped);
    here.length -= dropped;
  }
  memcpy(here.message + here.length, text, added + 1);
  here.length += added;

  if (here.back != NULL && here.stop != NULL && here.stop(here.context)) {
    longjmp(*here.back, JUMP_CANCELLED);
  }
  return 1;
}

/// GLPK calls this where it would otherwise abort the process.
static void fall(void *info) {
  (void)info;
  if (here.back != NULL) longjmp(*here.back, JUMP_FAULT);
}

static void open_environment(void) {
  if (here.environment != 0) return;
  here.ours = glp_init_env() == 0;
  here.environment = atomic_fetch_add(&environments, 1) + 1;
  here.problems = 0;
  glp_term_out(GLP_ON);  // or a fault's message would not reach the hook
  glp_term_hook(hear, NULL);
  glp_error_hook(fall, NULL);
}

static void close_environment(void) {
  if (here.ours) {
    glp_free_env();
  } else {
    glp_term_hook(NULL, NULL);
    glp_error_hook(NULL, NULL);
  }
  here.environment = 0;
  here.problems = 0;
}

int guard_enter(const nobat_problem *problem, jmp_buf *back) {
  if (here.back != NULL) return NOBAT_NESTED;
  if (problem->environment != here.environment) return NOBAT_LOST;
  here.back = back;
  here.stop = NULL;
  here.length = 0;
  here.message[0] = 0;
  return 0;
}

void guard_ask(nobat_wish stop, void *context) {
  here.stop = stop;
  here.context = context;
}

void guard_leave(void) {
  here.back = NULL;
  here.stop = NULL;
}

int guard_fallen(int jump) {
  guard_leave();
  glp_free_env();  // even a foreign one: GLPK's manual calls its state undefined
  here.environment = 0;
  here.problems = 0;
  return jump == JUMP_CANCELLED ? NOBAT_CANCELLED : NOBAT_FAULT;
}

int nobat_create(nobat_problem **made) {
  *made = NULL;
  if (here.back != NULL) return NOBAT_NESTED;
  nobat_problem *problem = malloc(sizeof *problem);
  if (problem == NULL) return NOBAT_FAULT;
  open_environment();
  problem->environment = here.environment;
  here.problems++;
  *made = problem;
  GUARDED(problem, problem->P = glp_create_prob());
  return 0;
}

void nobat_delete(nobat_problem *problem) {
  if (problem == NULL) return;
  if (problem->environment == here.environment && here.back == NULL) {
    glp_delete_prob(problem->P);
    here.problems--;
    if (here.problems == 0) close_environment();
  }
  free(problem);
}

const char *nobat_message(void) { return here.message; }

int nobat_problem_count(void) { return here.problems; }
