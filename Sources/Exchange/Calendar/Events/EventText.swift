import Timeline
import Workforce

/// Puts one agent's events into lines, in the agent's language.
struct EventText {
  let words: Words
  let style: CalendarStyle
  let agent: Agent
  /// The line that says who publishes, folded.
  let organizer: [UInt8]
  /// The agent's queues as a list, escaped; empty for none.
  private let queues: [UInt8]

  init(words: Words, style: CalendarStyle, agent: Agent, organizer: [UInt8]) {
    self.words = words
    self.style = style
    self.agent = agent
    self.organizer = organizer
    var list = ContentLines()
    for (index, skill) in agent.skills.enumerated() {
      if index > 0 { list.add(words[.comma]) }
      list.add(text: skill.queue.rawValue)
    }
    queues = list.bytes
  }

  /// Adds an event, numbered as the next edition of an earlier one; a shift comes with its details.
  ///
  /// The text goes before the stamps, since by it one sees whether they change.
  func add(
    _ event: inout Edition.Event, _ shift: Shift?, following earlier: Edition.Event?,
    at stamp: Instant, _ revision: Int, isLocal: Bool, _ clock: ZoneClock?,
    to lines: inout ContentLines
  ) {
    lines.line("BEGIN:VEVENT")
    lines.add("UID:")
    lines.add(text: event.uid)
    lines.endLine()
    let start = lines.count
    addBody(of: event, shift: shift, isLocal: isLocal, clock: clock, to: &lines)
    event.digest = lines.digest(from: start, salt: alarm(of: event)?.count ?? 0)
    event.revision = revision
    if let earlier { event = event.following(earlier, at: stamp, revision: revision) }
    lines.add("DTSTAMP:")
    lines.add { $0.append(compact: event.modified) }
    lines.endLine()
    lines.add("SEQUENCE:")
    lines.add { $0.append(digits: event.sequence) }
    lines.endLine()
    lines.add("LAST-MODIFIED:")
    lines.add { $0.append(compact: event.modified) }
    lines.endLine()
    addAlarm(of: event, to: &lines)
    lines.line("END:VEVENT")
  }

  /// Adds what a reader gets of an event, from its start to its organizer.
  private func addBody(
    of event: Edition.Event, shift: Shift?, isLocal: Bool, clock: ZoneClock?,
    to lines: inout ContentLines
  ) {
    addTimes(of: event, isLocal: isLocal, to: &lines)
    lines.line(event.status == .confirmed ? "STATUS:CONFIRMED" : "STATUS:CANCELLED")
    lines.add("SUMMARY:")
    if event.status == .confirmed {
      addTitle(of: event, to: &lines)
    } else {
      lines.add(words[.cancelled]) { lines, _ in addTitle(of: event, to: &lines) }
    }
    lines.endLine()
    addDescription(of: event, shift: shift, clock: clock, to: &lines)
    if event.status == .confirmed, !event.kind.isAllDay, !agent.site.rawValue.isEmpty {
      lines.add("LOCATION:")
      lines.add(text: agent.site.rawValue)
      lines.endLine()
    }
    addLook(of: event, to: &lines)
    lines.add(lines: organizer)
  }

  /// How long before an event its reader is rung for it, if at all.
  private func alarm(of event: Edition.Event) -> Minutes? {
    event.kind == .shift && event.status == .confirmed ? style.alarm : nil
  }

  private func addAlarm(of event: Edition.Event, to lines: inout ContentLines) {
    guard let alarm = alarm(of: event) else { return }
    lines.line("BEGIN:VALARM")
    lines.line("ACTION:DISPLAY")
    lines.add("DESCRIPTION:")
    addTitle(of: event, to: &lines)
    lines.endLine()
    lines.add("TRIGGER:-PT")
    lines.add { $0.append(digits: alarm.count) }
    lines.add("M")
    lines.endLine()
    lines.line("END:VALARM")
  }

  // MARK: Times

  private func addTimes(of event: Edition.Event, isLocal: Bool, to lines: inout ContentLines) {
    for (isStart, reading) in [(true, event.start), (false, event.end)] {
      lines.add(isStart ? "DTSTART" : "DTEND")
      if event.kind.isAllDay {
        lines.add(";VALUE=DATE:")
        lines.add { $0.append(compact: reading.day) }
      } else if isLocal {
        lines.add(";TZID=")
        lines.add { $0.append(event.zone) }
        lines.add(":")
        lines.add { $0.append(compact: reading) }
      } else {
        lines.add(":")
        lines.add { $0.append(compact: isStart ? event.interval.start : event.interval.end) }
      }
      lines.endLine()
    }
  }

  // MARK: Words

  private func addTitle(of event: Edition.Event, to lines: inout ContentLines) {
    switch event.kind {
    case .shift:
      lines.add(words[.shift]) { lines, slot in add(slot, of: event, to: &lines) }
    case .pause:
      lines.add(words[.pause]) { lines, slot in add(slot, of: event, to: &lines) }
    case .dayOff: lines.add(words[.dayOff])
    case .leave: lines.add(words[.leave])
    case .sick: lines.add(words[.sick])
    case .training: lines.add(words[.training])
    }
  }

