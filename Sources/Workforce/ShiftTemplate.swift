package import Timeline

/// From what shifts are made: when they may start, how long they are, and where breaks may lie.
package struct ShiftTemplate: Hashable, Sendable, Identifiable, Codable {
  package typealias ID = Identifier<ShiftTemplate>

  /// A break that every shift of the template has once.
  package struct BreakRule: Hashable, Sendable, Codable {
    package let kind: Activity.Kind
    package let length: Minutes
    package let isPaid: Bool
    /// Earliest and latest start of the break, in real time after the start of the shift.
    package let earliest: Minutes
    package let latest: Minutes

    package init(
      kind: Activity.Kind, length: Minutes, isPaid: Bool, earliest: Minutes, latest: Minutes
    ) {
      self.kind = kind
      self.length = length
      self.isPaid = isPaid
      self.earliest = earliest
      self.latest = latest
    }
  }

  package let id: ID
  /// First and last start on the local clock, in minutes after the midnight of the shift's day, and
  /// the step between; the last may lie past 24:00 (1440) for shifts that belong to the day before.
  package let firstStart: Int
  package let lastStart: Int
  package let startStep: Minutes
  /// Lengths of presence in real time, breaks included.
  package let lengths: [Minutes]
  /// In order of their windows; a break starts after the one before it has ended.
  package let breaks: [BreakRule]
  /// Breaks start on multiples of this after the start of the shift.
  package let breakGrid: Minutes
  /// Contracts that may use the template; empty: all.
  package let contracts: [Contract.ID]
  /// Sites that may use the template; empty: all.
  package let sites: [Site.ID]
  /// Weekdays on which a shift may start; empty: all.
  package let weekdays: [Weekday]
  /// A share of the hourly cost on top for every paid hour of the shift.
  package let premium: Double

  package init(
    id: ID, firstStart: Int, lastStart: Int, startStep: Minutes, lengths: [Minutes],
    breaks: [BreakRule] = [], breakGrid: Minutes = Minutes(15), contracts: [Contract.ID] = [],
    sites: [Site.ID] = [], weekdays: [Weekday] = [], premium: Double = 0
  ) {
    self.id = id
    self.firstStart = firstStart
    self.lastStart = lastStart
    self.startStep = startStep
    self.lengths = lengths
    self.breaks = breaks
    self.breakGrid = breakGrid
    self.contracts = contracts
    self.sites = sites
    self.weekdays = weekdays
    self.premium = premium
  }

  /// The starts on the local clock, in minutes after midnight.
  package var starts: StrideThrough<Int> {
    stride(from: firstStart, through: lastStart, by: startStep.count)
  }

  /// Paid time of a shift of this length: presence less the unpaid breaks.
  package func paid(of length: Minutes) -> Minutes {
    breaks.reduce(length) { $1.isPaid ? $0 : $0 - $1.length }
  }
}
