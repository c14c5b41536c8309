/// How hard a roster is searched for, and from which random numbers.
///
/// The same inputs and settings give the same roster, bit for bit; `threads` changes the time taken,
/// never the result.
package struct Settings: Hashable, Sendable, Codable {
  package var seed: UInt64
  /// The search ends once the proven gap is at most this, 0 to 1.
  package var gap: Double
  /// Multiplies the counted work of every phase: 1 is the planner's roster, 0.1 a first look.
  package var effort: Double
  package var threads: Int

  package init(seed: UInt64 = 1, gap: Double = 0, effort: Double = 1, threads: Int = 1) {
    precondition(gap >= 0 && effort >= 0, "neither a gap nor an effort is negative")
    precondition(threads >= 1, "a roster needs at least one thread to be made")
    self.seed = seed
    self.gap = gap
    self.effort = effort
    self.threads = threads
  }

  /// A number of rounds of some phase, as the effort has it.
  func rounds(_ count: Int) -> Int { max(1, Int((Double(count) * effort).rounded())) }
}
