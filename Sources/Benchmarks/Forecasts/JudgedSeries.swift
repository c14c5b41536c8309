import Timeline
import Workforce

/// A series that forecasts are judged on: what was counted, and when its forecasts begin.
struct JudgedSeries {
  let series: WallClockSeries
  /// The days and hours in which something is counted, the same hours on each day.
  let weekdays: [Weekday]
  let from: LocalTime
  let to: LocalTime
  /// The first days of the forecasts, in order; the last one's four weeks end with the series.
  let origins: [LocalDay]
  /// What came in those hours: what every method is judged by.
  let readings: [WallClockSeries.Reading]

  /// Weeks that are forecast from each origin.
  static let horizon = 4
  static let originCount = 5

  init(
    _ series: WallClockSeries, weekdays: [Weekday] = Weekday.allCases, from: LocalTime = .midnight,
    to: LocalTime = .endOfDay, weeksBetweenOrigins: Int = 10
  ) {
    precondition(!series.readings.isEmpty, "a series to judge by has readings")
    self.series = series
    self.weekdays = weekdays
    self.from = from
    self.to = to
    let last = series.readings[series.readings.count - 1]
    // A day that the series breaks off in is not judged.
    let isWhole = last.minute >= to.minutes - series.slot.count
    var end = isWhole ? last.day + 1 : last.day
    while !weekdays.contains(end.weekday) { end = end + 1 }
    origins = (0..<JudgedSeries.originCount).reversed().map { back in
      end - 7 * (JudgedSeries.horizon + weeksBetweenOrigins * back)
    }
    readings = series.readings.filter { (from.minutes..<to.minutes).contains($0.minute) }
  }

  var name: String { series.name }

  /// Whether a day is a holiday, lies beside one, or from December 22 to January 2.
  func isSpecial(_ day: LocalDay) -> Bool {
    let (_, month, date) = day.civil
    let isChristmas = (month == 12 && date >= 22) || (month == 1 && date <= 2)
    return isChristmas || [day - 1, day, day + 1].contains { series.holidays.isHoliday($0) }
  }
}

extension JudgedSeries {
  /// Reads a public series.
  init(_ found: PublicSeries, in folder: String, zones: ZoneDatabase) throws {
    let reader = SeriesReader(folder: folder)
    let series = WallClockSeries(
      name: found.name, zone: try zones.zone(found.zone), slot: found.slot,
      readings: try reader.readings(of: found, zones: zones),
      holidays: try reader.holidays(of: found))
    self.init(
      series, weekdays: found.weekdays, from: found.from, to: found.to,
      weeksBetweenOrigins: found.weeksBetweenOrigins)
  }

  /// Takes a made series without its truth.
  init(_ made: MadeSeries, zone: Zone) {
    let recipe = made.recipe
    let readings = made.slots.compactMap { slot in
      slot.volume.map {
        WallClockSeries.Reading(day: slot.day, minute: slot.minute, volume: Double($0))
      }
    }
    let series = WallClockSeries(
      name: recipe.name, zone: zone, slot: recipe.slot, readings: readings,
      holidays: made.holidays)
    if recipe.kind == .shortHistory {
      let weeks = recipe.dayCount / 7
      self.init(
        series, weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
        from: LocalTime(minutes: recipe.hours[0].lowerBound),
        to: LocalTime(minutes: recipe.hours[0].upperBound), weeksBetweenOrigins: weeks / 8)
    } else {
      self.init(series)
    }
  }
}
