package import Timeline
package import Workforce

/// One agent's shifts as an iCalendar file (RFC 5545, RFC 7986), the same input giving the same bytes;
/// nil where there is no event to publish.
///
/// Of the shifts the agent's own are taken, and no other agent is named. `stamp` is the time of this
/// edition, for what is new or changed in it; `previous` is the text of the edition before: what did not
/// change keeps its bytes, what changed gets a later LAST-MODIFIED and, where its time or status did, a
/// higher SEQUENCE, and a shift that is gone stays, cancelled.
package func iCalendar(
  of agent: Agent, shifts: [Shift], in centre: Centre, stamp: Instant, previous: String? = nil
) -> String? {
  let earlier = PublishedCalendar(previous ?? "")
  let published = Dictionary(earlier.events.map { ($0.uid, $0) }) { first, _ in first }
  let writer = AgentCalendar(agent: agent, centre: centre, stamp: stamp)
  let current = writer.events(of: shifts.filter { $0.agent == agent.id })
  let uids = Set(current.map(\.uid))
  let kept = current.map { event in published[event.uid].map(event.following) ?? event }
  // An event in a zone that neither we nor the earlier edition explain was not written by Nobat.
  let gone = earlier.events.filter { event in
    !uids.contains(event.uid)
      && event.zones.allSatisfy { $0 == agent.zone.identifier || earlier.zones[$0] != nil }
  }
  .map { $0.cancelled(at: stamp) }
  let events = (kept + gone).sorted { $0.uid < $1.uid }
  return events.isEmpty ? nil : writer.text(events, zones: earlier.zones)
}

/// Puts an agent's shifts into the words of a calendar.
struct AgentCalendar {
  let agent: Agent
  let centre: Centre
  let stamp: Instant

  /// The domain of names that cannot be anybody's (RFC 2606): `acme.nobat.invalid`.
  static func domain(of centre: Centre) -> String {
    let letters = centre.name.lowercased().unicodeScalars.map { scalar -> Character in
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    // A label of a domain has at most 63 letters (RFC 1035, 2.3.4).
    let words = String(letters).split(separator: "-").joined(separator: "-")
    let label = words.prefix(63).split(separator: "-").joined(separator: "-")
    return "\(label.isEmpty ? "workspace" : label).nobat.invalid"
  }

  /// The name of a shift's event for ever, whatever happens to its hours: by agent and day.
  ///
  /// A second shift of the day has its number.
  static func uid(of shift: Shift, number: Int, in centre: Centre) -> String {
    "\(shift.agent)-\(shift.day)\(number > 1 ? "-\(number)" : "")@\(domain(of: centre))"
  }

  /// The events of the agent's shifts with their uids, in order of time.
  func events(of shifts: [Shift]) -> [PublishedEvent] {
    AgentCalendar.numbered(shifts).map { shift, number in
      event(shift, uid: AgentCalendar.uid(of: shift, number: number, in: centre))
    }
  }

  /// One agent's shifts in order, with the number that each has on its day.
  static func numbered(_ shifts: [Shift]) -> [(shift: Shift, number: Int)] {
    var counts: [LocalDay: Int] = [:]
    return shifts.sorted { ($0.interval.start, $0.day) < ($1.interval.start, $1.day) }.map {
      shift in
      counts[shift.day, default: 0] += 1
      return (shift, counts[shift.day, default: 1])
    }
  }

  private func event(_ shift: Shift, uid: String) -> PublishedEvent {
    let zone = agent.zone
    let span = "\(clock(shift.interval.start))-\(clock(shift.interval.end))"
    let (start, end) = times(of: shift.interval)
    let queues = agent.skills.map(\.queue.rawValue).joined(separator: ", ")
    let breaks = shift.breaks.map { pause in
      "\(clock(pause.interval.start))-\(clock(pause.interval.end)) \(pause.kind.rawValue)"
    }
    var description = ["\(shift.template): \(span) (\(zone))", "Paid: \(shift.paid)"]
    if !breaks.isEmpty { description += ["Breaks:"] + breaks }
    if !queues.isEmpty { description.append("Queues: \(queues)") }
    return PublishedEvent(
      uid: uid, sequence: 0, stamp: stamp, modified: stamp, status: .confirmed,
      start: "DTSTART\(start)", end: "DTEND\(end)",
      details: [
        "SUMMARY:\(ContentLines.escape("Shift \(span)"))",
        "DESCRIPTION:\(ContentLines.escape(description.joined(separator: "\n")))",
        "LOCATION:\(ContentLines.escape(agent.site.rawValue))",
        "CATEGORIES:SHIFT,\(ContentLines.escape(shift.template.rawValue))",
        "TRANSP:OPAQUE",
        organizer,
      ])
  }

  /// Parameters and values of both ends: local time with the zone, or UTC for both where a clock
  /// shows one of them twice, since clients disagree which of the two is meant.
  private func times(of interval: Interval) -> (start: String, end: String) {
    let zone = agent.zone
    let ends = [interval.start, interval.end]
    let isRepeated = ends.contains { instant in
      if case .twice = zone.occurrence(of: zone.reading(at: instant)) { true } else { false }
    }
    if isRepeated || zone == .utc {
      return (":\(CalendarStamp.utc(interval.start))", ":\(CalendarStamp.utc(interval.end))")
    }
    let texts = ends.map { instant in
      ";TZID=\(zone.identifier):\(CalendarStamp.compact(zone.reading(at: instant)))"
    }
    return (texts[0], texts[1])
  }

  private func clock(_ instant: Instant) -> String {
    agent.zone.reading(at: instant).time.description
  }

  /// Who publishes (RFC 5546 wants one with a METHOD), at an address that nobody can have.
  private var organizer: String {
    "ORGANIZER;CN=Planning:mailto:planning@\(AgentCalendar.domain(of: centre))"
  }

  /// The file: its head, the zones that events use, and the events.
  func text(_ events: [PublishedEvent], zones earlier: [String: [String]]) -> String {
    let name = ContentLines.escape("Shifts of \(ContentLines.oneLine(agent.name))")
    var lines = ContentLines()
    lines.add([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nobat//Shifts//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME:\(name)", "X-WR-CALNAME:\(name)",
      "X-WR-TIMEZONE:\(agent.zone.identifier)",
      // Every hour, as far as a client asks the file how often.
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
    ])
    for identifier in Set(events.flatMap(\.zones)).sorted() {
      lines.add(zoneLines(identifier, events, earlier))
    }
    for event in events { lines.add(event.lines) }
    lines.add("END:VCALENDAR")
    return lines.text
  }

  /// The agent's zone by its rules; one of an earlier edition, before the agent moved, as it was.
  private func zoneLines(
    _ identifier: String, _ events: [PublishedEvent], _ earlier: [String: [String]]
  ) -> [String] {
    guard identifier == agent.zone.identifier else { return earlier[identifier] ?? [] }
    let years = events.filter { $0.zones.contains(identifier) }.flatMap(\.years)
    guard let first = years.min(), let last = years.max() else { return [] }
    return ZoneBlock(agent.zone, years: first...last).lines
  }
}
