package import Timeline
package import Workforce

/// The calendars of a roster, the next edition of its week; the same input gives the same bytes.
///
/// What an earlier edition said alike keeps every byte, also its stamps; what is moved, added or
/// cancelled gets a higher SEQUENCE; see ``Edition``.
///
/// Without `agents` all get one, and those of the earlier edition who have left; of agents who are not
/// asked for the next edition keeps what the last one said. `stamp` is when this edition is made, for what
/// is new or changed in it. The earlier edition is of the roster's week. `publication` is the number of
/// the publication that these are of, if they are of one.
package func calendars(
  of roster: Roster, for agents: [Agent]? = nil, in centre: Centre, style: CalendarStyle,
  stamp: Instant, following edition: Edition, as publication: Int? = nil
) -> CalendarSet {
  precondition(edition.firstDay == roster.firstDay, "an edition is of the roster's week")
  var writer = CalendarWriter(
    centre, style: style, stamp: stamp, firstDay: roster.firstDay, publication: publication)
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
  let publication: Int?
  private let naming: Naming
  private let organizer: String
  private let zones: [String: Zone]
  private var clocks: [String: ZoneClock] = [:]
  private var blocks: [ZoneYears: [UInt8]] = [:]
  /// By the tag that agents name.
  private var voices: [String: Voice] = [:]
  private var lines = ContentLines(reserving: 16_384)
  private var hiddenLines = ContentLines()

  /// A language with the line that says in it who publishes.
  private struct Voice {
    let words: Words
    let organizer: [UInt8]
  }

  private struct ZoneYears: Hashable {
    let zone: String
    let years: ClosedRange<Int>
  }

  init(
    _ centre: Centre, style: CalendarStyle, stamp: Instant, firstDay: LocalDay, publication: Int?
  ) {
    self.centre = centre
    self.style = style
    self.stamp = stamp
    self.firstDay = firstDay
    self.publication = publication
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
    /// The places of the event that it goes on with, and of its shift.
    let earlier: Int?
    let shift: Int?
  }

  /// An agent's calendar; what its events now say is added to `events`.
  mutating func calendar(
    of agent: Agent, shifts: ArraySlice<Shift>, timeOff: [TimeOff],
    earlier: ArraySlice<Edition.Event>, into events: inout [Edition.Event]
  ) -> AgentCalendar? {
    let clock = self.clock(of: agent.zone)
    let drafts = self.drafts(of: agent, shifts, timeOff, earlier, on: clock)
    guard !drafts.isEmpty else { return nil }
    let latest = earlier.reduce(0) { max($0, $1.revision) }
    let isAnyMoved = drafts.contains { draft in
      draft.earlier.map { draft.event.isMoved(from: earlier[$0]) } ?? true
    }
    let revision = isAnyMoved ? latest + 1 : latest
    let looks = drafts.map { look(of: $0, earlier, clock) }
    let zones = zoneBlocks(drafts, looks)
    let text = self.text(of: agent)
    lines.removeAll()
    hiddenLines.removeAll()
    let title = addHead(of: agent, text.words)
    for block in zones.blocks where block.isPublished { lines.add(lines: block.bytes) }

    var entries: [AgentCalendar.Entry] = []
    entries.reserveCapacity(drafts.count)
    for (draft, look) in zip(drafts, looks) {
      var event = draft.event
      let before = draft.earlier.map { earlier[$0] }
      let shift = draft.shift.map { shifts[$0] }
      var place = AgentCalendar.Entry.Place.none
      if !look.isHidden {
        let start = lines.count
        text.add(
          &event, shift, following: before, at: stamp, revision, isLocal: look.isLocal,
          look.clock, to: &lines)
        place = .published(start..<lines.count)
      } else if before.map({ isCalledOff($0, revision) }) ?? true {
        // Nobody is shown it any more, but whoever has it must be told, and may be told again.
        let start = hiddenLines.count
        text.add(
          &event, shift, following: before, at: stamp, revision, isLocal: look.isLocal,
          look.clock, to: &hiddenLines)
        place = .hidden(start..<hiddenLines.count)
      } else if let before {
        event = before
      }
      let isCancelled = event.status == .cancelled
      if let publication, !isCancelled { event.published = publication }
      entries.append(
        AgentCalendar.Entry(
          uid: event.uid, isCancelled: isCancelled,
          isNewlyCancelled: isCancelled && isCalledOff(event, revision),
          zone: look.isLocal ? zones.identifiers.firstIndex(of: event.zone) : nil, place: place))
      events.append(event)
    }
    lines.add(lines: AgentCalendar.end)
    return AgentCalendar(
      zones: zones.blocks.map(\.bytes), text: Array(lines.bytes[...]), title: title,
      hidden: Array(hiddenLines.bytes[...]), entries: entries)
  }

  /// Whether an event that is cancelled, before this edition or by it, belongs into the cancellations
  /// that go with this edition.
  ///
  /// These are what the last change cancelled. A publication tells of all that the one before told
  /// otherwise, whatever editions lay between; a run of it that died may have counted it already.
  private func isCalledOff(_ event: Edition.Event, _ revision: Int) -> Bool {
    if let publication { return publication > 1 && event.published >= publication - 1 }
    return event.status != .cancelled || event.revision == revision
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
    drafts.reserveCapacity(max(appointments.count, earlier.count))
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
    let kept = Set(names.compactMap(\.earlier))
    for index in earlier.indices where !kept.contains(index) {
      drafts.append(Draft(event: earlier[index].cancelled, earlier: index, shift: nil))
    }
    let isInOrder = drafts.indices.dropFirst().allSatisfy {
      drafts[$0 - 1].event < drafts[$0].event
    }
    return isInOrder ? drafts : drafts.sorted { $0.event < $1.event }
  }

  /// How an event is written.
  private struct Look {
    /// Its zone's clock, nil for a zone that the centre no longer has.
    let clock: ZoneClock?
    /// Whether its times are those of that clock, or in UTC.
    let isLocal: Bool
    /// Whether it is left out of the published file: it was cancelled long ago, or is not to be shown at
    /// all once it is cancelled.
    let isHidden: Bool
  }

  private mutating func look(
    of draft: Draft, _ earlier: ArraySlice<Edition.Event>, _ own: ZoneClock
  ) -> Look {
    let event = draft.event
    let clock = clock(ofZone: event.zone, or: own)
    let isLocal =
      style.times == .local && !event.kind.isAllDay && clock.map { isPlain(event, on: $0) } ?? false
    var isHidden = false
    if event.status == .cancelled, let index = draft.earlier {
      let isOld =
        earlier[index].status == .cancelled
        && stamp >= earlier[index].modified + .days(style.cancelledDays)
      isHidden = isOld || style.cancelledDays == 0
    }
    return Look(clock: clock, isLocal: isLocal, isHidden: isHidden)
  }

  /// Whether everybody reads the times of an event on its zone's clock as they are meant.
  private func isPlain(_ event: Edition.Event, on clock: ZoneClock) -> Bool {
    clock.zone != .utc && clock.isPlain(event.start, at: event.interval.start)
      && clock.isPlain(event.end, at: event.interval.end)
  }
}

