package import Timeline

/// What an agent owes and is owed in a week.
package struct Contract: Hashable, Sendable, Identifiable, Codable {
  package typealias ID = Identifier<Contract>

  package let id: ID
  /// Paid time of a week; a week's shifts add up to it, give or take ``tolerance``.
  package let weekly: Minutes
  package let tolerance: Minutes
  /// Most working days of a week, and the least (nil: as many as the hours need).
  package let maximumDays: Int
  package let minimumDays: Int?
  /// Least days off in a row, once a week; 0 or 1: no matter.
  package let daysOffTogether: Int
  package let maximumDaysInRow: Int
  /// Least real time between the end of a shift and the start of the next.
  package let rest: Minutes
  /// Most shifts in a row that touch the night (00:00 to 05:00 local), nil: no bound.
  package let maximumNightsInRow: Int?
  /// The weekday that is always off, if there is one.
  package let weeklyRestDay: Weekday?

  package init(
    id: ID, weekly: Minutes, tolerance: Minutes = .zero, maximumDays: Int,
    minimumDays: Int? = nil, daysOffTogether: Int = 1, maximumDaysInRow: Int = 6,
    rest: Minutes = .hours(11), maximumNightsInRow: Int? = nil, weeklyRestDay: Weekday? = nil
  ) {
    self.id = id
    self.weekly = weekly
    self.tolerance = tolerance
    self.maximumDays = maximumDays
    self.minimumDays = minimumDays
    self.daysOffTogether = daysOffTogether
    self.maximumDaysInRow = maximumDaysInRow
    self.rest = rest
    self.maximumNightsInRow = maximumNightsInRow
    self.weeklyRestDay = weeklyRestDay
  }
}
