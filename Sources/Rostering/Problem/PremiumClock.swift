import Timeline
import Workforce

/// What the minutes around a week earn on top at one site, read off the local clock, and which of
/// them are night.
///
/// Premiums are shares of the hourly cost and add up: night by the clock, Sunday and public holiday
/// by the local date of the minute. Sums from the first minute make any interval one subtraction.
struct PremiumClock: Sendable {
  private let start: Instant
  /// Shares summed over the minutes before each.
  private let shares: ContiguousArray<Double>
  /// Minutes from 00:00 to 05:00 before each.
  private let nights: ContiguousArray<Int32>

  /// The hours by which shifts count as night shifts for `nights-in-row`, minutes after midnight.
  static let night = 0..<5 * 60

  init(site: Site, zone: Zone, holidays: HolidayCalendar, over interval: Interval) {
    start = interval.start
    let count = interval.length.count
    let premiums = site.premiums
    let (from, to) = (premiums.nightFrom.minutes, premiums.nightTo.minutes)
    var shares: ContiguousArray<Double> = [0]
    var nights: ContiguousArray<Int32> = [0]
    shares.reserveCapacity(count + 1)
    nights.reserveCapacity(count + 1)

    var changes = zone.transitions(in: interval)[...]
    var offset = zone.offset(at: interval.start)
    var day: LocalDay?
    var dayShare = 0.0
    for minute in 0..<count {
      let instant = interval.start + Minutes(minute)
      while let change = changes.first, change.instant <= instant {
        offset = change.offsetAfter
        changes.removeFirst()
      }
      let local = LocalReading(secondsSince1970: instant.seconds + offset)
      if local.day != day {
        day = local.day
        dayShare = local.day.weekday == .sunday ? premiums.sunday : 0
        if holidays.isPublicHoliday(local.day) { dayShare += premiums.holiday }
      }
      let clock = local.secondOfDay / 60
      let isNight = from <= to ? (from..<to).contains(clock) : clock >= from || clock < to
      shares.append(shares[minute] + dayShare + (isNight ? premiums.night : 0))
      nights.append(nights[minute] + (PremiumClock.night.contains(clock) ? 1 : 0))
    }
    self.shares = shares
    self.nights = nights
  }

  /// The share of the hourly cost that presence in an interval earns on top, summed over its minutes.
  func shareMinutes(in interval: Interval) -> Double {
    shares[minute(of: interval.end)] - shares[minute(of: interval.start)]
  }

  /// Whether any minute of an interval lies between 00:00 and 05:00 local.
  func touchesNight(_ interval: Interval) -> Bool {
    nights[minute(of: interval.end)] > nights[minute(of: interval.start)]
  }

  private func minute(of instant: Instant) -> Int {
    let index = (instant - start).count
    precondition(shares.indices.contains(index), "a shift lies outside the days that were read")
    return index
  }
}
