package import Timeline
package import Workforce

/// The calendars of a roster, the next edition of its week; the same input gives the same bytes.
///
/// What an earlier edition said alike keeps every byte, also its stamps; what is moved, added or
/// cancelled gets a higher SEQUENCE; see ``Edition``.
///
/// - Parameters:
///   - agents: only these; nil for all, and those of the earlier edition who have left. Of others the
///     edition keeps what it said
///   - stamp: when this edition is made, for what is new or changed in it
///   - edition: what the week's events said before; its first day is the roster's
package func calendars(
  of roster: Roster, for agents: [Agent]? = nil, in centre: Centre, style: CalendarStyle,
  stamp: Instant, following edition: Edition
) -> CalendarSet {
  precondition(edition.firstDay == roster.firstDay, "an edition is of the roster's week")
  var writer = CalendarWriter(centre, style: style, stamp: stamp, firstDay: roster.firstDay)
  let chosen = agents ?? centre.agents + writer.former(in: edition)
  let shifts = Dictionary(grouping: roster.shifts.indices) { roster.shifts[$0].agent }
  let timeOff = Dictionary(
    grouping: centre.timeOff.filter { off in
      off.state == .approved && off.from < roster.firstDay + 7 && roster.firstDay <= off.to
    }, by: \.agent)

  var calendars: [Agent.ID: AgentCalendar] = [:]
  var events: [Edition.Event] = []
  events.reserveCapacity(max(edition.events.count, roster.shifts.count))
  for agent in chosen {
    // A roster's shifts stand in order of agent, so an agent's are a slice.
    let own = shifts[agent.id].map { roster.shifts[$0[0]...$0[$0.count - 1]] } ?? []
    let calendar = writer.calendar(
      of: agent, shifts: own, timeOff: timeOff[agent.id] ?? [],
      earlier: edition.events(of: agent.id), into: &events)
    if let calendar { calendars[agent.id] = calendar }
  }
  let written = Set(chosen.map(\.id))
  events += edition.events.filter { !written.contains($0.agent) }
  return CalendarSet(
    of: calendars, edition: Edition(firstDay: roster.firstDay, events: events))
}

/// Writes one agent's calendar after another; what they have in common is made once.
private struct CalendarWriter {
  let centre: Centre
  let style: CalendarStyle
  let stamp: Instant
  let firstDay: LocalDay
  private let naming: Naming
  private let organizer: String
  private let zones: [String: Zone]
  private var clocks: [String: ZoneClock] = [:]
  private var blocks: [ZoneYears: [UInt8]] = [:]
  private var lines = ContentLines(reserving: 16_384)
  private var hiddenLines = ContentLines()

  private struct ZoneYears: Hashable {
    let zone: String
    let years: ClosedRange<Int>
  }

  init(_ centre: Centre, style: CalendarStyle, stamp: Instant, firstDay: LocalDay) {
    self.centre = centre
    self.style = style
    self.stamp = stamp
    self.firstDay = firstDay
    naming = Naming(centre)
    organizer = style.organizer ?? "planning@\(Naming.domain(of: centre))"
    let known = [centre.zone] + centre.sites.map(\.zone) + centre.agents.map(\.zone)
    zones = Dictionary(known.map { ($0.identifier, $0) }) { first, _ in first }
  }

  /// Those whom an edition knows and the centre no longer does, by their ids alone.
  func former(in edition: Edition) -> [Agent] {
    let present = Set(centre.agents.map(\.id))
    let zonesOfFormer = Dictionary(
      edition.events.lazy.filter { !present.contains($0.agent) }.map { ($0.agent, $0.zone) }
    ) { first, _ in first }
    return zonesOfFormer.sorted { $0.key < $1.key }.map { id, zone in
      Agent(
        id: id, name: id.rawValue, site: "", contract: "", zone: zones[zone] ?? centre.zone,
        skills: [])
    }
  }

  /// An event on its way into a calendar.
  private struct Draft {
    var event: Edition.Event
    let earlier: Edition.Event?
    let shift: Shift?

    var isMoved: Bool { earlier.map { event.isMoved(from: $0) } ?? true }
  }

