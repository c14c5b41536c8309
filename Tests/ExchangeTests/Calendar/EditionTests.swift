import Exchange
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct EditionTests {
  /// Changes of a plan by chance: shifts come, go, move and lose their breaks, styles change.
  static func changed(
    _ shifts: [Shift], of agents: [Agent], from firstDay: LocalDay, _ chance: inout Generator
  ) -> [Shift] {
    var next: [Shift] = []
    for shift in shifts {
      switch chance.index(below: 6) {
      case 0: continue
      case 1:
        let delay = 15 * Minutes(chance.index(below: 5))
        next.append(
          Shift(
            agent: shift.agent, template: shift.template, day: shift.day,
            interval: Interval(start: shift.interval.start + delay, length: .hours(3)),
            breaks: [], paid: shift.paid))
      default: next.append(shift)
      }
    }
    for _ in 0..<chance.index(below: 5) {
      let agent = agents[chance.index(below: agents.count)]
      let day = firstDay + chance.index(below: 7)
      let start = agent.zone.start(of: day) + 15 * Minutes(chance.index(below: 90))
      let pause = Activity(
        kind: chance.index(below: 2) == 0 ? .meal : .rest,
        interval: Interval(start: start + .hours(1), length: Minutes(30)))
      let shift = Shift(
        agent: agent.id, template: chance.index(below: 2) == 0 ? "day" : "late", day: day,
        interval: Interval(start: start, length: .hours(3)),
        breaks: chance.index(below: 2) == 0 ? [] : [pause], paid: .hours(3))
      let isFree = !next.contains {
        $0.agent == shift.agent && $0.interval.overlaps(shift.interval)
      }
      if isFree { next.append(shift) }
    }
    return next
  }

  @Test("Over many editions numbers rise exactly with what changes, and names stay")
  func laws() throws {
    let centre = try Acme().centre()
    try forEvery(seed: 0..<150) { seed in
      var chance = Generator(seed: seed)
      // The week in which the clocks of Vienna go back.
      var rota = Rota(centre, from: try #require(LocalDay("2026-10-19")))
      rota.style.breaks = CalendarStyle.Breaks.allCases[chance.index(below: 3)]
      var shifts: [Shift] = []
      var (before, stamp) = (rota.edition, Rota.stamp)
      for _ in 0..<6 {
        shifts = Self.changed(shifts, of: centre.agents, from: rota.firstDay, &chance)
        if chance.index(below: 5) == 0 { rota.style.isPrivate.toggle() }
        let set = rota.publish(shifts, at: stamp)
        let again = rota.publish(shifts.reversed(), at: stamp + .days(1))
        guard again == set else { return false }
        guard Self.follows(set, before), Self.tells(set, of: shifts) else { return false }
        before = set.edition
        stamp = stamp + .hours(chance.index(below: 30))
      }
      return true
    }
  }

  /// Whether an edition's numbers are right after the one before.
  private static func follows(_ set: CalendarSet, _ before: Edition) -> Bool {
    let old = Dictionary(before.events.map { ($0.uid, $0) }) { first, _ in first }
    let new = Dictionary(set.edition.events.map { ($0.uid, $0) }) { first, _ in first }
    guard new.count == set.edition.events.count, old.keys.allSatisfy({ new[$0] != nil })
    else { return false }
    return new.allSatisfy { uid, event in
      guard let earlier = old[uid] else { return event.sequence == 0 }
      let isMoved = event.isMoved(from: earlier)
      let isChanged = isMoved || event.digest != earlier.digest
      return event.sequence == earlier.sequence + (isMoved ? 1 : 0)
        && (event.modified > earlier.modified) == isChanged
        && (event.modified == earlier.modified) == !isChanged
    }
  }

  /// Whether every shift has one event, and every event of the files is one of the edition.
  private static func tells(_ set: CalendarSet, of shifts: [Shift]) -> Bool {
    let told = set.edition.events.filter { $0.kind == .shift && $0.status == .confirmed }
    guard told.count == shifts.count, shifts.allSatisfy({ set.edition.event(of: $0) != nil })
    else { return false }
    return set.agents.allSatisfy { agent in
      let sequences = ReadCalendar(set.calendars[agent]).values("SEQUENCE")
      let events = set.edition.events(of: agent)
      let shown = events.filter { sequences[$0.uid] != nil }
      return shown.allSatisfy { sequences[$0.uid] == String($0.sequence) }
        && shown.count == sequences.count
        && events.allSatisfy { $0.status == .cancelled || sequences[$0.uid] != nil }
    }
  }

  @Test("A LAST-MODIFIED of the same bytes is the same, of other bytes another")
  func bytesAndStamps() throws {
    let centre = try Acme().centre()
    try forEvery(seed: 0..<60) { seed in
      var chance = Generator(seed: seed)
      var rota = Rota(centre, from: try #require(LocalDay("2026-12-07")))
      let shifts = Self.changed([], of: centre.agents, from: rota.firstDay, &chance)
      let first = rota.publish(shifts)
      rota.style.times = .utc
      let next = Self.changed(shifts, of: centre.agents, from: rota.firstDay, &chance)
      let second = rota.publish(next, at: Rota.stamp + .hours(2))
      return second.agents.allSatisfy { agent in
        let (old, new) = (
          ReadCalendar(first.calendars[agent]), ReadCalendar(second.calendars[agent])
        )
        return old.values("LAST-MODIFIED").allSatisfy { uid, stamp in
          let isSame = old.event(uid) == new.event(uid)
          return isSame == (new.values("LAST-MODIFIED")[uid] == stamp)
        }
      }
    }
  }

  @Test("An edition comes back as it was written") func roundTrip() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let monday = try #require(LocalDay("2026-10-19"))
    #expect(
      try acme.workspace.edition(ofWeekFrom: monday) == Edition(firstDay: monday), "of nothing")
    try forEvery(seed: 0..<40) { seed in
      var chance = Generator(seed: seed)
      var rota = Rota(centre, from: monday)
      rota.style.breaks = .events
      var shifts: [Shift] = []
      for _ in 0..<3 {
        shifts = Self.changed(shifts, of: centre.agents, from: monday, &chance)
        _ = rota.publish(shifts)
      }
      try acme.workspace.write(rota.edition)
      return try acme.workspace.edition(ofWeekFrom: monday) == rota.edition
    }
  }

  @Test("An edition's file is plain: a row an event, with both times") func file() throws {
    let acme = try Acme()
    var (rota, _, shifts) = try CalendarSetTests.laura(acme)
    rota.style.showsDaysOff = false
    try acme.workspace.write(rota.publish([shifts[2]]).edition)
    let lines = try acme.text("editions/2026-10-19.csv").split(separator: "\n")
    #expect(
      lines[0] == """
        uid,agent,kind,what,day,zone,start_local,end_local,start,end,status,sequence,modified,\
        revision,published,digest
        """)
    #expect(
      lines[1].hasPrefix(
        """
        laura-2026-10-24@acme.nobat.invalid,laura,shift,day,2026-10-24,Europe/Vienna,\
        2026-10-24T17:45:00,2026-10-25T02:15:00,2026-10-24T15:45:00Z,2026-10-25T00:15:00Z,\
        CONFIRMED,0,2026-05-28T20:26:40Z,1,
        """))
    #expect(lines.count == 2)
  }

  @Test(
    "A wrong row of an edition is told with its line",
    arguments: [
      ("CONFIRMED,0,", "CONFIRMED,-1,"), ("laura,shift", "laura,shaft"), (",laura,", ",../x,"),
      ("2026-10-24T15:45:00Z", "2026-10-26T15:45:00Z"), ("Europe/Vienna", ""),
      ("2026-10-24T17:45:00", "25 o'clock"), ("laura-2026", "mina-2026"),
    ])
  func wrongRow(old: String, new: String) throws {
    let acme = try Acme()
    var (rota, _, shifts) = try CalendarSetTests.laura(acme)
    try acme.workspace.write(rota.publish(shifts).edition)
    let file = "editions/2026-10-19.csv"
    let text = try acme.text(file)
    let lines = text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("laura-2026-10-24@") })
    try acme.put(
      lines.enumerated().map { $0 == place ? $1.replacing(old, with: new, maxReplacements: 1) : $1 }
        .joined(separator: "\n"), file)
    let findings = #expect(throws: Findings.self) {
      try acme.workspace.edition(ofWeekFrom: rota.firstDay)
    }
    #expect(findings?.list.first?.line == place + 1)
    #expect(findings?.list.count == 1)
  }
}
