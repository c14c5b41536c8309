/// The numbers from which a queue's contacts are made.
///
/// A day's contacts are level x trend x month x weekday x holiday; a slot's are the share that the
/// hours give it. All factors are written down here, so that a forecast can be judged against them.
package struct Pattern: Hashable, Sendable {
  /// Contacts of an average day, at the first day of the planned week and in a month of factor 1.
  package let level: Double
  /// What a year adds to the level, as a share of ``level``; the trend is a straight line.
  package let growth: Double
  /// January to December; reached on the 15th, in between a straight line.
  package let months: [Double]
  /// Monday to Sunday.
  package let weekdays: [Double]
  /// Relative weight of the full hours 0 to 23 of the local day, in between a straight line; only
  /// the proportions count.
  package let hours: [Double]
  /// The same for Saturday and Sunday.
  package let weekendHours: [Double]
  package let holidays: HolidayPattern
  /// Slots scatter around their mean with variance `mean + dispersion * mean²`.
  package let dispersion: Double
  /// The share of contacts that give up before they are answered.
  package let abandoned: Double
  package let handling: HandlingPattern

  init(
    level: Double, growth: Double = 0, months: [Double] = Array(repeating: 1, count: 12),
    weekdays: [Double], hours: [Double], weekendHours: [Double]? = nil,
    holidays: HolidayPattern = HolidayPattern(), dispersion: Double = 0.01,
    abandoned: Double = 0.03, handling: HandlingPattern
  ) {
    precondition(months.count == 12 && weekdays.count == 7, "a factor a month and a weekday")
    precondition(hours.count == 24 && (weekendHours?.count ?? 24) == 24, "a weight an hour")
    self.level = level
    self.growth = growth
    self.months = months
    self.weekdays = weekdays
    self.hours = hours
    self.weekendHours = weekendHours ?? hours
    self.holidays = holidays
    self.dispersion = dispersion
    self.abandoned = abandoned
    self.handling = handling
  }
}

/// How special days of the queue's market change a day's contacts.
package struct HolidayPattern: Hashable, Sendable {
  package let onPublic: Double
  package let onHalf: Double
  package let onObservance: Double
  /// On the day after a public holiday, if it is not special itself: what was put off comes now.
  package let dayAfter: Double
  /// Days that go their own way, by the holiday's name.
  package let named: [String: Double]

  init(
    onPublic: Double = 1, onHalf: Double = 1, onObservance: Double = 1, dayAfter: Double = 1,
    named: [String: Double] = [:]
  ) {
    self.onPublic = onPublic
    self.onHalf = onHalf
    self.onObservance = onObservance
    self.dayAfter = dayAfter
    self.named = named
  }
}

/// How long contacts take.
package struct HandlingPattern: Hashable, Sendable {
  /// Mean seconds at the first day of the planned week, in an hour of factor 1.
  package let seconds: Double
  /// What a year adds, as a share of ``seconds``.
  package let growth: Double
  /// Factors of the full hours 0 to 23 of the local day, in between a straight line.
  package let hours: [Double]
  /// Standard deviation of one contact's time, as a share of its mean.
  package let spread: Double

  init(
    seconds: Double, growth: Double = 0, hours: [Double] = Array(repeating: 1, count: 24),
    spread: Double = 0.8
  ) {
    precondition(hours.count == 24, "a factor an hour")
    self.seconds = seconds
    self.growth = growth
    self.hours = hours
    self.spread = spread
  }
}
