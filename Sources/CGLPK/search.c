#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guard.h"

/// Rows in one block of memory, laid out as for nobat_add_rows().
typedef struct {
  int count;
  double *lower, *upper, *values;
  int32_t *starts, *columns;
  void *block;
} row_batch;

/// A running search. Its memory is its own, not GLPK's, and outlives a fault.
struct nobat_search_state {
  nobat_listener listener;
  void *context;
  int rows, columns;      // of the problem as it was handed in
  int presolved;          // the tree's columns are others than the caller's
  int nodes;
  int known;              // an incumbent has been seen
  double incumbent;
  double root;            // the relaxation's objective, a bound before there is a tree
  double *lower, *upper;  // rows then columns, each from 1, as handed in
  double *values;         // what the listener sees, or what GLPK is given; columns from 1
  int shows;              // the values are there to be seen
  double *offer;          // the listener's answer, columns from 1
  int offered, refused;
  row_batch demanded;
  int *numbers;           // scratch for a row's columns
  double *coefficients;   // scratch for a row's coefficients
};

typedef nobat_search_state search_state;

// MARK: Answers

const double *nobat_shown(const nobat_search_state *state) {
  return state->shows ? state->values + 1 : NULL;
}

void nobat_offer(nobat_search_state *state, const double values[]) {
  memcpy(state->offer + 1, values, (size_t)state->columns * sizeof *values);
  state->offered = 1;
}

int nobat_demand(
  nobat_search_state *state, int count, const double lower[], const double upper[],
  const int32_t starts[], const int32_t columns[], const double values[]) {
  size_t n = (size_t)count, entries = (size_t)starts[count];
  size_t doubles = 2 * n + entries, whole = n + 1 + entries;
  free(state->demanded.block);
  state->demanded = (row_batch){0};
  double *block = malloc(doubles * sizeof *block + whole * sizeof(int32_t));
  if (block == NULL) return NOBAT_FAULT;
  int32_t *numbers = (int32_t *)(block + doubles);
  state->demanded = (row_batch){
    .count = count, .lower = block, .upper = block + n, .values = block + 2 * n,
    .starts = numbers, .columns = numbers + n + 1, .block = block};
  memcpy(state->demanded.lower, lower, n * sizeof *lower);
  memcpy(state->demanded.upper, upper, n * sizeof *upper);
  memcpy(state->demanded.values, values, entries * sizeof *values);
  memcpy(state->demanded.starts, starts, (n + 1) * sizeof *starts);
  memcpy(state->demanded.columns, columns, entries * sizeof *columns);
  return 0;
}

static void add_rows(glp_prob *P, const row_batch *rows) {
  int first = glp_add_rows(P, rows->count);
  for (int k = 0; k < rows->count; k++) {
    double lower = rows->lower[k];
    double upper = rows->upper[k];
    int start = rows->starts[k];
    glp_set_row_bnds(P, first + k, bounds_type(lower, upper), lower, upper);
    glp_set_mat_row(
      P, first + k, rows->starts[k + 1] - start, rows->columns + start - 1,
      rows->values + start - 1);
  }
}

/// How far an offered solution may miss a bound, relative to it: the simplex's own tolerance is
/// 1e-7, this leaves room for one rounding by the caller.
static const double slack = 1e-6;

static int within(double value, double lower, double upper) {
  return value >= lower - slack * (1 + fabs(lower)) && value <= upper + slack * (1 + fabs(upper));
}

/// Copies the offer into the values, integers made whole, and checks it against the problem as
/// handed in: glp_ios_heur_sol would take anything.
static int acceptable(search_state *state, glp_prob *P) {
  double *x = state->values;
  for (int j = 1; j <= state->columns; j++) {
    x[j] = state->offer[j];
    if (glp_get_col_kind(P, j) != GLP_CV) {
      double whole = floor(x[j] + 0.5);
      if (!(fabs(x[j] - whole) <= slack)) return 0;
      x[j] = whole;
    }
    if (!within(x[j], state->lower[state->rows + j], state->upper[state->rows + j])) return 0;
  }
  for (int i = 1; i <= state->rows; i++) {
    int length = glp_get_mat_row(P, i, state->numbers, state->coefficients);
    double activity = 0;
    for (int k = 1; k <= length; k++) activity += state->coefficients[k] * x[state->numbers[k]];
    if (!within(activity, state->lower[i], state->upper[i])) return 0;
  }
  return 1;
}

// MARK: Moments

/// What no solution can beat: the best bound of an open node, or the incumbent when none is better.
static double bound_of(glp_tree *T, glp_prob *P, const search_state *state) {
  int minimizing = glp_get_obj_dir(P) == GLP_MIN;
  int best = glp_ios_best_node(T);
  double bound = state->root;
  if (best != 0) {
    double node = glp_ios_node_bound(T, best);
    if (fabs(node) < DBL_MAX) bound = node;
  } else if (state->known) {
    bound = state->incumbent;
  }
  if (state->known) {
    bound = minimizing ? fmin(bound, state->incumbent) : fmax(bound, state->incumbent);
  }
  return bound;
}

