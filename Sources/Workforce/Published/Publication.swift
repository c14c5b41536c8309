package import Timeline

/// A week's shifts as they were told to the agents, frozen: whatever happens to rosters and to the
/// rules of time zones afterwards, this is what people know.
package struct Publication: Hashable, Sendable {
  package let record: Record
  /// In order of agent and start.
  package let shifts: [PublishedShift]
  /// What the publication of the week before this one said; empty where this is the first.
  package let before: [PublishedShift]

  package init(record: Record, shifts: [PublishedShift], before: [PublishedShift]) {
    self.record = record
    self.shifts = shifts
    self.before = before
  }

  /// What this publication told anew.
  package var changes: ChangeList { ChangeList(from: before, to: shifts) }

  /// How a publication came about.
  package struct Record: Hashable, Sendable, Codable {
    /// Of the week, by which publications are known: its rosters may have many names.
    package let firstDay: LocalDay
    /// 1 for the first publication of the week.
    package let number: Int
    package let roster: String
    /// The requirement that the roster was made for.
    package let requirement: String
    /// SHA-256 of the roster's tables by their paths within the workspace.
    package let tables: [String: String]
    /// What new and changed events of calendars are stamped with.
    package let stamp: Instant
    /// The edition of the time-zone rules, such as `2026f`; nil where the system does not say.
    package let zoneRules: String?
    package let tool: String
    /// What the checker reckoned the roster to cost, and the bound that was proven for it.
    package let cost: Roster.Cost
    package let bound: Money

    package init(
      firstDay: LocalDay, number: Int, roster: String, requirement: String,
      tables: [String: String], stamp: Instant, zoneRules: String?, tool: String,
      cost: Roster.Cost, bound: Money
    ) {
      self.firstDay = firstDay
      self.number = number
      self.roster = roster
      self.requirement = requirement
      self.tables = tables
      self.stamp = stamp
      self.zoneRules = zoneRules
      self.tool = tool
      self.cost = cost.inHundredths
      self.bound = bound.inHundredths
    }
  }
}

extension Roster.Cost {
  /// As files show money.
  package var inHundredths: Roster.Cost {
    Roster.Cost(
      pay: pay.inHundredths, premium: premium.inHundredths, wishes: wishes.inHundredths,
      under: under.inHundredths, over: over.inHundredths)
  }
}

extension Money {
  /// As files show money: halves are rounded away from zero.
  package var inHundredths: Money { Money((100 * amount).rounded() / 100) }
}
