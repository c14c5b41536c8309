import Timeline

/// An event of a calendar file, as published or about to be.
struct PublishedEvent: Hashable {
  /// What Nobat last said of its shift.
  enum Status: String {
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  let uid: String
  var sequence: Int
  var stamp: Instant
  var modified: Instant
  var status: Status
  /// The lines that say when it is, with their parameters: `DTSTART;TZID=Europe/Vienna:2026...`.
  var start: String
  var end: String
  /// All other lines: summary, description and so on.
  var details: [String]

  var lines: [String] {
    [
      "BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(CalendarStamp.utc(stamp))", start, end,
      "SEQUENCE:\(sequence)", "LAST-MODIFIED:\(CalendarStamp.utc(modified))",
      "STATUS:\(status.rawValue)",
    ] + details + ["END:VEVENT"]
  }

  /// The zone that the times are written in, nil for UTC.
  var zones: [String] {
    [start, end].compactMap { line in
      line.split(separator: ":", maxSplits: 1).first?.split(separator: ";").dropFirst()
        .first { $0.hasPrefix("TZID=") }.map { String($0.dropFirst("TZID=".count)) }
    }
  }

  /// The years that the times are in, as written.
  var years: [Int] {
    [start, end].compactMap { line in
      line.split(separator: ":").last.flatMap { CalendarStamp.reading($0) }?.day.year
    }
  }

  /// This event as the next edition of an earlier one.
  ///
  /// Nothing changed: the earlier one as it was. A change of time or status raises SEQUENCE (RFC 5545,
  /// 3.8.7.4), a change of the text alone does not; either moves LAST-MODIFIED on.
  func following(_ earlier: PublishedEvent) -> PublishedEvent {
    var next = self
    let isMoved =
      (start, end, status) != (earlier.start, earlier.end, earlier.status)
    if !isMoved, details == earlier.details { return earlier }
    next.sequence = earlier.sequence + (isMoved ? 1 : 0)
    next.modified = max(modified, Instant(seconds: earlier.modified.seconds + 1))
    next.stamp = next.modified
    return next
  }

  /// The event of a shift that is no longer there.
  func cancelled(at stamp: Instant) -> PublishedEvent {
    var next = self
    next.status = .cancelled
    next.stamp = stamp
    next.modified = stamp
    return next.following(self)
  }
}

/// What an earlier calendar file published: its events and its zones.
struct PublishedCalendar {
  private(set) var events: [PublishedEvent] = []
  /// The lines of each VTIMEZONE by its TZID.
  private(set) var zones: [String: [String]] = [:]

  /// Reads a file that Nobat wrote; what is not of that kind is passed over.
  init(_ text: String) {
    var block: [String] = []
    var ending: String?
    for line in ContentLines.unfold(text) {
      if ending == nil, line == "BEGIN:VEVENT" || line == "BEGIN:VTIMEZONE" {
        ending = "END:" + line.dropFirst("BEGIN:".count)
        block = []
      }
      guard let end = ending else { continue }
      block.append(line)
      guard line == end else { continue }
      ending = nil
      if end == "END:VEVENT" {
        if let event = PublishedEvent(block), !events.contains(where: { $0.uid == event.uid }) {
          events.append(event)
        }
      } else if let id = block.first(where: { $0.hasPrefix("TZID:") }) {
        zones[String(id.dropFirst("TZID:".count))] = block
      }
    }
  }
}

extension PublishedEvent {
  /// Reads the lines of an event, or gives nil where Nobat would not have written them.
  init?(_ block: [String]) {
    var values: [String: String] = [:]
    var rest: [String] = []
    for line in block.dropFirst().dropLast() {
      let name = String(line.prefix { $0 != ":" && $0 != ";" })
      switch name {
      case "UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "STATUS":
        values[name] = String(line.dropFirst(name.count + 1))
      case "DTSTART", "DTEND": values[name] = line
      default: rest.append(line)
      }
    }
    guard let uid = values["UID"], !uid.isEmpty, let start = values["DTSTART"],
      let end = values["DTEND"], let sequence = values["SEQUENCE"].flatMap({ Int($0) }),
      (0..<1_000_000).contains(sequence),
      let stamp = values["DTSTAMP"].flatMap({ CalendarStamp.instant($0) }),
      let modified = values["LAST-MODIFIED"].flatMap({ CalendarStamp.instant($0) }),
      let status = values["STATUS"].flatMap({ Status(rawValue: $0) })
    else { return nil }
    self.init(
      uid: uid, sequence: sequence, stamp: stamp, modified: modified, status: status,
      start: start, end: end, details: rest)
    guard years.count == 2 else { return nil }
  }
}
