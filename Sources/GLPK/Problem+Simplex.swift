import CGLPK

/// What came of one simplex on a ``Problem``; the numbers stay there to be read.
public struct Relaxation: Hashable, Sendable {
  /// Why it stopped.
  public let ending: Outcome.Ending
  /// The objective, if the point reached is a solution.
  public let objective: Double?
  /// Simplex steps taken.
  public let iterations: Int
}

extension Problem {
  /// Solves the problem by the simplex method, integers relaxed, going on from the basis of the
  /// last solve if there is one.
  ///
  /// A basis that turns out to be none (a basic variable was taken out) or too ill to work with is
  /// built anew, and the primal simplex tried once more with the other pricing. On degenerate models
  /// GLPK may take steps for ever: give a limit of iterations where that would be a disaster.
  ///
  /// A cancelled simplex loses the problem, except if it had not begun: GLPK has no way out of a
  /// simplex but the one that a fault takes. Being cancellable changes no result, not by a bit.
  public mutating func solve(
    _ simplex: Simplex = Simplex(), until stop: Stop = .finished,
    cancelling cancellation: Cancellation? = nil
  ) throws(Fault) -> Relaxation {
    if cancellation?.isCancelled == true {
      return Relaxation(ending: .cancelled, objective: nil, iterations: 0)
    }
    var runs = SimplexRuns(simplex, until: stop, cancelling: cancellation)
    let isPrimal = simplex.method == .primal || (simplex.method == .automatic && basis != .other)
    let meth = isPrimal ? GLP_PRIMAL : simplex.method == .dual ? GLP_DUAL : GLP_DUALP
    basis = .other

    var result = try runs.run(self, meth: meth)
    if [GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EFAIL].contains(result.code) {
      try passing(unsafe nobat_rebuild_basis(handle))
      runs.swapPricing()
      result = try runs.run(self, meth: GLP_PRIMAL)
    } else if result.code == 0, result.dual == GLP_NOFEAS, result.primal != GLP_FEAS,
      meth == GLP_DUALP
    {
      // The dual simplex cannot tell "unbounded" from "infeasible"; the primal one can.
      result = try runs.run(self, meth: GLP_PRIMAL)
    }

    let ending = Self.ending(of: result)
    if ending == .optimal { basis = simplex.presolve ? .primalFeasible : .optimal }
    let isSolution = ending != .cancelled && result.primal == GLP_FEAS
    return Relaxation(
      ending: ending, objective: isSolution ? result.objective : nil, iterations: runs.iterations)
  }

  /// Solves the problem in exact arithmetic, beginning with the ordinary simplex's basis.
  mutating func solveExactly(
    until stop: Stop, cancelling cancellation: Cancellation?
  ) throws(Fault) -> Relaxation {
    let relaxation = try solve(until: stop, cancelling: cancellation)
    guard relaxation.ending != .cancelled else { return relaxation }
    let runs = SimplexRuns(Simplex(), until: stop, cancelling: nil)
    var options = runs.options
    options.it_lim = stop.iterationLimit(used: relaxation.iterations)
    var result = nobat_result()
    try passing(unsafe nobat_exact(handle, &options, &result))
    let ending = Self.ending(of: result)
    return Relaxation(
      ending: ending, objective: result.primal == GLP_FEAS ? result.objective : nil,
      iterations: relaxation.iterations + Int(result.iterations))
  }

  static func ending(of result: nobat_result) -> Outcome.Ending {
    switch result.code {
    case Int32(NOBAT_CANCELLED): .cancelled
    case GLP_EITLIM: .limit(.iterations)
    case GLP_ETMLIM: .limit(.time)
    case GLP_EBOUND, GLP_ENOPFS: .infeasible
    case GLP_ENODFS: .infeasibleOrUnbounded
    case 0:
      switch result.status {
      case GLP_OPT: .optimal
      case GLP_NOFEAS: .infeasible
      case GLP_UNBND: .unbounded
      default: result.dual == GLP_NOFEAS ? .infeasibleOrUnbounded : .numericalTrouble
      }
    default: .numericalTrouble
    }
  }
}

/// The runs of one solve: they share its limits.
private struct SimplexRuns {
  var options = glp_smcp()
  var iterations = 0
  private let stop: Stop
  private let cancellation: Cancellation?
  private let begin = ContinuousClock.now

  init(_ simplex: Simplex, until stop: Stop, cancelling cancellation: Cancellation?) {
    self.stop = stop
    self.cancellation = cancellation
    unsafe glp_init_smcp(&options)
    options.pricing = simplex.pricing == .dantzig ? GLP_PT_STD : GLP_PT_PSE
    options.r_test =
      switch simplex.ratioTest {
      case .harris: GLP_RT_HAR
      case .textbook: GLP_RT_STD
      case .longStep: GLP_RT_FLIP
      }
    options.presolve = simplex.presolve ? GLP_ON : GLP_OFF
  }

  mutating func swapPricing() {
    options.pricing = options.pricing == GLP_PT_STD ? GLP_PT_PSE : GLP_PT_STD
  }

  mutating func run(_ problem: borrowing Problem, meth: Int32) throws(Fault) -> nobat_result {
    options.meth = meth
    options.it_lim = stop.iterationLimit(used: iterations)
    if stop.duration != nil { options.tm_lim = stop.timeLimit(used: ContinuousClock.now - begin) }
    var result = nobat_result()
    let answer = try passing(
      unsafe withWish(cancellation) { wish, context in
        unsafe nobat_simplex(problem.handle, &options, wish, context, &result)
      })
    if Int(answer) == NOBAT_CANCELLED {
      result.code = answer
    } else {
      iterations += Int(result.iterations)
    }
    return result
  }
}

/// Hands a cancellation to C as a question it may ask.
func withWish(
  _ cancellation: Cancellation?, _ body: (nobat_wish?, UnsafeMutableRawPointer?) -> Int32
) -> Int32 {
  guard let cancellation else { return body(nil, nil) }
  return withExtendedLifetime(cancellation) {
    let context = unsafe Unmanaged.passUnretained(cancellation).toOpaque()
    return unsafe body(
      { context in
        guard let context = unsafe context else { return 0 }
        let asked = unsafe Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue()
        return asked.isCancelled ? 1 : 0
      }, context)
  }
}
