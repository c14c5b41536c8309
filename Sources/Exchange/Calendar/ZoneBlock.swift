import Timeline

/// A zone's rules for the years of one calendar: a VTIMEZONE (RFC 5545, 3.6.5).
///
/// Clients take their own rules of the zone's name, or these where they know none. A yearly rule is
/// written as one, from 1970 on, since some desktop clients read nothing else; clock changes that
/// follow no rule are written one by one.
struct ZoneBlock {
  /// A stretch of rules: from an onset on, once or every year.
  struct Observance: Hashable {
    /// What the clock shows at the onset before it changes.
    let onset: LocalReading
    /// Of a yearly one: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
    let rule: String?
    let offsetBefore: Int
    let offsetAfter: Int
    let isDaylight: Bool
    let name: String
  }

  let identifier: String
  let observances: [Observance]

  /// The rules that hold in these years.
  init(_ zone: Zone, years: ClosedRange<Int>) {
    identifier = zone.identifier
    observances = ZoneBlock.yearly(zone, years) ?? ZoneBlock.dated(zone, years)
  }

  var lines: [String] {
    let blocks = observances.flatMap { observance -> [String] in
      let kind = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
      return [
        "BEGIN:\(kind)",
        "DTSTART:\(CalendarStamp.compact(observance.onset))",
        observance.rule.map { "RRULE:\($0)" },
        "TZOFFSETFROM:\(CalendarStamp.offset(observance.offsetBefore))",
        "TZOFFSETTO:\(CalendarStamp.offset(observance.offsetAfter))",
        "TZNAME:\(ContentLines.escape(observance.name))",
        "END:\(kind)",
      ].compactMap(\.self)
    }
    return ["BEGIN:VTIMEZONE", "TZID:\(identifier)"] + blocks + ["END:VTIMEZONE"]
  }

  /// The state on the eve of the years as a standard time from 1970 on, then every change by its
  /// date.
  private static func dated(_ zone: Zone, _ years: ClosedRange<Int>) -> [Observance] {
    let span = span(of: years)
    let offset = zone.offset(at: span.start)
    let first = Observance(
      onset: LocalReading(LocalDay(daysSince1970: 0), .midnight), rule: nil, offsetBefore: offset,
      offsetAfter: offset, isDaylight: false, name: zone.abbreviation(at: span.start))
    let changes = zone.transitions(in: span).map { change in
      Observance(
        onset: LocalReading(secondsSince1970: change.instant.seconds + change.offsetBefore),
        rule: nil, offsetBefore: change.offsetBefore, offsetAfter: change.offsetAfter,
        isDaylight: change.isDaylightAfter && change.offsetAfter > change.offsetBefore,
        name: change.abbreviationAfter)
    }
    return [first] + changes
  }

  /// Two yearly changes, or nil where the years do not all have the same two.
  ///
  /// Of the two the time that is ahead is called daylight, also where the zone's law calls it the
  /// standard (Dublin): calendars know it only so.
  private static func yearly(_ zone: Zone, _ years: ClosedRange<Int>) -> [Observance]? {
    // A year before the first decides how that begins; later ones tell rules apart that agree in
    // these years.
    let needed = years.lowerBound - 1...years.upperBound
    let changes = (needed.lowerBound...needed.upperBound + 24).map { year in
      zone.transitions(in: ZoneBlock.span(of: year...year))
    }
    guard let first = changes.first, first.count == 2 else { return nil }
    let alike = changes.prefix { year in
      year.count == 2
        && zip(year, first).allSatisfy { change, model in
          change.offsetBefore == model.offsetBefore && change.offsetAfter == model.offsetAfter
        }
    }
    guard alike.count >= needed.count else { return nil }
    let observances = first.indices.map { index -> Observance? in
      let onsets = alike.map { year in
        LocalReading(
          secondsSince1970: year[index].instant.seconds + year[index].offsetBefore)
      }
      guard let rule = YearlyRule(onsets, atLeast: needed.count) else { return nil }
      let change = first[index]
      return Observance(
        onset: rule.first(in: 1970), rule: rule.text, offsetBefore: change.offsetBefore,
        offsetAfter: change.offsetAfter, isDaylight: change.offsetAfter > change.offsetBefore,
        name: change.abbreviationAfter)
    }
    return observances.contains { $0 == nil } ? nil : observances.compactMap(\.self)
  }

  /// Years of Greenwich time.
  private static func span(of years: ClosedRange<Int>) -> Interval {
    func newYear(_ year: Int) -> Instant {
      let day = LocalDay(year: year, month: 1, day: 1) ?? LocalDay(daysSince1970: 0)
      return Instant(seconds: 86_400 * day.daysSince1970)
    }
    return Interval(
      start: newYear(years.lowerBound), end: newYear(years.upperBound + 1))
  }
}

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
