import Forecasting
import TestSupport
import Timeline
import Workforce

extension PlantedHistory {
  /// The past that the steps of the method see.
  func past(
    of offered: [Double]? = nil, opening: OpeningHours? = nil, events: [Event] = [],
    holidays: [Holiday] = [], days ahead: Int = 7
  ) -> Past? {
    let history = QueueHistory(queue: "q", grid: grid, offered: offered ?? expected(on: grid))
    let opening = opening ?? .always(in: zone)
    let clock = LocalClock(of: opening, over: grid.interval, source: grid)
    guard
      let table = LocalTable(
        history, before: grid.end, by: clock, events: events, closedOn: { _ in false })
    else { return nil }
    let signs = DaySigns(
      firstDay: table.firstDay, count: table.dayCount + ahead,
      calendar: HolidayCalendar(holidays))
    return Past(table: table, signs: signs, isOpen: clock.isOpen)
  }
}
