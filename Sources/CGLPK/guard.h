#ifndef GUARD_H
#define GUARD_H

#include <setjmp.h>
#include <stddef.h>

#include "nobat_guard.h"

struct nobat_problem {
  glp_prob *P;
  uint64_t environment;  // as numbered by guard.c; 0 is none
};

/// GLPK's type of bounds: infinite ones are none, equal ones fix.
int bounds_type(double lower, double upper);

/// Bounds as Swift sees them, infinite where there is none (GLPK says ±DBL_MAX).
double column_lower(glp_prob *P, int j);
double column_upper(glp_prob *P, int j);
double row_lower(glp_prob *P, int i);
double row_upper(glp_prob *P, int i);

/// Opens the guard for a call on the problem: 0, NOBAT_NESTED or NOBAT_LOST.
int guard_enter(const nobat_problem *problem, jmp_buf *back);

/// Lets the guarded call be stopped by a wish.
void guard_ask(nobat_wish stop, void *context);

/// Closes the guard after a call that came back by itself.
void guard_leave(void);

/// Closes the guard after a jump: frees the environment, and answers what to return.
int guard_fallen(int jump);

/// Runs the statements on the problem under the guard; on a fault returns from the function. The
/// function must not hold memory of its own meanwhile.
#define GUARDED(problem, statements)                   \
  do {                                                 \
    jmp_buf back;                                      \
    int refusal = guard_enter((problem), &back);       \
    if (refusal != 0) return refusal;                  \
    int jump = setjmp(back);                           \
    if (jump != 0) return guard_fallen(jump);          \
    statements;                                        \
    guard_leave();                                     \
  } while (0)

#endif
