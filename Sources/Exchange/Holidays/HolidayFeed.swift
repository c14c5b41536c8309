import Holidays
import Timeline

/// A day of a calendar file.
struct FeedDay: Hashable {
  let day: LocalDay
  let name: String
}

/// Reads the all-day events of an iCalendar file as holidays.
enum HolidayFeed {
  /// Longer files are no lists of holidays.
  static let mostBytes = 8_000_000
  /// What all events of a file may give together, repetitions tried included.
  static let mostDays = 500_000

  /// The days of a file, to the last year of the built-in calendars.
  ///
  /// Events with times are left out, and one warning says so; what cannot be read is a finding.
  static func days(of bytes: [UInt8], file: String, _ inspection: Inspection) -> [FeedDay] {
    guard bytes.count <= mostBytes else {
      inspection.error(
        Place(file: file), "the file has more than \(mostBytes / 1_000_000) MB",
        hint: "name a file of holidays alone")
      return []
    }
    let (lines, odd) = FeedLine.read(bytes)
    guard lines.first?.name == "BEGIN", lines.first?.value.uppercased() == "VCALENDAR" else {
      inspection.error(
        Place(file: file, line: 1), "this is not an iCalendar file, which begins BEGIN:VCALENDAR",
        hint: "download it anew, and look at what came")
      return []
    }
    for line in odd {
      inspection.warning(
        Place(file: file, line: line), "the line is no property and is left out",
        hint: "if it goes on with the line before, begin it with a blank")
    }
    return days(of: newest(of: events(in: lines, file, inspection)), file, inspection)
  }

  /// An event or one of its repetitions, which may be told more than once.
  private struct Told: Hashable {
    let id: String
    let replaces: LocalDay?
  }

  /// The events without those that are told anew with a higher number.
  private static func newest(of events: [FeedEvent]) -> [FeedEvent] {
    var sequences: [Told: Int] = [:]
    for event in events {
      guard let id = event.id else { continue }
      let told = Told(id: id, replaces: event.replaces)
      sequences[told] = max(sequences[told] ?? event.sequence, event.sequence)
    }
    return events.filter { event in
      guard let id = event.id else { return true }
      return event.sequence == sequences[Told(id: id, replaces: event.replaces)]
    }
  }

  private static func days(
    of events: [FeedEvent], _ file: String, _ inspection: Inspection
  ) -> [FeedDay] {
    var replaced: [String: Set<LocalDay>] = [:]
    // What is told of all later repetitions is not read: they are left out rather than misread.
    var ends: [String: LocalDay] = [:]
    for event in events {
      guard let id = event.id, let day = event.replaces else { continue }
      replaced[id, default: []].insert(day)
      if event.replacesFollowing { ends[id] = min(ends[id] ?? day, day) }
    }
    var budget = mostDays
    var days: [FeedDay] = []
    for event in events where !event.isCancelled {
      if event.replacesFollowing, let day = event.replaces {
        let name = event.name.isEmpty ? "" : "\"\(event.name.prefix(60))\": "
        inspection.warning(
          Place(file: file, line: event.line),
          name + "it changes all repetitions from \(day) on, which is not read: they are left out",
          hint: "write their days into \(HolidayCalendars.file)")
        continue
      }
      guard let starts = starts(of: event, budget: &budget) else {
        inspection.error(
          Place(file: file, line: event.line),
          "the events of the file have more than \(mostDays) days",
          hint: "remove those that are no holidays")
        break
      }
      let moved = event.replaces == nil ? event.id.flatMap { replaced[$0] } : nil
      let end = event.replaces == nil ? event.id.flatMap { ends[$0] } : nil
      let excluded = Set(event.excluded)
      if event.name.isEmpty {
        inspection.warning(
          Place(file: file, line: event.line), "the event has no SUMMARY",
          hint: "give it one; until then it is called Holiday")
      }
      let name = event.name.isEmpty ? "Holiday" : event.name
      for start in starts where !excluded.contains(start) && !(moved?.contains(start) ?? false) {
        if let end, start >= end { continue }
        days += (0..<event.days).map { FeedDay(day: start + $0, name: name) }
      }
    }
    return days
  }

  /// The days on which an event begins; nil where its days are more than the budget has left.
  private static func starts(of event: FeedEvent, budget: inout Int) -> [LocalDay]? {
    var starts = [event.first]
    if let rule = event.rule, event.replaces == nil {
      let repeated = rule.days(
        from: event.first, through: WorldHolidays.years.upperBound, budget: &budget)
      guard let repeated else { return nil }
      starts = repeated
    }
    starts += event.extra
    budget -= starts.count * event.days
    return budget >= 0 ? starts : nil
  }
}

// MARK: - Components

extension HolidayFeed {
  /// The events of a file; parts that are neither calendar nor event are passed over.
  private static func events(
    in lines: [FeedLine], _ file: String, _ inspection: Inspection
  ) -> [FeedEvent] {
    var open: [(name: String, line: Int)] = []
    var properties: [FeedLine] = []
    var events: [FeedEvent] = []
    var timed: [Int] = []
    for line in lines {
      switch line.name {
      case "BEGIN":
        open.append((line.value.uppercased(), line.line))
        if open.count == 2 { properties = [] }
      case "END":
        guard let last = open.last, last.name == line.value.uppercased() else {
          let expected = open.last.map { "END:\($0.name)" } ?? "BEGIN"
          inspection.error(
            Place(file: file, line: line.line),
            "END:\(line.value.prefix(40)) stands where \(expected) should",
            hint: "the file is damaged; download it anew")
          return events
        }
        if open.count == 2, last.name == "VEVENT" {
          do throws(FeedEvent.Fault) {
            events.append(try FeedEvent(properties, line: last.line))
          } catch {
            report(error, properties, &timed, file, inspection)
          }
        }
        open.removeLast()
      default:
        if open.count == 2 { properties.append(line) }
      }
    }
    if let last = open.last {
      inspection.error(
        Place(file: file, line: last.line),
        "the \(last.name.prefix(40)) that begins here never ends",
        hint: "the file is cut short; download it anew")
    }
    if let first = timed.first {
      let events = timed.count == 1 ? "an event has" : "\(timed.count) events have"
      inspection.warning(
        Place(file: file, line: first), "\(events) times of day and no holiday: left out",
        hint: "only all-day events (DTSTART;VALUE=DATE) are holidays")
    }
    return events
  }

  private static func report(
    _ fault: FeedEvent.Fault, _ properties: [FeedLine], _ timed: inout [Int], _ file: String,
    _ inspection: Inspection
  ) {
    let name = properties.first { $0.name == "SUMMARY" }?.text ?? ""
    let subject = name.isEmpty ? "" : "\"\(name.prefix(60))\": "
    switch fault {
    case .isTimed(let line): timed.append(line)
    case .faulty(let line, let message, let hint):
      inspection.error(Place(file: file, line: line), subject + message, hint: hint)
    case .unusual(let line, let message):
      inspection.warning(
        Place(file: file, line: line), subject + message + ", which is not read: left out",
        hint: "write its days into \(HolidayCalendars.file)")
    }
  }
}