/// Copies the values that this moment shows.
static void show_values(const nobat_moment *moment, glp_prob *P, search_state *state) {
  double *x = state->values;
  int relaxed = moment->reason == GLP_IROWGEN;
  state->shows = !state->presolved && (relaxed || moment->improved);
  if (!state->shows) return;
  for (int j = 1; j <= state->columns; j++) {
    x[j] = relaxed ? glp_get_col_prim(P, j) : glp_mip_col_val(P, j);
  }
}

/// Sees every event of the tree. GLP_IBINGO does not fire for what GLPK's own rounding finds, so
/// the incumbent is looked at each time, except at GLP_IROWGEN, which shows the relaxation.
static void attend(glp_tree *T, void *info) {
  search_state *state = info;
  glp_prob *P = glp_ios_get_prob(T);
  nobat_moment moment = {.reason = glp_ios_reason(T)};
  if (moment.reason == GLP_ISELECT) state->nodes++;

  if (moment.reason != GLP_IROWGEN && glp_mip_status(P) == GLP_FEAS) {
    double objective = glp_mip_obj_val(P);
    moment.improved = !state->known || objective != state->incumbent;
    state->known = 1;
    state->incumbent = objective;
  }
  moment.nodes = state->nodes;
  moment.iterations = glp_get_it_cnt(P);
  moment.has_incumbent = state->known;
  moment.incumbent = state->incumbent;
  moment.bound = bound_of(T, P, state);
  moment.columns = state->columns;
  moment.refused = state->refused;
  show_values(&moment, P, state);
  state->offered = 0;
  state->demanded.count = 0;

  if (state->listener(state->context, state, &moment)) {
    glp_ios_terminate(T);
    return;
  }
  if (state->presolved) return;
  if (moment.reason == GLP_IROWGEN && state->demanded.count > 0) add_rows(P, &state->demanded);
  if (!state->offered) return;
  state->refused = !acceptable(state, P);
  if (!state->refused) glp_ios_heur_sol(T, state->values);
}

// MARK: Running

static int run(
  nobat_problem *problem, const nobat_search_options *options, search_state *state,
  nobat_result *result) {
  glp_iocp settings;
  GUARDED(problem, {
    glp_prob *P = problem->P;
    glp_init_iocp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    settings.br_tech = options->branching;
    settings.bt_tech = options->backtracking;
    settings.pp_tech = options->tightening;
    settings.gmi_cuts = options->gomory;
    settings.mir_cuts = options->rounding_cuts;
    settings.cov_cuts = options->cover;
    settings.clq_cuts = options->clique;
    settings.sr_heur = options->rounding;
    settings.fp_heur = options->pump;
    settings.presolve = options->presolve;
    settings.tm_lim = options->time_limit;
    settings.mip_gap = options->gap;
    settings.cb_func = attend;
    settings.cb_info = state;
    state->root = glp_get_status(P) == GLP_OPT ? glp_get_obj_val(P)
                  : glp_get_obj_dir(P) == GLP_MIN ? -INFINITY
                                                  : INFINITY;
    for (int i = 1; i <= state->rows; i++) {
      state->lower[i] = row_lower(P, i);
      state->upper[i] = row_upper(P, i);
    }
    for (int j = 1; j <= state->columns; j++) {
      state->lower[state->rows + j] = column_lower(P, j);
      state->upper[state->rows + j] = column_upper(P, j);
    }
    int before = glp_get_it_cnt(P);
    result->code = glp_intopt(P, &settings);
    result->iterations = glp_get_it_cnt(P) - before;
    result->status = glp_mip_status(P);
    result->primal = result->status == GLP_OPT ? GLP_FEAS : result->status;
    result->dual = GLP_UNDEF;
    result->objective = glp_mip_obj_val(P);
  });
  return 0;
}

int nobat_search(
  nobat_problem *problem, const nobat_search_options *options, nobat_listener listener,
  void *context, nobat_result *result) {
  nobat_size size = {0};
  int refusal = nobat_measure(problem, &size);
  if (refusal != 0) return refusal;

  size_t all = (size_t)size.rows + (size_t)size.columns + 1, wide = (size_t)size.columns + 1;
  double *memory = malloc((2 * all + 3 * wide) * sizeof *memory);
  int *numbers = malloc(wide * sizeof *numbers);
  int answer = NOBAT_FAULT;
  if (memory != NULL && numbers != NULL) {
    search_state state = {
      .listener = listener,
      .context = context,
      .rows = size.rows,
      .columns = size.columns,
      .presolved = options->presolve == GLP_ON,
      .lower = memory,
      .upper = memory + all,
      .values = memory + 2 * all,
      .offer = memory + 2 * all + wide,
      .coefficients = memory + 2 * all + 2 * wide,
      .numbers = numbers,
    };
    answer = run(problem, options, &state, result);
    free(state.demanded.block);
  }
  free(memory);
  free(numbers);
  return answer;
}