// MARK: - What calendars have in common

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

  /// The zones of the times, and their blocks for the years of these; which of them the published file
  /// needs.
  private mutating func zoneBlocks(
    _ drafts: [Draft], _ looks: [Look]
  ) -> (identifiers: [String], blocks: [(bytes: [UInt8], isPublished: Bool)]) {
    var identifiers: [String] = []
    var uses: [(zone: Zone, first: Int, last: Int, isPublished: Bool)] = []
    for (draft, look) in zip(drafts, looks) where look.isLocal {
      guard let zone = look.clock?.zone else { continue }
      let (first, last) = (draft.event.start.day.year, draft.event.end.day.year)
      if let place = identifiers.firstIndex(of: draft.event.zone) {
        uses[place].first = min(uses[place].first, first)
        uses[place].last = max(uses[place].last, last)
        uses[place].isPublished = uses[place].isPublished || !look.isHidden
      } else {
        identifiers.append(draft.event.zone)
        uses.append((zone, first, last, !look.isHidden))
      }
    }
    let blocks = uses.map { use in
      (bytes: block(of: use.zone, years: use.first...use.last), isPublished: use.isPublished)
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

  /// What puts an agent's events into words.
  private mutating func text(of agent: Agent) -> EventText {
    let tag = agent.language ?? style.language
    let voice: Voice
    if let known = voices[tag] {
      voice = known
    } else {
      let words = style.languages.words(for: [style.languageOfAll, tag, style.language])
      voice = Voice(words: words, organizer: words.organizer(organizer))
      voices[tag] = voice
    }
    return EventText(words: voice.words, style: style, agent: agent, organizer: voice.organizer)
  }

  /// Adds the head of an agent's published file; the place of the lines that name the calendar.
  private mutating func addHead(of agent: Agent, _ words: Words) -> Range<Int> {
    let name = ContentLines.oneLine(agent.name)
    lines.add(lines: AgentCalendar.plainHead)
    lines.line("METHOD:PUBLISH")
    let start = lines.count
    for property in ["NAME:", "X-WR-CALNAME:"] as [StaticString] {
      lines.add(property)
      lines.add(words[.calendar]) { lines, _ in lines.add(text: name) }
      lines.endLine()
    }
    lines.add("X-WR-TIMEZONE:")
    lines.add { $0.append(agent.zone.identifier) }
    lines.endLine()
    // Every hour, as far as a client asks the file how often.
    lines.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    lines.line("X-PUBLISHED-TTL:PT1H")
    return start..<lines.count
  }
}
