#ifndef NOBAT_GUARD_H
#define NOBAT_GUARD_H

#include <glpk.h>
#include <stdint.h>

// The one door from Swift to GLPK.
//
// GLPK ends the process when it is called wrongly. Here every call runs under a guard: setjmp before
// it, GLPK's error hook jumps back. Only C frames lie between the two, so nothing of Swift is ever
// jumped over. A jump leaves GLPK's memory in an unknown state, therefore the thread's environment
// is freed with it, and every problem of that thread is lost; the handles know it.
//
// Rows and columns are counted from 1, as in GLPK; arrays of them are handed over from element 0.

/// What a guarded call answers, besides GLPK's own return codes, which are 0 or positive.
enum {
  NOBAT_FAULT = -1,      ///< GLPK gave up; nobat_message() says why. The environment is gone.
  NOBAT_NESTED = -2,     ///< Refused: another guarded call of this thread is still under way.
  NOBAT_LOST = -3,       ///< Refused: the problem's environment is gone, or it is another thread's.
  NOBAT_CANCELLED = -4,  ///< Stopped by the caller's wish. The environment is gone.
};

/// A problem and the environment it lives in.
typedef struct nobat_problem nobat_problem;

/// Asks the caller whether to stop; non-zero stops. Must return: no error may leave it.
typedef int (*nobat_wish)(void *context);

/// Makes an empty problem, and the thread's environment if it has none yet.
int nobat_create(nobat_problem **made);

/// Frees the problem; with the thread's last one, also the environment. Never fails: a lost problem
/// went with its environment, and another thread's is left alone.
void nobat_delete(nobat_problem *problem);

/// GLPK's messages of this thread's last guarded call, the newest at the end.
const char *nobat_message(void);

/// How many problems of this thread live.
int nobat_problem_count(void);

// MARK: Building (problem.c)

/// Names the problem and sets the direction and the constant of its objective.
int nobat_set_objective(nobat_problem *problem, int direction, double constant);

/// Adds rows; entries of row k lie at starts[k] ..< starts[k + 1]. Names may be NULL.
int nobat_add_rows(
  nobat_problem *problem, int count, const double lower[], const double upper[],
  const int32_t starts[], const int32_t columns[], const double values[],
  const char *const names[]);

/// Adds columns; entries of column k lie at starts[k] ..< starts[k + 1]. Names may be NULL.
int nobat_add_columns(
  nobat_problem *problem, int count, const double lower[], const double upper[],
  const double costs[], const uint8_t integer[], const int32_t starts[], const int32_t rows[],
  const double values[], const char *const names[]);

int nobat_delete_rows(nobat_problem *problem, int count, const int32_t rows[]);
int nobat_delete_columns(nobat_problem *problem, int count, const int32_t columns[]);
int nobat_set_row_bounds(nobat_problem *problem, int row, double lower, double upper);
int nobat_set_column_bounds(nobat_problem *problem, int column, double lower, double upper);

/// Sets the costs of `count` columns from `first` on.
int nobat_set_costs(nobat_problem *problem, int first, int count, const double costs[]);

// MARK: Reading (problem.c)

/// The numbers that nobat_read() copies.
enum {
  NOBAT_COLUMN_PRIMAL, NOBAT_COLUMN_DUAL, NOBAT_ROW_PRIMAL, NOBAT_ROW_DUAL,
  NOBAT_COLUMN_INTERIOR, NOBAT_COLUMN_INTERIOR_DUAL, NOBAT_ROW_INTERIOR, NOBAT_ROW_INTERIOR_DUAL,
  NOBAT_COLUMN_INTEGER, NOBAT_ROW_INTEGER,
  NOBAT_COLUMN_LOWER, NOBAT_COLUMN_UPPER, NOBAT_ROW_LOWER, NOBAT_ROW_UPPER, NOBAT_COLUMN_COST,
};

typedef struct {
  int rows, columns, entries, integers, direction;
  double constant;
} nobat_size;

int nobat_measure(nobat_problem *problem, nobat_size *size);

/// Copies one number of every row or column.
int nobat_read(nobat_problem *problem, int what, double into[]);

/// Copies the basis: GLP_BS, GLP_NL, GLP_NU, GLP_NF or GLP_NS for every row or column.
int nobat_read_row_basis(nobat_problem *problem, uint8_t into[]);
int nobat_read_column_basis(nobat_problem *problem, uint8_t into[]);

/// Copies which columns are integer (1) or continuous (0).
int nobat_read_kinds(nobat_problem *problem, uint8_t into[]);

