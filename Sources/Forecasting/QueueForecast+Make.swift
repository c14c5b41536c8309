import Timeline
import Workforce

extension QueueForecast {
  /// One queue's forecast; nil where its history has no usable observation before the grid.
  init?(of queue: Queue, from history: QueueHistory, over grid: Grid, in centre: Centre) {
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
      let table = LocalTable(
        history, before: grid.start, by: clock, events: events, closedOn: isClosed)
    else { return nil }

    let endOfHistory = table.firstDay + table.dayCount
    let endOfForecast = clock.zone.day(at: grid.end) + 1
    let signs = DaySigns(
      firstDay: table.firstDay, count: max(endOfHistory, endOfForecast) - table.firstDay,
      calendar: calendar)
    let whole = Past(table: table, signs: signs, isOpen: clock.isOpen)
    let outliers = Outliers.days(of: whole)
    let past = whole.trusting(outliers, only: Outliers.trust)

    let model = QueueModel(of: past, through: past.dayCount)
    let times = HandlingTimes(of: history, before: grid.start, for: queue, by: clock)
    let sheet = ForecastSheet(
      over: grid, by: clock, model: model, of: past, times: times, events: events,
      closedOn: isClosed)
    let weeks = (endOfForecast - endOfHistory + 6) / 7
    let dispersion = Dispersion(
      of: past, lead: min(4, max(1, weeks)), slots: max(1, grid.slot.count / clock.slot.count))

    var notes = ForecastNotes()
    notes.addHistory(of: table, forecastFrom: clock.zone.day(at: grid.start))
    notes.addOutliers(outliers.map { table.firstDay + $0 })
    notes.addExcluded(table.excludedDays)
    notes.addUnseen(
      weekdays: model.level.unseenWeekdays.filter(past.isOpen(onWeekday:)),
      areClosed: model.level.isUnseenClosed)
    notes.addUnseen(
      holidays: calendar.holidays.filter { holiday in
        grid.interval.overlaps(clock.zone.interval(of: holiday.day)) && !isClosed(holiday.day)
          && model.isUnseen(past.signs.signs[holiday.day - table.firstDay])
      })
    notes.addUnseen(
      tags: events.filter { event in
        event.effect == .learn && event.interval.overlaps(grid.interval)
          && model.events.factor(of: event.tag) == nil
      }.map(\.tag))
    notes.addHandlingTime(times, of: queue)
    self.init(
      queue: queue.id,
      volume: grid.indices.map {
        dispersion.band(around: sheet.volume[$0], doubt: sheet.doubt[$0])
      },
      handlingTime: sheet.handlingTime.map(times.band(around:)), notes: notes.sentences)
  }
}
