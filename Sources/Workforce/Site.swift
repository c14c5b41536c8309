package import Timeline

/// A place where agents work: its clock, its cost and its holidays.
package struct Site: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Site>

  package let id: ID
  package let zone: Zone
  /// Places to sit, nil where there is no bound.
  package let seats: Int?
  /// What a paid hour costs.
  package let costPerHour: Money
  package let holidays: HolidayCalendarName?
  package let premiums: Premiums

  package init(
    id: ID, zone: Zone, seats: Int? = nil, costPerHour: Money,
    holidays: HolidayCalendarName? = nil, premiums: Premiums = .none
  ) {
    self.id = id
    self.zone = zone
    self.seats = seats
    self.costPerHour = costPerHour
    self.holidays = holidays
    self.premiums = premiums
  }
}

/// What unpopular hours earn on top, as shares of the hourly cost; they add up.
package struct Premiums: Hashable, Sendable, Codable {
  /// For time on the local clock from ``nightFrom`` to ``nightTo``, through midnight.
  package let night: Double
  package let nightFrom: LocalTime
  package let nightTo: LocalTime
  package let sunday: Double
  /// For time on a public holiday of the site, by local date.
  package let holiday: Double

  package init(
    night: Double = 0, nightFrom: LocalTime = LocalTime(minutes: 22 * 60),
    nightTo: LocalTime = LocalTime(minutes: 6 * 60), sunday: Double = 0, holiday: Double = 0
  ) {
    self.night = night
    self.nightFrom = nightFrom
    self.nightTo = nightTo
    self.sunday = sunday
    self.holiday = holiday
  }

  package static let none = Premiums()
}
