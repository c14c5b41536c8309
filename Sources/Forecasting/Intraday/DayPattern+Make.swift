import Threads
package import Timeline
package import Workforce

/// How the days of a queue deviate from forecasts of them, learnt from what would have been said of its
/// past; see ``DayPattern``.
///
/// - Parameters:
///   - queue: whose history it is.
///   - history: what was counted; only what was known before the moment is looked at.
///   - end: the moment, mostly the start of the day.
///   - slot: the length of the slots that will be forecast.
///   - centre: the queue's holidays and events.
///   - seed: the seed of the forecasts.
/// - Returns: ``DayPattern/usual`` where too little is known.
package func dayPattern(
  of queue: Queue, from history: QueueHistory, before end: Instant, slot: Minutes,
  in centre: Centre, seed: UInt64
) -> DayPattern {
  let forecast = LocalForecast(
    of: queue, from: history, before: end, days: DayPattern.daysAhead, in: centre, seed: seed)
  guard let forecast else { return .usual }
  return DayPattern(of: forecast.runs(together: max(1, slot.count / forecast.minutes.count)))
}

/// The patterns of several queues, learnt side by side of what was known before the day that holds a moment;
/// a queue without history has the usual one.
package func dayPatterns(
  of queues: [Queue], from history: History?, onDayOf moment: Instant, slot: Minutes,
  in centre: Centre, seed: UInt64
) -> [DayPattern] {
  parallelMap(queues.count, threads: processorCount) { number in
    let queue = queues[number]
    let zone = queue.opening.zone
    return history?[queue.id].map {
      dayPattern(
        of: queue, from: $0, before: zone.start(of: zone.day(at: moment)), slot: slot, in: centre,
        seed: seed)
    } ?? .usual
  }
}

/// How the days of a bare series deviate, of what lies before a day only.
package func dayPattern(
  of series: WallClockSeries, before day: LocalDay, seed: UInt64
) -> DayPattern {
  guard let local = LocalTable(series, before: day, minute: 0) else { return .usual }
  let all = DayTable(
    local, isOpen: Array(repeating: true, count: 7 * local.slotsPerDay),
    before: day + DayPattern.daysAhead, calendar: series.holidays)
  return LocalForecast(of: all, from: day, seed: seed).map { DayPattern(of: $0.runs(together: 1)) }
    ?? .usual
}

extension DayPattern {
  /// Days of each of the past's forecasts that are learnt from.
  static let daysAhead = 7
}

extension LocalForecast {
  /// The days after a moment by a queue's own clock; nil where nothing is known before.
  fileprivate init?(
    of queue: Queue, from history: QueueHistory, before end: Instant, days: Int, in centre: Centre,
    seed: UInt64
  ) {
    let clock = LocalClock(
      of: queue.opening,
      over: Interval(start: min(history.grid.start, end), end: end + .days(days + 1)),
      source: history.grid)
    let calendar = centre.calendar(queue.market)
    let local = LocalTable(
      history, before: end, by: clock,
      events: centre.events.filter { $0.queues.contains(queue.id) },
      closedOn: { queue.isClosedOnHolidays && calendar.isPublicHoliday($0) })
    // Whole days say nothing of what is in them.
    guard let local, local.slotsPerDay > 1 else { return nil }
    let today = clock.zone.day(at: end)
    self.init(
      of: DayTable(local, isOpen: clock.isOpen, before: today + days, calendar: calendar),
      from: today, seed: seed)
  }

  /// Forecasts from a day on of the past as the methods are taught it.
  fileprivate init?(of all: DayTable, from day: LocalDay, seed: UInt64) {
    let columns = CalendarColumns(of: all)
    let past = TaughtPast(all, columns: columns)
    self.init(of: past.table, columns: columns, from: day, seed: seed)
  }

  /// The length of the table's slots.
  fileprivate var minutes: Minutes { Minutes(1440 / max(1, table.slotsOfLocalDay)) }

  /// What was said of the past beside what came, slots that are asked for together as one.
  fileprivate func runs(together: Int) -> [[DaySlot]] {
    let slots = table.slotsPerDay
    return blend.trials.map { trial in
      let expected = blend.volumes(of: trial)
      var run: [DaySlot] = []
      for day in 0..<expected.count / slots {
        let date = 24 * Double(table.days[trial.origin + day].daysSince1970)
        for first in stride(from: 0, to: slots, by: together) {
          let cells = day * slots + first..<day * slots + min(first + together, slots)
          let mean = expected[cells].reduce(0, +)
          let band = blend.spread.band(
            around: mean, lead: cells.lowerBound - trial.offset, doubt: 0)
          run.append(
            DaySlot(
              hour: date + Double(table.slots[first]) * minutes.hours, day: day, band: band,
              actual: trial.actual[cells].reduce(0, +)))
        }
      }
      return run
    }
  }
}
