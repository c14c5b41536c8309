import Threads
package import Timeline
package import Workforce

/// Forecasts every queue of a centre by day, for up to a year and a half, side by side.
///
/// Only observations before the first day are used. For the next weeks
/// ``forecast(_:over:named:in:seed:)`` knows more; this one carries on what lasts: the level, a damped
/// trend, the season of the year and the feasts wherever they fall.
///
/// - Parameters:
///   - history: what was counted, each queue on a grid of its own.
///   - days: the dates to forecast, of each queue's own clock.
///   - id: the name of the forecast.
///   - centre: the queues with their opening hours, holidays and events.
///   - growth: what a planner expects a year, 0.05 for 5 %, in place of the trend that the history has.
///   - seed: the seed of all draws.
/// - Returns: a forecast with all queues of the centre.
/// - Throws: ``ForecastFault/noHistory(queues:)`` with every queue that has nothing to learn from.
package func dailyForecast(
  _ history: History, over days: ClosedRange<LocalDay>, named id: String, in centre: Centre,
  growth: Double? = nil, seed: UInt64
) throws(ForecastFault) -> DailyForecast {
  let made = parallelMap(centre.queues.count, threads: processorCount) { index in
    let queue = centre.queues[index]
    return history[queue.id].flatMap {
      QueueDays(of: queue, from: $0, over: days, in: centre, growth: growth, seed: seed)
    }
  }
  let missing = zip(centre.queues, made).filter { $1 == nil }.map(\.0.id)
  guard missing.isEmpty else { throw .noHistory(queues: missing) }
  return DailyForecast(
    id: id, firstDay: days.lowerBound, dayCount: days.count, queues: made.compactMap(\.self))
}

/// Forecasts a bare series by day, of what lies before the first one only.
///
/// - Parameters:
///   - series: what was counted; later readings are not looked at.
///   - day: the first day to forecast.
///   - days: how many, the first included.
///   - growth: what a planner expects a year, in place of the trend that the series has.
///   - seed: the seed of all draws.
/// - Returns: a row a day that is worked, at minute 0; nil where no reading lies before.
package func dailyForecast(
  _ series: WallClockSeries, from day: LocalDay, days: Int, growth: Double? = nil, seed: UInt64
) -> WallClockForecast? {
  guard let local = LocalTable(series, before: day, minute: 0) else { return nil }
  let all = DayTable(
    local, isOpen: Array(repeating: true, count: 7 * local.slotsPerDay), before: day + days,
    calendar: series.holidays)
  var notes = ForecastNotes()
  notes.addHistory(of: local, forecastFrom: day)
  let found = LongOutlook(of: all, from: day, growth: growth, seed: seed, notes: &notes)
  notes.addUnknownHolidays(of: series.holidays, since: local.firstDay, until: day + (days - 1))
  var rows: [WallClockForecast.Row] = []
  for date in day..<day + days where all.index(of: date) != nil {
    rows.append(
      WallClockForecast.Row(
        day: date, minute: 0, volume: found?.band(on: date, factor: 1) ?? .zero))
  }
  return WallClockForecast(
    rows: rows, league: found?.range.league ?? League(rows: [], origins: 0),
    notes: notes.sentences)
}

extension QueueDays {
  /// One queue's days; nil where its history has no usable observation before them.
  init?(
    of queue: Queue, from history: QueueHistory, over days: ClosedRange<LocalDay>,
    in centre: Centre, growth: Double?, seed: UInt64
  ) {
    let zone = queue.opening.zone
    let (start, end) = (zone.start(of: days.lowerBound), zone.start(of: days.upperBound + 1))
    let clock = LocalClock(
      of: queue.opening,
      over: Interval(start: min(history.grid.start, start), end: max(history.grid.end, end)),
      source: history.grid)
    let calendar = centre.calendar(queue.market)
    let isClosed = { (day: LocalDay) in
      queue.isClosedOnHolidays && calendar.isPublicHoliday(day)
    }
    let events = centre.events.filter { $0.queues.contains(queue.id) }
    guard
      let local = LocalTable(
        history, before: start, by: clock, events: events, closedOn: isClosed)
    else { return nil }
    let isDaily = local.slotsPerDay == 1
    let isOpen =
      isDaily
      ? (0..<7).map { weekday in
        clock.isOpen[weekday * clock.slotsPerDay..<(weekday + 1) * clock.slotsPerDay].contains(true)
      } : clock.isOpen
    let table = DayTable(
      local, isOpen: isOpen, before: days.upperBound + 1, calendar: calendar)
    let times = HandlingTimes(of: history, before: start, for: queue, by: clock)
    var notes = ForecastNotes()
    notes.addHistory(of: local, forecastFrom: days.lowerBound)
    notes.addExcluded(local.excludedDays)
    let outlook = LongOutlook(
      of: table, from: days.lowerBound, growth: growth, seed: seed, notes: &notes)
    notes.addUnknownHolidays(of: calendar, since: local.firstDay, until: days.upperBound)
    notes.addHandlingTime(times, of: queue)
    var volume: [Band] = []
    var handlingTime: [Double] = []
    for day in days {
      // What the day has at each hour weighs its handling times and the events of a part of it.
      let hours = outlook?.shares(on: day) ?? [:]
      var (weight, factor, seconds) = (0.0, 0.0, 0.0)
      clock.forEachPiece(of: zone.interval(of: day)) { piece in
        guard clock.isOpen(piece) else { return }
        let share =
          (isDaily ? 1 : hours[piece.slot] ?? 0) * Double(piece.seconds)
        weight += share
        factor += share * Self.factor(of: events, at: piece.start)
        seconds += share * times.mean(on: piece.day, minute: piece.slot * clock.slot.count)
      }
      let band =
        isClosed(day) || weight == 0
        ? Band.zero : outlook?.band(on: day, factor: factor / weight) ?? .zero
      volume.append(band)
      handlingTime.append(weight > 0 ? seconds / weight : times.mean(on: day, minute: 720))
    }
    self.init(
      queue: queue.id, volume: volume, handlingTime: handlingTime, notes: notes.sentences,
      league: outlook?.range.league)
  }

  /// What planned events of a known factor do; what is to be learnt from like events stays out.
  private static func factor(of events: [Event], at instant: Instant) -> Double {
    var factor = 1.0
    for event in events where event.interval.contains(instant) {
      if case .factor(let known) = event.effect { factor *= max(0, known) }
    }
    return factor
  }
}