  /// An agent's calendar; what its events now say is added to `events`.
  mutating func calendar(
    of agent: Agent, shifts: ArraySlice<Shift>, timeOff: [TimeOff],
    earlier: ArraySlice<Edition.Event>, into events: inout [Edition.Event]
  ) -> AgentCalendar? {
    let clock = self.clock(of: agent.zone)
    let drafts = self.drafts(of: agent, shifts, timeOff, earlier, on: clock)
    guard !drafts.isEmpty else { return nil }
    let latest = earlier.map(\.revision).max() ?? 0
    let revision = drafts.contains(where: \.isMoved) ? latest + 1 : latest
    let clocks = drafts.map { self.clock(ofZone: $0.event.zone, or: clock) }
    let isLocal = zip(drafts, clocks).map { self.isLocal($0.event, on: $1) }
    let isHidden = drafts.map { self.isHidden($0) }

    let words = style.languages.words(
      for: [style.languageOfAll, agent.language, style.language])
    let text = EventText(
      words: words, style: style, agent: agent, organizer: words.organizer(organizer))
    let (identifiers, blocks) = zoneBlocks(drafts, isLocal: isLocal, isHidden: isHidden, clocks)
    let head = self.head(of: agent, words)
    lines.removeAll()
    hiddenLines.removeAll()
    lines.add(lines: head.published)
    for block in blocks where block.isPublished { lines.add(lines: block.bytes) }

    var entries: [AgentCalendar.Entry] = []
    entries.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      var event = draft.event
      var place = AgentCalendar.Entry.Place.none
      if !isHidden[index] {
        let start = lines.count
        event = CalendarWriter.write(
          draft, isLocal: isLocal[index], clock: clocks[index], text, at: stamp, revision,
          to: &lines)
        place = .published(start..<lines.count)
      } else if draft.isMoved || event.revision == revision {
        let start = hiddenLines.count
        event = CalendarWriter.write(
          draft, isLocal: isLocal[index], clock: clocks[index], text, at: stamp, revision,
          to: &hiddenLines)
        place = .hidden(start..<hiddenLines.count)
      }
      events.append(event)
      let isCancelled = event.status == .cancelled
      entries.append(
        AgentCalendar.Entry(
          uid: event.uid, isCancelled: isCancelled,
          isNewlyCancelled: isCancelled && event.revision == revision,
          zone: isLocal[index] ? identifiers.firstIndex(of: event.zone) : nil, place: place))
    }
    lines.add(lines: AgentCalendar.end)
    return AgentCalendar(
      head: head, zones: blocks.map(\.bytes), text: Array(lines.bytes[...]),
      hidden: Array(hiddenLines.bytes[...]), entries: entries)
  }

  /// What the agent's week holds now, and what of the earlier edition is gone, in order.
  private func drafts(
    of agent: Agent, _ shifts: ArraySlice<Shift>, _ timeOff: [TimeOff],
    _ earlier: ArraySlice<Edition.Event>, on clock: ZoneClock
  ) -> [Draft] {
    let appointments = Appointment.all(
      of: agent, shifts: shifts, timeOff: timeOff, weekFrom: firstDay, on: clock, style: style)
    let names = naming.names(of: appointments, agent: agent.id, earlier: earlier)
    var drafts: [Draft] = []
    drafts.reserveCapacity(appointments.count + earlier.count)
    for (appointment, name) in zip(appointments, names) {
      let isAllDay = appointment.kind.isAllDay
      let (day, interval) = (appointment.day, appointment.interval)
      drafts.append(
        Draft(
          event: Edition.Event(
            uid: name.uid, agent: agent.id, kind: appointment.kind, what: appointment.what,
            day: day, zone: agent.zone.identifier,
            start: isAllDay ? LocalReading(day, .midnight) : clock.reading(at: interval.start),
            end: isAllDay ? LocalReading(day + 1, .midnight) : clock.reading(at: interval.end),
            interval: interval, status: .confirmed, modified: stamp),
          earlier: name.earlier, shift: appointment.shift))
    }
    guard !earlier.isEmpty else { return drafts.sorted { $0.event < $1.event } }
    let kept = Set(names.compactMap { $0.earlier?.uid })
    for event in earlier where !kept.contains(event.uid) {
      drafts.append(Draft(event: event.cancelled, earlier: event, shift: nil))
    }
    return drafts.sorted { $0.event < $1.event }
  }

  /// Whether an event is left out of the published file: it was cancelled long ago, or is not to be
  /// shown at all once it is cancelled.
  private func isHidden(_ draft: Draft) -> Bool {
    guard draft.event.status == .cancelled else { return false }
    guard style.cancelledDays > 0 else { return true }
    guard let earlier = draft.earlier, earlier.status == .cancelled else { return false }
    return stamp >= earlier.modified + .days(style.cancelledDays)
  }

  /// Writes an event as it now is, and says what it now says.
  private static func write(
    _ draft: Draft, isLocal: Bool, clock: ZoneClock?, _ text: EventText, at stamp: Instant,
    _ revision: Int, to lines: inout ContentLines
  ) -> Edition.Event {
    var event = draft.event
    lines.line("BEGIN:VEVENT")
    lines.add("UID:")
    lines.add(text: event.uid)
    lines.endLine()
    let start = lines.count
    text.addBody(of: event, shift: draft.shift, isLocal: isLocal, clock: clock, to: &lines)
    event.digest = lines.digest(from: start, salt: text.style.alarm?.count ?? 0)
    if let earlier = draft.earlier {
      event = event.following(earlier, at: stamp, revision: revision)
    } else {
      event.revision = revision
    }
    lines.add("DTSTAMP:")
    lines.add { $0.append(compact: event.modified) }
    lines.endLine()
    lines.add("SEQUENCE:")
    lines.add { $0.append(digits: event.sequence) }
    lines.endLine()
    lines.add("LAST-MODIFIED:")
    lines.add { $0.append(compact: event.modified) }
    lines.endLine()
    text.addAlarm(of: event, to: &lines)
    lines.line("END:VEVENT")
    return event
  }
}

