#include <math.h>

#include "guard.h"

int bounds_type(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

double column_lower(glp_prob *P, int j) {
  int type = glp_get_col_type(P, j);
  return type == GLP_FR || type == GLP_UP ? -INFINITY : glp_get_col_lb(P, j);
}

double column_upper(glp_prob *P, int j) {
  int type = glp_get_col_type(P, j);
  return type == GLP_FR || type == GLP_LO ? INFINITY : glp_get_col_ub(P, j);
}

double row_lower(glp_prob *P, int i) {
  int type = glp_get_row_type(P, i);
  return type == GLP_FR || type == GLP_UP ? -INFINITY : glp_get_row_lb(P, i);
}

double row_upper(glp_prob *P, int i) {
  int type = glp_get_row_type(P, i);
  return type == GLP_FR || type == GLP_LO ? INFINITY : glp_get_row_ub(P, i);
}

int nobat_set_objective(nobat_problem *problem, int direction, double constant) {
  GUARDED(problem, {
    glp_set_obj_dir(problem->P, direction);
    glp_set_obj_coef(problem->P, 0, constant);
  });
  return 0;
}

// GLPK reads elements 1...n of an array and never element 0: a slice is handed over as the address
// one before it.

int nobat_add_rows(
  nobat_problem *problem, int count, const double lower[], const double upper[],
  const int32_t starts[], const int32_t columns[], const double values[],
  const char *const names[]) {
  if (count == 0) return 0;
  GUARDED(problem, {
    int first = glp_add_rows(problem->P, count);
    for (int k = 0; k < count; k++) {
      int i = first + k;
      glp_set_row_bnds(problem->P, i, bounds_type(lower[k], upper[k]), lower[k], upper[k]);
      if (names != NULL && names[k] != NULL) glp_set_row_name(problem->P, i, names[k]);
      int length = starts[k + 1] - starts[k];
      if (length > 0) {
        glp_set_mat_row(problem->P, i, length, columns + starts[k] - 1, values + starts[k] - 1);
      }
    }
  });
  return 0;
}

int nobat_add_columns(
  nobat_problem *problem, int count, const double lower[], const double upper[],
  const double costs[], const uint8_t integer[], const int32_t starts[], const int32_t rows[],
  const double values[], const char *const names[]) {
  if (count == 0) return 0;
  GUARDED(problem, {
    int first = glp_add_cols(problem->P, count);
    for (int k = 0; k < count; k++) {
      int j = first + k;
      glp_set_col_bnds(problem->P, j, bounds_type(lower[k], upper[k]), lower[k], upper[k]);
      glp_set_obj_coef(problem->P, j, costs[k]);
      if (integer[k]) glp_set_col_kind(problem->P, j, GLP_IV);
      if (names != NULL && names[k] != NULL) glp_set_col_name(problem->P, j, names[k]);
      int length = starts[k + 1] - starts[k];
      if (length > 0) {
        glp_set_mat_col(problem->P, j, length, rows + starts[k] - 1, values + starts[k] - 1);
      }
    }
  });
  return 0;
}

int nobat_delete_rows(nobat_problem *problem, int count, const int32_t rows[]) {
  if (count == 0) return 0;
  GUARDED(problem, glp_del_rows(problem->P, count, rows - 1));
  return 0;
}

int nobat_delete_columns(nobat_problem *problem, int count, const int32_t columns[]) {
  if (count == 0) return 0;
  GUARDED(problem, glp_del_cols(problem->P, count, columns - 1));
  return 0;
}

int nobat_set_row_bounds(nobat_problem *problem, int row, double lower, double upper) {
  GUARDED(problem, glp_set_row_bnds(problem->P, row, bounds_type(lower, upper), lower, upper));
  return 0;
}

int nobat_set_column_bounds(nobat_problem *problem, int column, double lower, double upper) {
  GUARDED(problem, glp_set_col_bnds(problem->P, column, bounds_type(lower, upper), lower, upper));
  return 0;
}

int nobat_set_costs(nobat_problem *problem, int first, int count, const double costs[]) {
  GUARDED(problem, {
    for (int k = 0; k < count; k++) glp_set_obj_coef(problem->P, first + k, costs[k]);
  });
  return 0;
}

int nobat_measure(nobat_problem *problem, nobat_size *size) {
  GUARDED(problem, {
    size->rows = glp_get_num_rows(problem->P);
    size->columns = glp_get_num_cols(problem->P);
    size->entries = glp_get_num_nz(problem->P);
    size->integers = glp_get_num_int(problem->P);
    size->direction = glp_get_obj_dir(problem->P);
    size->constant = glp_get_obj_coef(problem->P, 0);
  });
  return 0;
}

typedef double (*getter)(glp_prob *P, int k);

static const struct {
  getter get;
  int of_rows;
} numbers[] = {
  [NOBAT_COLUMN_PRIMAL] = {glp_get_col_prim, 0},
  [NOBAT_COLUMN_DUAL] = {glp_get_col_dual, 0},
  [NOBAT_ROW_PRIMAL] = {glp_get_row_prim, 1},
  [NOBAT_ROW_DUAL] = {glp_get_row_dual, 1},
  [NOBAT_COLUMN_INTERIOR] = {glp_ipt_col_prim, 0},
  [NOBAT_COLUMN_INTERIOR_DUAL] = {glp_ipt_col_dual, 0},
  [NOBAT_ROW_INTERIOR] = {glp_ipt_row_prim, 1},
  [NOBAT_ROW_INTERIOR_DUAL] = {glp_ipt_row_dual, 1},
  [NOBAT_COLUMN_INTEGER] = {glp_mip_col_val, 0},
  [NOBAT_ROW_INTEGER] = {glp_mip_row_val, 1},
  [NOBAT_COLUMN_LOWER] = {column_lower, 0},
  [NOBAT_COLUMN_UPPER] = {column_upper, 0},
  [NOBAT_ROW_LOWER] = {row_lower, 1},
  [NOBAT_ROW_UPPER] = {row_upper, 1},
  [NOBAT_COLUMN_COST] = {glp_get_obj_coef, 0},
};

int nobat_read(nobat_problem *problem, int what, double into[]) {
  getter get = numbers[what].get;
  GUARDED(problem, {
    glp_prob *P = problem->P;
    int count = numbers[what].of_rows ? glp_get_num_rows(P) : glp_get_num_cols(P);
    for (int k = 1; k <= count; k++) into[k - 1] = get(P, k);
  });
  return 0;
}

int nobat_read_row_basis(nobat_problem *problem, uint8_t into[]) {
  GUARDED(problem, {
    int count = glp_get_num_rows(problem->P);
    for (int i = 1; i <= count; i++) into[i - 1] = (uint8_t)glp_get_row_stat(problem->P, i);
  });
  return 0;
}

int nobat_read_column_basis(nobat_problem *problem, uint8_t into[]) {
  GUARDED(problem, {
    int count = glp_get_num_cols(problem->P);
    for (int j = 1; j <= count; j++) into[j - 1] = (uint8_t)glp_get_col_stat(problem->P, j);
  });
  return 0;
}

int nobat_read_kinds(nobat_problem *problem, uint8_t into[]) {
  GUARDED(problem, {
    int count = glp_get_num_cols(problem->P);
    for (int j = 1; j <= count; j++) into[j - 1] = glp_get_col_kind(problem->P, j) != GLP_CV;
  });
  return 0;
}

int nobat_read_matrix(nobat_problem *problem, int32_t starts[], int32_t rows[], double values[]) {
  GUARDED(problem, {
    int count = glp_get_num_cols(problem->P);
    int end = 0;
    for (int j = 1; j <= count; j++) {
      starts[j - 1] = end;
      end += glp_get_mat_col(problem->P, j, rows + end - 1, values + end - 1);
    }
    starts[count] = end;
  });
  return 0;
}

int nobat_row_name(nobat_problem *problem, int row, const char **name) {
  GUARDED(problem, *name = glp_get_row_name(problem->P, row));
  return 0;
}

int nobat_column_name(nobat_problem *problem, int column, const char **name) {
  GUARDED(problem, *name = glp_get_col_name(problem->P, column));
  return 0;
}

int nobat_read_ranges(nobat_problem *problem, double lower[], double upper[]) {
  GUARDED(problem, {
    glp_prob *P = problem->P;
    int m = glp_get_num_rows(P);
    int n = glp_get_num_cols(P);
    if (!glp_bf_exists(P)) glp_factorize(P);
    for (int k = 1; k <= m + n; k++) {
      int status = k <= m ? glp_get_row_stat(P, k) : glp_get_col_stat(P, k - m);
      double low;
      double high;
      if (status == GLP_BS) {
        glp_analyze_coef(P, k, &low, NULL, NULL, &high, NULL, NULL);
      } else {
        glp_analyze_bound(P, k, &low, NULL, &high, NULL);
      }
      lower[k - 1] = low <= -1e300 ? -INFINITY : low;
      upper[k - 1] = high >= 1e300 ? INFINITY : high;
    }
  });
  return 0;
}