  private func add(_ slot: Phrase.Slot, of event: Edition.Event, to lines: inout ContentLines) {
    switch slot {
    case .from: lines.add { $0.append(clock: event.start) }
    case .to: lines.add { $0.append(clock: event.end) }
    case .zone: lines.add(text: event.zone)
    case .shift: lines.add(text: event.what)
    case .kind:
      if let kind = Activity.Kind(rawValue: event.what) {
        lines.add(words.phrase(for: kind))
      } else {
        lines.add(text: event.what)
      }
    default: break
    }
  }

  private func addDescription(
    of event: Edition.Event, shift: Shift?, clock: ZoneClock?, to lines: inout ContentLines
  ) {
    guard event.kind == .shift else { return }
    lines.add("DESCRIPTION:")
    lines.add(words[.details]) { lines, slot in add(slot, of: event, to: &lines) }
    if !words[.date].isEmpty, let date = PersianDay(event.day) {
      lines.add("\\n")
      lines.add(words[.date]) { lines, _ in date.add(to: &lines) }
    }
    if let shift {
      lines.add("\\n")
      lines.add(words[.paid]) { lines, _ in add(shift.paid, to: &lines) }
      if style.breaks == .described, !shift.breaks.isEmpty, let clock {
        lines.add("\\n")
        lines.add(words[.breaks])
        for pause in shift.breaks {
          lines.add("\\n")
          add(pause, on: clock, to: &lines)
        }
      }
      if !queues.isEmpty {
        lines.add("\\n")
        lines.add(words[.queues]) { lines, _ in lines.add(queues) }
      }
    }
    lines.endLine()
  }

  private func add(_ pause: Activity, on clock: ZoneClock, to lines: inout ContentLines) {
    lines.add(words[.oneBreak]) { lines, slot in
      switch slot {
      case .from: lines.add { $0.append(clock: clock.reading(at: pause.interval.start)) }
      case .to: lines.add { $0.append(clock: clock.reading(at: pause.interval.end)) }
      default: lines.add(words.phrase(for: pause.kind))
      }
    }
  }

  /// `8 h`, `45 min`, `8 h 30 min`.
  private func add(_ time: Minutes, to lines: inout ContentLines) {
    let (hours, minutes) = time.count.quotientAndRemainder(dividingBy: 60)
    let key: Words.Key = minutes == 0 ? .hours : hours == 0 ? .minutes : .hoursAndMinutes
    lines.add(words[key]) { lines, slot in
      lines.add { $0.append(digits: slot == .hours ? hours : minutes) }
    }
  }

  // MARK: How clients show it

  private func addLook(of event: Edition.Event, to lines: inout ContentLines) {
    switch event.kind {
    case .shift:
      lines.add("CATEGORIES:SHIFT,")
      lines.add(text: event.what)
      lines.endLine()
      lines.line("COLOR:steelblue")
    case .pause:
      lines.add("CATEGORIES:BREAK,")
      lines.add(text: event.what)
      lines.endLine()
      lines.line("COLOR:mediumseagreen")
    case .dayOff:
      lines.line("CATEGORIES:DAY-OFF")
      lines.line("COLOR:lightgray")
    case .leave:
      lines.line("CATEGORIES:LEAVE")
      lines.line("COLOR:gold")
    case .sick:
      lines.line("CATEGORIES:SICK")
      lines.line("COLOR:lightcoral")
    case .training:
      lines.line("CATEGORIES:TRAINING")
      lines.line("COLOR:mediumpurple")
    }
    if style.isPrivate { lines.line("CLASS:PRIVATE") }
    let isBusy = event.status == .confirmed && !event.kind.isAllDay
    lines.line(isBusy ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT")
    if event.kind.isAllDay { lines.line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE") }
  }
}

extension Words {
  /// What a break of a kind is called.
  fileprivate func phrase(for kind: Activity.Kind) -> Phrase {
    switch kind {
    case .meal: self[.meal]
    case .rest: self[.rest]
    case .meeting: self[.meeting]
    case .training, .work: self[.course]
    }
  }

  /// `ORGANIZER;CN=Planning:mailto:planning@acme.nobat.invalid`, folded: RFC 5546 wants one with every
  /// METHOD.
  func organizer(_ address: String) -> [UInt8] {
    // A parameter's value has no quotes and no control characters (RFC 5545, section 3.2).
    let name = ContentLines.oneLine(self[.planning].text).filter { $0 != "\"" }
    var line = ContentLines()
    line.add("ORGANIZER;CN=\"")
    line.add { $0.append(name) }
    line.add("\":mailto:")
    line.add { $0.append(address) }
    line.endLine()
    return line.bytes
  }
}
