package import Timeline
package import Workforce

/// How handling times of whole days deviate: what a few of a day's contacts say of the others.
package struct TimeToday: Hashable, Sendable {
  /// Contacts of a day after which its mean is believed half: the variance of one contact over that of
  /// days, as in any shrunk mean (Gelman and others, "Bayesian Data Analysis", section 5.4).
  package let priorContacts: Double
  /// How much of a day's deviation is left on the next working day, 0 to 1.
  package let carryOver: Double

  /// Times of contacts vary by their mean, those of days by a twentieth of it.
  package static let usual = TimeToday(priorContacts: 400, carryOver: 0.5)

  /// Days of history that are looked at, and that are needed.
  static let days = 56
  static let leastDays = 14

  /// No two days are quite alike: they differ by a fortieth at least.
  static let leastVariance = 1.0 / 1600

  package init(priorContacts: Double, carryOver: Double) {
    self.priorContacts = priorContacts
    self.carryOver = carryOver
  }

  /// What the last days of a history show; ``usual`` where they are too few.
  package init(of queue: Queue, from history: QueueHistory, before end: Instant) {
    let clock = LocalClock(
      of: queue.opening,
      over: Interval(start: min(history.grid.start, end), end: max(history.grid.end, end)),
      source: history.grid)
    let times = HandlingTimes(of: history, before: end, for: queue, by: clock)
    let readings = TimeReadings(of: history, before: end, by: clock).list
    let first = clock.zone.day(at: end) - Self.days
    var days: [Day] = []
    for reading in readings where reading.day >= first {
      let minute = 60 * (reading.cell % 24)
      let expected = times.mean(on: reading.day, minute: minute)
      guard expected > 0 else { continue }
      if days.last?.date != reading.day { days.append(Day(date: reading.day)) }
      days[days.count - 1].slots.append((reading.seconds / expected, reading.contacts))
    }
    guard days.count >= Self.leastDays, let learnt = Self.variances(of: days) else {
      self = .usual
      return
    }
    priorContacts = max(1, learnt.within / max(Self.leastVariance, learnt.between))
    carryOver = Self.carryOver(of: days)
  }

  /// Slots of a day: times as shares of the expected ones, and how many contacts they are means of.
  private struct Day {
    let date: LocalDay
    var slots: [(ratio: Double, contacts: Double)] = []

    var contacts: Double { slots.reduce(0) { $0 + $1.contacts } }
    var ratio: Double { slots.reduce(0) { $0 + $1.ratio * $1.contacts } / contacts }
  }

  /// The variance of one contact's time, and of days' means beyond that: analysis of variance of one
  /// way.
  private static func variances(of days: [Day]) -> (within: Double, between: Double)? {
    var (within, freedom) = (0.0, 0.0)
    var (between, chance) = (0.0, 0.0)
    let mean = days.reduce(0) { $0 + $1.ratio } / Double(days.count)
    for day in days {
      let ratio = day.ratio
      within += day.slots.reduce(0) { $0 + $1.contacts * ($1.ratio - ratio) * ($1.ratio - ratio) }
      freedom += Double(day.slots.count - 1)
      between += (ratio - mean) * (ratio - mean) / Double(days.count - 1)
      chance += 1 / day.contacts / Double(days.count)
    }
    guard freedom > 0, within > 0 else { return nil }
    let variance = within / freedom
    return (variance, max(0, between - variance * chance))
  }

  /// How alike neighbours among the days are.
  private static func carryOver(of days: [Day]) -> Double {
    let ratios = days.map(\.ratio)
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    let square = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard square > 0 else { return usual.carryOver }
    let product = zip(ratios, ratios.dropFirst()).reduce(0) {
      $0 + ($1.0 - mean) * ($1.1 - mean)
    }
    return min(0.9, max(0, product / square))
  }
}

/// Handling times of the rest of a day and of the days after it, by what today's contacts took.
///
/// - Parameters:
///   - forecast: the bands before, a slot of the grid each.
///   - grid: their slots.
///   - zone: where the day begins.
///   - seconds: what contacts took in each slot; NaN where that is not known. Slots that end after `now` are
///     not looked at.
///   - contacts: how many each is a mean of.
///   - now: the moment of asking.
///   - pattern: how far today is believed.
/// - Returns: the bands after, and today's times as a share of the expected ones, shrunk; 1 where nothing
///   of today is known.
package func reforecastTimes(
  _ forecast: QueueForecast, on grid: Grid, in zone: Zone, seconds: [Double], contacts: [Double],
  at now: Instant, by pattern: TimeToday = .usual
) -> (bands: [Band], factor: Double) {
  precondition(
    seconds.count == grid.count && contacts.count == grid.count, "a value for each slot")
  let days = zone.readings(of: grid).map(\.day)
  let today = zone.day(at: now)
  var (took, expected, count) = (0.0, 0.0, 0.0)
  for index in grid.indices where days[index] == today && grid.start(of: index + 1) <= now {
    guard seconds[index].isFinite, seconds[index] > 0, contacts[index].isFinite,
      contacts[index] > 0, forecast.handlingTime[index].expected > 0
    else { continue }
    took += contacts[index] * seconds[index]
    expected += contacts[index] * forecast.handlingTime[index].expected
    count += contacts[index]
  }
  guard expected > 0 else { return (forecast.handlingTime, 1) }
  let factor = 1 + (took / expected - 1) * count / (count + pattern.priorContacts)
  var left = factor - 1
  var last = today
  let bands = grid.indices.map { index -> Band in
    guard days[index] >= today, grid.start(of: index + 1) > now else {
      return forecast.handlingTime[index]
    }
    // Closed days do not count.
    if days[index] != last, forecast.volume[index].expected > 0 {
      left *= pattern.carryOver
      last = days[index]
    }
    return forecast.handlingTime[index].scaled(by: 1 + left)
  }
  return (bands, factor)
}
