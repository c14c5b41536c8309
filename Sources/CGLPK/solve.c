#include "guard.h"

/// Whether the basic solution keeps all rows and bounds. A simplex that is stopped early may have
/// been working with bounds it had moved a little, and calls its point feasible nevertheless.
static int is_feasible(glp_prob *P) {
  double absolute, relative;
  int place;
  glp_check_kkt(P, GLP_SOL, GLP_KKT_PE, &absolute, &place, &relative, &place);
  if (!(relative <= 1e-6)) return 0;
  glp_check_kkt(P, GLP_SOL, GLP_KKT_PB, &absolute, &place, &relative, &place);
  return relative <= 1e-6;
}

/// Fills in a basic solution's part of the result.
static void report_basis(glp_prob *P, nobat_result *result) {
  result->status = glp_get_status(P);
  result->primal = glp_get_prim_stat(P);
  result->dual = glp_get_dual_stat(P);
  result->objective = glp_get_obj_val(P);
  int stopped = result->code == GLP_EITLIM || result->code == GLP_ETMLIM;
  if (stopped && result->primal == GLP_FEAS && !is_feasible(P)) result->primal = GLP_INFEAS;
}

int nobat_simplex(
  nobat_problem *problem, const glp_smcp *options, nobat_wish stop, void *context,
  nobat_result *result) {
  glp_smcp listened = *options;
  listened.msg_lev = GLP_MSG_ON;  // the hook hears the progress, and may stop it
  listened.out_frq = 10;
  listened.out_dly = 0;
  GUARDED(problem, {
    guard_ask(stop, context);
    int before = glp_get_it_cnt(problem->P);
    result->code = glp_simplex(problem->P, &listened);
    result->iterations = glp_get_it_cnt(problem->P) - before;
    report_basis(problem->P, result);
  });
  return 0;
}

int nobat_exact(nobat_problem *problem, const glp_smcp *options, nobat_result *result) {
  GUARDED(problem, {
    int before = glp_get_it_cnt(problem->P);
    result->code = glp_exact(problem->P, options);
    result->iterations = glp_get_it_cnt(problem->P) - before;
    report_basis(problem->P, result);
  });
  return 0;
}

int nobat_interior(
  nobat_problem *problem, const glp_iptcp *options, nobat_wish stop, void *context,
  nobat_result *result) {
  glp_iptcp listened = *options;
  listened.msg_lev = GLP_MSG_ALL;  // one line a step
  GUARDED(problem, {
    guard_ask(stop, context);
    result->code = glp_interior(problem->P, &listened);
    result->iterations = 0;
    result->status = glp_ipt_status(problem->P);
    result->primal = result->status == GLP_OPT ? GLP_FEAS : GLP_UNDEF;
    result->dual = result->primal;
    result->objective = glp_ipt_obj_val(problem->P);
  });
  return 0;
}

int nobat_rebuild_basis(nobat_problem *problem) {
  GUARDED(problem, glp_adv_basis(problem->P, 0));
  return 0;
}