/// Copies the matrix by columns: `columns + 1` starts, `entries` row numbers (from 1) and values.
int nobat_read_matrix(nobat_problem *problem, int32_t starts[], int32_t rows[], double values[]);

/// The name of a row or column, or NULL.
int nobat_row_name(nobat_problem *problem, int row, const char **name);
int nobat_column_name(nobat_problem *problem, int column, const char **name);

/// The ranges of a row's or column's bound (non-basic) or cost (basic) in which the optimal basis
/// stays optimal, as lower and upper pairs of count rows + columns, rows first. Needs an optimal
/// basis. See glp_analyze_bound and glp_analyze_coef in the GLPK manual, section 4.5.
int nobat_read_ranges(nobat_problem *problem, double lower[], double upper[]);

// MARK: Solving (solve.c)

/// How a linear programme ended. The objective is meaningful when primal or dual is GLP_FEAS.
typedef struct {
  int code;        // what the solver returned: 0 or GLP_E...
  int status;      // GLP_OPT, GLP_FEAS, GLP_INFEAS, GLP_NOFEAS, GLP_UNBND or GLP_UNDEF
  int primal;      // status of the primal point
  int dual;        // status of the dual point
  int iterations;  // simplex steps of this call
  double objective;
} nobat_result;

/// The wish is asked for about every ten milliseconds.
int nobat_simplex(
  nobat_problem *problem, const glp_smcp *options, nobat_wish stop, void *context,
  nobat_result *result);
int nobat_exact(nobat_problem *problem, const glp_smcp *options, nobat_result *result);
int nobat_interior(
  nobat_problem *problem, const glp_iptcp *options, nobat_wish stop, void *context,
  nobat_result *result);

/// Builds a new starting basis, for when the old one is singular or not a basis at all.
int nobat_rebuild_basis(nobat_problem *problem);

/// Settings of branch and cut, in GLPK's values (see glp_iocp).
typedef struct {
  int branching, backtracking, tightening;
  int gomory, rounding_cuts, cover, clique;
  int rounding, pump;
  int presolve;
  int time_limit;  // milliseconds
  double gap;
} nobat_search_options;

/// What a listener sees in branch and cut.
typedef struct {
  int reason;      // GLP_ISELECT, GLP_IPREPRO, GLP_IROWGEN, GLP_IHEUR, GLP_ICUTGEN, ...
  int nodes;       // subproblems taken up so far
  int iterations;  // simplex steps so far
  double bound;    // no solution can be better; infinite before the first relaxation
  int has_incumbent;
  double incumbent;  // its objective
  int improved;      // the incumbent is new
  int refused;       // the last offer broke a bound, a row or wholeness
  int columns;
} nobat_moment;

/// A running search, for the listener's answers. GLPK is called only after the listener has
/// returned, so a fault never jumps over it.
typedef struct nobat_search_state nobat_search_state;

/// Sees a moment; non-zero ends the search. No error may leave it.
typedef int (*nobat_listener)(
  void *context, nobat_search_state *search, const nobat_moment *moment);

/// The values that this moment shows, a number for each column: at GLP_IROWGEN the relaxation's,
/// else those of a new incumbent, else (or if the search presolves) NULL.
const double *nobat_shown(const nobat_search_state *search);

/// Answers a moment with a solution, a value for each column; copied.
void nobat_offer(nobat_search_state *search, const double values[]);

/// Answers a moment of reason GLP_IROWGEN with rows, laid out as for nobat_add_rows(); copied.
/// Non-zero if there is no memory.
int nobat_demand(
  nobat_search_state *search, int count, const double lower[], const double upper[],
  const int32_t starts[], const int32_t columns[], const double values[]);

/// Branch and cut. Without presolving, the problem must hold an optimal relaxation. The result's
/// objective is the best solution's if its primal status is GLP_FEAS.
int nobat_search(
  nobat_problem *problem, const nobat_search_options *options, nobat_listener listener,
  void *context, nobat_result *result);

// MARK: Files (files.c)

/// File formats.
enum { NOBAT_LP, NOBAT_MPS_FIXED, NOBAT_MPS_FREE };

/// Non-zero result: the file could not be read or written; nobat_message() says why and where.
int nobat_read_file(nobat_problem *problem, int format, const char *path);
int nobat_write_file(nobat_problem *problem, int format, const char *path);
int nobat_read_mathprog(nobat_problem *problem, const char *model, const char *data, int seed);

#endif
