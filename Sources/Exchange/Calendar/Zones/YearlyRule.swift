import Timeline

/// The same day of every year by month and weekday: the last Sunday of March, 01:00.
struct YearlyRule: Hashable {
  /// Which of the month's weekdays is meant.
  enum Choice: Hashable {
    /// 1 to 4.
    case number(Int)
    case last
    /// The one among seven days that begin with this one (Chile: the Sunday from the 2nd on).
    case from(Int)
  }

  let month: Int
  let weekday: Weekday
  let choice: Choice
  let secondOfDay: Int

  /// The rule that gives the onsets of the first years, one a year, for as many years as any does;
  /// nil where none gives at least `count`.
  init?(_ onsets: [LocalReading], atLeast count: Int) {
    guard let first = onsets.first else { return nil }
    let day = first.day
    let number = (day.day - 1) / 7 + 1
    let choices =
      (number < 5 ? [Choice.number(number)] : []) + [.last]
      + (max(1, day.day - 6)...min(25, day.day)).map(Choice.from)
    var best: (rule: YearlyRule, years: Int)?
    for choice in choices {
      let rule = YearlyRule(
        month: day.month, weekday: day.weekday, choice: choice, secondOfDay: first.secondOfDay)
      let years = onsets.prefix { rule.first(in: $0.day.year) == $0 }.count
      if years >= count, years > best?.years ?? 0 { best = (rule, years) }
    }
    guard let best else { return nil }
    self = best.rule
  }

  private init(month: Int, weekday: Weekday, choice: Choice, secondOfDay: Int) {
    self.month = month
    self.weekday = weekday
    self.choice = choice
    self.secondOfDay = secondOfDay
  }

  /// The onset of a year.
  func first(in year: Int) -> LocalReading {
    let earliest =
      switch choice {
      case .number(let number): 7 * number - 6
      case .last: LocalDay.daysInMonth(month, of: year) - 6
      case .from(let day): day
      }
    let start = LocalDay(year: year, month: month, day: earliest) ?? LocalDay(daysSince1970: 0)
    let ahead = (weekday.number - start.weekday.number + 7) % 7
    return LocalReading(day: start + ahead, secondOfDay: secondOfDay)
  }

  /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
  var text: String {
    let day = weekday.abbreviation.prefix(2).uppercased()
    let part =
      switch choice {
      case .number(let number): "BYDAY=\(number)\(day)"
      case .last: "BYDAY=-1\(day)"
      case .from(let first):
        "BYMONTHDAY=\((first..<first + 7).map(String.init).joined(separator: ","));BYDAY=\(day)"
      }
    return "FREQ=YEARLY;BYMONTH=\(month);\(part)"
  }
}