// MARK: - Zones and heads

extension CalendarWriter {
  private mutating func clock(of zone: Zone) -> ZoneClock {
    if let clock = clocks[zone.identifier] { return clock }
    let clock = ZoneClock(zone, weekFrom: firstDay)
    clocks[zone.identifier] = clock
    return clock
  }

  /// The clock of an event's zone, mostly the agent's; nil for a zone that the centre no longer has.
  private mutating func clock(ofZone name: String, or own: ZoneClock) -> ZoneClock? {
    if own.zone.identifier == name { return own }
    return zones[name].map { clock(of: $0) }
  }

  /// Whether an event's times are written on its zone's clock.
  private func isLocal(_ event: Edition.Event, on clock: ZoneClock?) -> Bool {
    guard style.times == .local, !event.kind.isAllDay, let clock, clock.zone != .utc else {
      return false
    }
    return clock.isPlain(event.start, at: event.interval.start)
      && clock.isPlain(event.end, at: event.interval.end)
  }

  /// The zones of the times, and their blocks for the years of these; which of them the published file
  /// needs.
  private mutating func zoneBlocks(
    _ drafts: [Draft], isLocal: [Bool], isHidden: [Bool], _ clocks: [ZoneClock?]
  ) -> (identifiers: [String], blocks: [(bytes: [UInt8], isPublished: Bool)]) {
    var identifiers: [String] = []
    var uses: [(clock: ZoneClock, first: Int, last: Int, isPublished: Bool)] = []
    for (index, draft) in drafts.enumerated() where isLocal[index] {
      guard let clock = clocks[index] else { continue }
      let (event, isPublished) = (draft.event, !isHidden[index])
      let (first, last) = (event.start.day.year, event.end.day.year)
      if let place = identifiers.firstIndex(of: event.zone) {
        uses[place].first = min(uses[place].first, first)
        uses[place].last = max(uses[place].last, last)
        uses[place].isPublished = uses[place].isPublished || isPublished
      } else {
        identifiers.append(event.zone)
        uses.append((clock, first, last, isPublished))
      }
    }
    let blocks = uses.map { use in
      (
        bytes: block(of: use.clock.zone, years: use.first...use.last), isPublished: use.isPublished
      )
    }
    return (identifiers, blocks)
  }

  private mutating func block(of zone: Zone, years: ClosedRange<Int>) -> [UInt8] {
    let key = ZoneYears(zone: zone.identifier, years: years)
    if let block = blocks[key] { return block }
    let block = ZoneBlock(zone, years: years).bytes
    blocks[key] = block
    return block
  }

  private func head(of agent: Agent, _ words: Words) -> AgentCalendar.Head {
    AgentCalendar.Head(
      published: head(of: agent, words, method: "METHOD:PUBLISH"),
      cancelled: head(of: agent, words, method: "METHOD:CANCEL"))
  }

  private func head(of agent: Agent, _ words: Words, method: StaticString) -> [UInt8] {
    let name = ContentLines.oneLine(agent.name)
    var head = ContentLines(reserving: 512)
    head.add(lines: AgentCalendar.plainHead)
    head.line(method)
    for property in ["NAME:", "X-WR-CALNAME:"] as [StaticString] {
      head.add(property)
      head.add(words[.calendar]) { lines, _ in lines.add(text: name) }
      head.endLine()
    }
    head.add("X-WR-TIMEZONE:")
    head.add { $0.append(agent.zone.identifier) }
    head.endLine()
    // Every hour, as far as a client asks the file how often.
    head.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    head.line("X-PUBLISHED-TTL:PT1H")
    return head.bytes
  }
}
