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

  /// The block as folded lines.
  var bytes: [UInt8] {
    var lines = ContentLines()
    lines.line("BEGIN:VTIMEZONE")
    lines.add("TZID:")
    lines.add(text: identifier)
    lines.endLine()
    for observance in observances { add(observance, to: &lines) }
    lines.line("END:VTIMEZONE")
    return lines.bytes
  }

  private func add(_ observance: Observance, to lines: inout ContentLines) {
    lines.line(observance.isDaylight ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
    lines.add("DTSTART:")
    lines.add { $0.append(compact: observance.onset) }
    lines.endLine()
    if let rule = observance.rule {
      lines.add("RRULE:")
      lines.add { $0.append(rule) }
      lines.endLine()
    }
    lines.add("TZOFFSETFROM:")
    lines.add { $0.append(offset: observance.offsetBefore) }
    lines.endLine()
    lines.add("TZOFFSETTO:")
    lines.add { $0.append(offset: observance.offsetAfter) }
    lines.endLine()
    lines.add("TZNAME:")
    lines.add(text: observance.name)
    lines.endLine()
    lines.line(observance.isDaylight ? "END:DAYLIGHT" : "END:STANDARD")
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
