import Timeline
import Workforce

@testable import Forecasting

extension DayTable {
  /// Days from a Monday on, open at all slots, and some more to forecast; no holidays.
  static func planted(_ volumes: [Double], slots: Int = 1, ahead: Int = 28) -> DayTable {
    let past = volumes.count / slots
    let first = LocalDay(daysSince1970: 20_794 - past - (7 - past % 7) % 7)
    let signs = DaySigns(firstDay: first, count: past + ahead, calendar: HolidayCalendar())
    return DayTable(
      days: (0..<past + ahead).map { first + $0 }, signs: signs.signs, week: 7, pastDays: past,
      slots: Array(0..<slots), slotsOfLocalDay: slots,
      isOpen: Array(repeating: true, count: 7 * slots), volume: volumes)
  }
}
