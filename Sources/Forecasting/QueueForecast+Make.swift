import Timeline
import Workforce

extension QueueForecast {
  /// One queue's forecast; nil where its history has no usable observation before the grid.
  init?(
    of queue: Queue, from history: QueueHistory, over grid: Grid, in centre: Centre, seed: UInt64
  ) {
    let clock = LocalClock(
      of: queue.opening,
      over: Interval(
        start: min(history.grid.start, grid.start), end: max(history.grid.end, grid.end)),
      source: history.grid)
    let calendar = centre.calendar(queue.market)
    let isClosed = { (day: LocalDay) in
      queue.isClosedOnHolidays && calendar.isPublicHoliday(day)
    }
    let events = centre.events.filter { $0.queues.contains(queue.id) }
    guard
      let local = LocalTable(
        history, before: grid.start, by: clock, events: events, closedOn: isClosed)
    else { return nil }
    let isDaily = local.slotsPerDay == 1
    let isOpen =
      isDaily
      ? (0..<7).map { weekday in
        clock.isOpen[weekday * clock.slotsPerDay..<(weekday + 1) * clock.slotsPerDay].contains(true)
      } : clock.isOpen
    let first = clock.zone.reading(at: grid.start)
    let firstDay = first.day
    let all = DayTable(
      local, isOpen: isOpen, before: clock.zone.day(at: grid.end) + 1, calendar: calendar)
    let columns = CalendarColumns(of: all)
    let past = TaughtPast(all, columns: columns)
    let table = past.table
    let times = HandlingTimes(of: history, before: grid.start, for: queue, by: clock)
    var notes = ForecastNotes()
    notes.addHistory(of: local, forecastFrom: firstDay)
    notes.addHorizon(until: clock.zone.day(at: Instant(seconds: grid.end.seconds - 60)), of: local)
    notes.addSilence(of: table)
    notes.addShifts(past.shifts, in: table)
    notes.addOdd(past.oddDays.map { table.days[$0] })
    notes.addExcluded(local.excludedDays)
    notes.addUnseen(
      weekdays: table.unseenWeekdays(of: local, isOpen: isOpen), areClosed: local.isLong)
    guard
      let forecast = LocalForecast(
        of: table, columns: columns, from: firstDay,
        slot: isDaily ? 0 : first.secondOfDay / (60 * clock.slot.count),
        together: max(1, grid.slot.count / clock.slot.count), doubt: past.doubt, seed: seed)
    else {
      notes.addNothing()
      notes.addHandlingTime(times, of: queue)
      self.init(
        queue: queue.id, volume: grid.indices.map { _ in .zero },
        handlingTime: grid.indices.map { index in
          times.band(around: times.mean(at: grid.start(of: index), by: clock))
        }, notes: notes.sentences)
      return
    }
    // Few queues have events to learn from, and only these ask for it.
    lazy var usual = UsualVolumes(
      of: table, columns: columns, through: table.pastDays)
    let effects = EventEffects(of: local.learned) { day, slot in
      guard let index = table.index(of: local.firstDay + day),
        let position = table.position(of: slot)
      else { return 0 }
      return usual.volumes(on: index)[position] / past.factor(on: index)
    }
    let sheet = ForecastSheet(
      over: grid, by: clock, of: forecast, times: times, events: events, effects: effects,
      closedOn: isClosed)
    notes.addUnseen(
      holidays: calendar.holidays.filter { holiday in
        grid.interval.overlaps(clock.zone.interval(of: holiday.day)) && !isClosed(holiday.day)
          && forecast.isUnseen(holiday.day)
      })
    notes.addUnseen(
      tags: events.filter { event in
        event.effect == .learn && event.interval.overlaps(grid.interval)
          && effects.factor(of: event.tag) == nil
      }.map(\.tag))
    notes.addHandlingTime(times, of: queue)
    self.init(
      queue: queue.id, volume: sheet.volume,
      handlingTime: zip(sheet.handlingTime, sheet.volume).map { mean, volume in
        // Closed time has no contacts that could even anything out.
        volume.expected > 0
          ? times.band(around: mean, contacts: volume.expected) : times.band(around: mean)
      }, notes: notes.sentences,
      league: forecast.blend.league)
  }
}
