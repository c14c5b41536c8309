import Timeline
import Workforce

/// A long forecast by date, with the shape of its days: what both doors read from.
struct LongOutlook: Sendable {
  let range: LongRange
  private let table: DayTable
  private let shapes: DayShares
  private let origin: Int

  /// Nil where nothing has come or no day is worked.
  init?(
    of all: DayTable, from day: LocalDay, growth: Double?, seed: UInt64, notes: inout ForecastNotes
  ) {
    let columns = CalendarColumns(of: all)
    let past = TaughtPast(all, columns: columns)
    let table = past.table
    notes.addSilence(of: table)
    notes.addShifts(past.shifts, in: table)
    notes.addOdd(past.oddDays.map { table.days[$0] })
    let first = table.days.firstIndex { $0 >= day } ?? table.days.count
    // Days that are not counted yet, between the history and the first day asked for, are ahead too.
    let origin = min(first, table.pastDays)
    guard table.totals.contains(where: { $0 > 0 }) else {
      notes.addNothing()
      return nil
    }
    guard
      let range = LongRange(
        of: table, columns: columns, from: origin, growth: growth, doubt: past.doubt, seed: seed)
    else { return nil }
    notes.addLongRange(weeks: range.weeks, growth: growth)
    self.range = range
    self.table = table
    self.origin = origin
    shapes = DayShares(of: DayView(of: table, through: origin, isSpecial: columns.isSpecial))
  }

  /// The band of a date; zero on one that is not worked.
  func band(on date: LocalDay, factor: Double) -> Band {
    guard let day = table.index(of: date), day >= origin else { return .zero }
    return range.band(around: factor * range.expected[day - origin], on: day)
  }

  /// The shares of a date's contacts by slot of the local day.
  func shares(on date: LocalDay) -> [Int: Double] {
    guard let day = table.index(of: date) else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(table.slots, shapes.shares(of: day)))
  }
}

extension ForecastNotes {
  /// Weeks of history below which the season of the year is not known.
  private static var weeksOfSeason: Int { Members.weeksOfShort }

  /// Says what a long forecast had to do without.
  mutating func addLongRange(weeks: Int, growth: Double?) {
    if weeks < Self.weeksOfSeason {
      add(
        "\(weeks) weeks of history do not show the season of the year: the level is carried on, and the "
          + "band is wide; import more than a year")
    } else if weeks < LongView.weeksOfTrend, growth == nil {
      add(
        "less than two years of history do not tell growth from season: no trend is expected; where one is "
          + "known, give --growth")
    }
  }

  /// Says from when on no holidays are known though some were.
  mutating func addUnknownHolidays(
    of calendar: HolidayCalendar, since first: LocalDay, until last: LocalDay
  ) {
    guard let known = calendar.holidays.last?.day, known >= first, last - known > 90 else {
      return
    }
    add(
      "no holidays are known after \(known): days beyond are taken as ordinary ones; name those of the "
        + "years to come")
  }
}
