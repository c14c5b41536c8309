import GLPK

/// Calls the optimiser; its faults become ours.
func asking<Result>(_ body: () throws -> Result) throws(RosteringFault) -> Result {
  do {
    return try body()
  } catch {
    throw .optimiser("\(error)")
  }
}

extension GLPK.Problem {
  /// Solves the relaxation by a method of the simplex, asking now and then whether to stop.
  ///
  /// - Parameters:
  ///   - method: Dual for a first solve, all costs being positive; primal once columns came in.
  ///   - isStopped: Asked every few hundred steps.
  /// - Returns: The least objective; nil if the work was stopped, got too long or failed.
  /// - Throws: A fault if GLPK gives up.
  mutating func leastRelaxed(
    by method: Simplex.Method, asking isStopped: () -> Bool
  ) throws(Fault) -> Double? {
    // 40,000 steps in all: a degenerate programme may go round for ever.
    for _ in 0..<100 where !isStopped() {
      let relaxation = try solve(Simplex(method), until: .iterations(400))
      switch relaxation.ending {
      case .optimal: return relaxation.objective
      case .limit: continue
      default: return nil
      }
    }
    return nil
  }
}
