#include "guard.h"

static int mps_format(int format) { return format == NOBAT_MPS_FIXED ? GLP_MPS_DECK : GLP_MPS_FILE; }

int nobat_read_file(nobat_problem *problem, int format, const char *path) {
  int code = 0;
  GUARDED(problem, {
    code = format == NOBAT_LP ? glp_read_lp(problem->P, NULL, path)
                              : glp_read_mps(problem->P, mps_format(format), NULL, path);
  });
  return code;
}

int nobat_write_file(nobat_problem *problem, int format, const char *path) {
  int code = 0;
  GUARDED(problem, {
    code = format == NOBAT_LP ? glp_write_lp(problem->P, NULL, path)
                              : glp_write_mps(problem->P, mps_format(format), NULL, path);
  });
  return code;
}

/// Reads, generates and builds; the first step that fails ends it.
static int translate(
  glp_tran *translator, glp_prob *P, const char *model, const char *data, int seed) {
  glp_mpl_init_rand(translator, seed);
  int code = glp_mpl_read_model(translator, model, data != NULL);
  if (code == 0 && data != NULL) code = glp_mpl_read_data(translator, data);
  if (code == 0) code = glp_mpl_generate(translator, NULL);
  if (code == 0) glp_mpl_build_prob(translator, P);
  return code;
}

int nobat_read_mathprog(nobat_problem *problem, const char *model, const char *data, int seed) {
  int code = 0;
  GUARDED(problem, {
    glp_tran *translator = glp_mpl_alloc_wksp();
    code = translate(translator, problem->P, model, data, seed);
    glp_mpl_free_wksp(translator);
  });
  return code;
}
