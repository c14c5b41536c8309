import Statistics
import Timeline

/// A queue's days before an origin, as they are carried on for months: the calendar regression, and a
/// level on top of it.
struct LongView: Sendable {
  private let view: DayView
  private let effects: CalendarEffects
  private let isSpecial: [Bool]
  /// The regression's trend a year, in logarithms; 0 where it cannot be told from the season.
  private let slope: Double
  /// The same as the regression has it.
  private let fittedSlope: Double

  /// Weeks of history from which on a trend is told from the season of the year: two whole years.
  static let weeksOfTrend = 104
  /// The steepest trend that is believed: e-fold a year.
  static let steepest = 1.0
  /// Weeks until a day counts half for its weekday's factor, and pseudo days without one.
  static let halfLifeOfWeekday = 26.0
  static let pseudoDays = 4.0

  init(of table: DayTable, columns: CalendarColumns, through origin: Int) {
    isSpecial = columns.isSpecial
    view = DayView(of: table, through: origin, isSpecial: columns.isSpecial)
    effects = CalendarEffects(
      of: view, columns: columns, withYear: !Members.isShort(days: origin, in: table))
    fittedSlope = Self.slope(of: effects, in: table)
    slope =
      origin < Self.weeksOfTrend * table.week
      ? 0 : min(Self.steepest, max(-Self.steepest, fittedSlope))
  }

  /// Expected totals of the days from the origin on, one row for each way.
  func totals(by ways: [LongWay], days: Int) -> [[Double]] {
    let table = view.table
    let isShut = view.isShut(days: days)
    let factors = (0..<7).map(weekdayFactor)
    let first = table.days[view.count - 1]
    let years = (view.count..<view.count + days).map { day in
      Double(table.days[day] - first) / 365.2425
    }
    return ways.map { way in
      let level = ratio(halfLife: way.halfLife)
      return (0..<days).map { ahead in
        guard !isShut[ahead] else { return 0 }
        let day = view.count + ahead
        let drift = slope * way.trend(after: years[ahead]) - fittedSlope * years[ahead]
        return level * effects.fitted[day] * factors[table.weekdays[day]] * exp(drift)
      }
    }
  }

  /// Contacts over what the regression says of them, by the last weeks; of one weekday or of all.
  ///
  /// Days without a contact count too: the regression, of logarithms, has not seen them.
  private func ratio(halfLife: Double, weekday: Int? = nil, pseudo: Double = 0) -> Double {
    var contacts = 0.0
    var expected = 0.0
    var days = 0.0
    for day in 0..<view.count where isOrdinary(day) {
      guard weekday.map({ $0 == view.table.weekdays[day] }) ?? true else { continue }
      let weight = discount(age: view.age[day], halfLife: halfLife)
      contacts += weight * view.totals[day]
      expected += weight * effects.fitted[day]
      days += weight
    }
    guard expected > 0 else { return 1 }
    let usual = pseudo * expected / days
    return (contacts + usual * (pseudo > 0 ? ratio(halfLife: halfLife) : 0)) / (expected + usual)
  }

  /// What a weekday has over what the regression says of it, beyond what all have.
  private func weekdayFactor(_ weekday: Int) -> Double {
    let all = ratio(halfLife: Self.halfLifeOfWeekday)
    guard all > 0 else { return 1 }
    return ratio(
      halfLife: Self.halfLifeOfWeekday, weekday: weekday, pseudo: Self.pseudoDays) / all
  }

  private func isOrdinary(_ day: Int) -> Bool {
    view.table.isSeen[day] && !view.isClosed[view.table.weekdays[day]] && !isSpecial[day]
  }

  /// The regression's change a year: from the first day to the last, what weekday, season and special
  /// days do not explain.
  private static func slope(of effects: CalendarEffects, in table: DayTable) -> Double {
    func plain(_ day: Int) -> Double {
      log(max(effects.fitted[day], 1e-300)) - effects.special[day] - effects.year[day]
    }
    guard let first = table.weekdays.first,
      let last = table.weekdays.lastIndex(of: first), last > 0
    else { return 0 }
    return (plain(last) - plain(0)) * 365.25 / Double(table.days[last] - table.days[0])
  }
}
