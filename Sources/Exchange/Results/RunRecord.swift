package import Timeline
package import Workforce

/// How a roster came about: all that is needed to make it again, and what came out.
///
/// It holds no wall clock and no duration: the same inputs give the same bytes.
package struct RunRecord: Hashable, Sendable, Codable {
  /// The requirement that the roster was made for.
  package var requirement: String
  package var tool: String
  package var glpk: String
  /// The edition of the time-zone rules, such as `2026f`; nil in the record of an old version.
  package var zoneRules: String?
  package var commandLine: [String]
  package var seed: UInt64
  /// What new events in calendars are stamped with.
  package var stamp: Instant
  /// A hash of every input file by its path within the workspace.
  package var inputs: [String: String]
  /// The roster that went before, if rest and days in a row were counted from one.
  package var earlier: String?
  /// The week's first day.
  package var firstDay: LocalDay
  package var cost: Roster.Cost
  package var bound: Money
  package var gap: Double
  package var effort: Roster.Effort
  package var notes: [String]
  /// What the checker found; empty for a good roster.
  package var violations: [Violation]

  /// The record of a roster: cost, bound, gap, effort and notes are the roster's own.
  package init(
    of roster: Roster, requirement: String, tool: String, glpk: String, zoneRules: String?,
    commandLine: [String], seed: UInt64, stamp: Instant, inputs: [String: String] = [:],
    earlier: String? = nil, violations: [Violation] = []
  ) {
    self.requirement = requirement
    self.tool = tool
    self.glpk = glpk
    self.zoneRules = zoneRules
    self.commandLine = commandLine
    self.seed = seed
    self.stamp = stamp
    self.inputs = inputs
    self.earlier = earlier
    self.violations = violations
    firstDay = roster.firstDay
    cost = roster.cost.inHundredths
    bound = roster.bound.inHundredths
    gap = (roster.gap * 1e6).rounded() / 1e6
    effort = roster.effort
    notes = roster.notes
  }
}
