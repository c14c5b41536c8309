package import Timeline
package import Workforce

/// What one queue's history is drawn from: the expected contacts and handling time of any slot,
/// past or to come.
package struct PlantedQueue: Sendable {
  package let id: Queue.ID
  package let channel: Channel
  package let opening: OpeningHours
  /// The special days that the queue's customers keep.
  package let holidays: HolidayCalendar
  package let pattern: Pattern
  package let slot: Minutes
  /// The day at which ``Pattern/level`` holds.
  package let levelDay: LocalDay
  /// The incidents that touch the queue, in absolute time.
  private let incidents: [(interval: Interval, factor: Double)]
  /// Weekday x slot of the local day: the part of the day's contacts, 0 while closed.
  private let shares: [[Double]]
  /// The expected contacts of days, from ``firstDay`` on: reckoned once, asked for by every slot.
  private var dayVolumes: [Double] = []
  private let firstDay: LocalDay

  /// Lays out a queue for the days of its history; the level holds on the last, when it has ended.
  init(
    _ demand: QueueDemand, slot: Minutes, days: ClosedRange<LocalDay>,
    incidents: [(Interval, Double)]
  ) {
    id = demand.id
    channel = demand.channel
    opening = demand.opening
    holidays = demand.holidays
    pattern = demand.pattern
    self.slot = slot
    firstDay = days.lowerBound
    levelDay = days.upperBound
    self.incidents = incidents
    shares = PlantedQueue.shares(of: demand.pattern, open: demand.opening, slot: slot)
    dayVolumes = days.map { reckonedVolume(on: $0) }
  }

  /// What is expected of one slot.
  package struct Expectation: Hashable, Sendable {
    /// The local day of the queue that the slot starts on.
    package let day: LocalDay
    /// Mean number of contacts, incidents included.
    package let volume: Double
    /// Mean seconds that a contact takes.
    package let handlingTime: Double
  }

  /// What is expected of the slot that starts at a moment, or nil while the queue is closed.
  package func expectation(at instant: Instant) -> Expectation? {
    let reading = opening.zone.reading(at: instant)
    let minute = reading.secondOfDay / 60
    let share = shares[reading.day.weekday.number - 1][minute / slot.count]
    guard share > 0 else { return nil }
    let hour = slot.middle(after: minute)
    return Expectation(
      day: reading.day,
      volume: expectedVolume(on: reading.day) * share * incidentFactor(at: instant),
      handlingTime: pattern.handling.seconds * trend(pattern.handling.growth, on: reading.day)
        * pattern.handling.hours.onCircle(at: hour))
  }

  /// The mean number of contacts of a local day of 24 hours, without incidents.
  package func expectedVolume(on day: LocalDay) -> Double {
    let index = day - firstDay
    return dayVolumes.indices.contains(index) ? dayVolumes[index] : reckonedVolume(on: day)
  }

  /// What a special day, or the day before, does to a day's contacts.
  package func holidayFactor(on day: LocalDay) -> Double {
    let effect = pattern.holidays
    guard holidays.isHoliday(day), let holiday = holidays.holiday(on: day) else {
      return holidays.isPublicHoliday(day - 1) ? effect.dayAfter : 1
    }
    if let own = effect.named[holiday.name] { return own }
    switch holiday.kind {
    case .public: return effect.onPublic
    case .half, .bank: return effect.onHalf
    case .government, .optional, .observance, .workday: return effect.onObservance
    }
  }

  /// The product of the incidents' factors at a moment, 1 on common days.
  package func incidentFactor(at instant: Instant) -> Double {
    incidents.reduce(1) { $1.interval.contains(instant) ? $0 * $1.factor : $0 }
  }

  private func reckonedVolume(on day: LocalDay) -> Double {
    pattern.level * trend(pattern.growth, on: day) * season(on: day)
      * pattern.weekdays[day.weekday.number - 1] * holidayFactor(on: day)
  }

  private func trend(_ growth: Double, on day: LocalDay) -> Double {
    1 + growth * Double(day - levelDay) / 365.25
  }

  /// The factor of the time of the year, on straight lines from one month's 15th to the next's.
  private func season(on day: LocalDay) -> Double {
    let (year, month, number) = day.civil
    // The straight line that the day lies on is as long as the month in which it begins.
    let first = number < 15 ? (month + 10) % 12 + 1 : month
    let length = Double(LocalDay.daysInMonth(first, of: year))
    let position = Double(month - 1) + Double(number - 15) / length
    return pattern.months.onCircle(at: position)
  }

  /// Weekday x slot of the local day: what part of a day's contacts comes while the slot is open.
  private static func shares(
    of pattern: Pattern, open opening: OpeningHours, slot: Minutes
  ) -> [[Double]] {
    Weekday.allCases.map { weekday in
      let spans = opening.spans.filter { $0.weekday == weekday }
      let hours = weekday.number > 5 ? pattern.weekendHours : pattern.hours
      let weights = stride(from: 0, to: 1440, by: slot.count).map { minute in
        let isOpen = spans.contains { $0.from.minutes <= minute && minute < $0.to.minutes }
        return isOpen ? hours.onCircle(at: slot.middle(after: minute)) : 0
      }
      let total = weights.reduce(0, +)
      return weights.map { total > 0 ? $0 / total : 0 }
    }
  }
}

extension Minutes {
  /// The hour of the day, with its fraction, in the middle of a slot of this length.
  fileprivate func middle(after minute: Int) -> Double {
    (Double(minute) + Double(count) / 2) / 60
  }
}

extension [Double] {
  /// The value at a place between two elements on a straight line; the last is followed by the first.
  fileprivate func onCircle(at position: Double) -> Double {
    let lower = position.rounded(.down)
    let index = (Int(lower) + count) % count
    return self[index] + (position - lower) * (self[(index + 1) % count] - self[index])
  }
}
