import Timeline
import Workforce

/// A public series that has been read: a centre of one queue, what came, and what is to be forecast.
struct ObservedSeries {
  let series: PublicSeries
  let centre: Centre
  /// What came, by the wall clock: what every method is judged by.
  let actual: DayTable
  private let observations: [SeriesReader.Observation]
  private let lastDay: LocalDay

  /// Weeks that are forecast from each origin.
  static let horizon = 4
  static let originCount = 5

  init(_ series: PublicSeries, in folder: String, zones: ZoneDatabase) throws {
    let zone = try zones.zone(series.zone)
    let reader = SeriesReader(folder: folder)
    observations = try reader.observations(of: series, in: zone)
    centre = ObservedSeries.centre(of: series, in: zone, holidays: try reader.holidays(of: series))
    let days = observations.map(\.reading.day)
    let firstDay = days.reduce(days[0], min)
    let lastDay = days.reduce(days[0], max)
    let seen = observations.compactMap { observation -> DayTable.Seen? in
      guard let slot = series.slot(of: observation.reading.time) else { return nil }
      return (observation.reading.day, slot, observation.volume)
    }
    // The last horizon may end with closed days, which the file does not have.
    actual = DayTable(
      from: firstDay, days: lastDay - firstDay + 7, slotsPerDay: series.slotsPerDay, meansOf: seen)
    self.lastDay = lastDay
    self.series = series
  }

  private static func centre(
    of series: PublicSeries, in zone: Zone, holidays: HolidayCalendar
  ) -> Centre {
    let opening = OpeningHours(
      zone: zone,
      spans: series.weekdays.map { .init(weekday: $0, from: series.from, to: series.to) })
    return Centre(
      name: series.name, zone: zone, interval: series.slot, sites: [],
      queues: [
        Queue(
          id: .init(series.name), channel: .voice, language: "en", opening: opening,
          goal: Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20), market: "public")
      ],
      contracts: [], templates: [], agents: [], holidays: ["public": holidays])
  }

  /// The first days of the forecasts, in order; the last one's four weeks end with the series.
  var origins: [LocalDay] {
    var end = lastDay + 1
    while !series.weekdays.contains(end.weekday) { end = end + 1 }
    return (0..<ObservedSeries.originCount).reversed().map { back in
      end - 7 * (ObservedSeries.horizon + series.weeksBetweenOrigins * back)
    }
  }

  /// All slots of the four weeks from an origin.
  func grid(from origin: LocalDay) -> Grid {
    let end = centre.zone.start(of: origin + 7 * ObservedSeries.horizon)
    return Grid(
      covering: Interval(start: centre.zone.start(of: origin), end: end), slot: series.slot)
  }

  /// What was known when an origin began; nothing of what came later is in it.
  func history(before origin: LocalDay) -> History {
    let end = centre.zone.start(of: origin)
    let known = observations.compactMap { observation in
      observation.instant.map { (instant: $0, volume: observation.volume) }
    }.filter { $0.instant < end }
    guard let start = known.map(\.instant).min() else { return History([]) }
    let grid = Grid(covering: Interval(start: start, end: end), slot: series.slot)
    var offered = Array(repeating: Double.nan, count: grid.count)
    for (instant, volume) in known {
      if let index = grid.index(of: instant) { offered[index] = volume }
    }
    return History([QueueHistory(queue: centre.queues[0].id, grid: grid, offered: offered)])
  }
}
