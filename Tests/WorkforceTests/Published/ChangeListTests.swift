import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("ChangeList")
struct ChangeListTests {
  private func kinds(
    _ before: [PublishedShift], _ after: [PublishedShift]
  ) -> [ShiftChange.Kind] {
    ChangeList(from: before, to: after).changes.map(\.kind)
  }

  @Test("What is as it was is not told")
  func same() throws {
    let week = [try Told.shift(day: 0, from: 8), try Told.shift(day: 1, from: 8)]
    #expect(ChangeList(from: week, to: week).isEmpty)
    #expect(ChangeList(from: week, to: week.reversed()).isEmpty)
  }

  @Test("A shift that begins at another time of its day has moved, with both times")
  func moved() throws {
    let before = try Told.shift(day: 0, from: 8)
    let after = try Told.shift(day: 0, from: 10)
    let changes = ChangeList(from: [before], to: [after]).changes
    #expect(changes == [.moved(from: before, to: after)])
  }

  @Test("Other breaks, paid time or templates at the same times are a change, no move")
  func changed() throws {
    let before = try Told.shift(day: 0, from: 8, breakAfter: 3)
    for after in [
      try Told.shift(day: 0, from: 8, breakAfter: 4),
      try Told.shift(day: 0, from: 8, breakAfter: 3, paid: 450),
      try Told.shift(day: 0, from: 8, template: "early", breakAfter: 3),
    ] {
      #expect(
        ChangeList(from: [before], to: [after]).changes == [.changed(from: before, to: after)])
    }
  }

  @Test("New days are added and lost ones cancelled, far apart as they are")
  func addedAndCancelled() throws {
    let before = [try Told.shift(day: 0, from: 8), try Told.shift(day: 1, from: 8)]
    let after = [try Told.shift(day: 0, from: 8), try Told.shift(day: 4, from: 8)]
    let changes = ChangeList(from: before, to: after).changes
    #expect(changes == [.cancelled(before[1]), .added(after[1])])
  }

  @Test("Shifts of one template belong together before the nearest do")
  func templateFirst() throws {
    let before = [
      try Told.shift(day: 0, from: 6, hours: 4, template: "early"),
      try Told.shift(day: 0, from: 14, hours: 4, template: "late"),
    ]
    let after = [try Told.shift(day: 0, from: 12, hours: 4, template: "early")]
    // 14:00 is nearer to 12:00 than 06:00 is, but of another template.
    let changes = ChangeList(from: before, to: after).changes
    #expect(changes == [.moved(from: before[0], to: after[0]), .cancelled(before[1])])
  }

  @Test("Of two shifts of a day the nearer one has moved")
  func nearestOfTheDay() throws {
    let before = [
      try Told.shift(day: 0, from: 6, hours: 4), try Told.shift(day: 0, from: 14, hours: 4),
    ]
    let after = [try Told.shift(day: 0, from: 15, hours: 4)]
    let changes = ChangeList(from: before, to: after).changes
    #expect(changes == [.cancelled(before[0]), .moved(from: before[1], to: after[0])])
  }

  @Test("A night that begins after midnight instead of before it has moved, not gone")
  func acrossMidnight() throws {
    let before = try Told.shift(day: 0, from: 23)
    // 02:00 of the next day: three hours later.
    let after = try Told.shift(day: 1, from: 2)
    #expect(kinds([before], [after]) == [.moved])
    // Half a day is too far: 23:00 to 11:00.
    #expect(kinds([before], [try Told.shift(day: 1, from: 11)]) == [.cancelled, .added])
    #expect(kinds([before], [try Told.shift(day: 1, from: 10)]) == [.moved])
  }

  @Test("The same hours of two agents are no move from one to the other")
  func agentsApart() throws {
    let ana = try Told.shift("ana", day: 0, from: 8)
    let ben = try Told.shift("ben", day: 0, from: 8)
    let changes = ChangeList(from: [ben], to: [ana])
    #expect(changes.changes == [.added(ana), .cancelled(ben)])
    #expect(changes.agents == ["ana", "ben"])
    #expect(changes["ana"].changes == [.added(ana)])
    #expect(changes.byAgent.map(\.agent) == ["ana", "ben"])
  }

  @Test("The same moments on another clock are a move: people go by the clock")
  func otherClock() throws {
    let before = try Told.shift(day: 0, from: 8)
    let after = PublishedShift(before.shift, in: try Worlds.zone("Europe/London"))
    #expect(kinds([before], [after]) == [.moved])
    // Another name of the same clock moves nothing.
    let renamed = PublishedShift(before.shift, in: try Worlds.zone("Europe/Berlin"))
    #expect(kinds([before], [renamed]) == [.changed])
  }

  @Test("Applied to the old week, the changes give the new one")
  func applied() throws {
    try forEvery(seed: 0..<300) { seed in
      var chance = Generator(seed: seed)
      let before = try Told.week(&chance)
      let after = try Told.week(&chance)
      var shifts = before
      for change in ChangeList(from: before, to: after).changes {
        if let old = change.before {
          guard let index = shifts.firstIndex(of: old) else { return false }
          shifts.remove(at: index)
        }
        if let new = change.after { shifts.append(new) }
      }
      return counts(shifts) == counts(after)
    }
  }

  @Test("The way back tells the same the other way round")
  func reversed() throws {
    try forEvery(seed: 0..<300) { seed in
      var chance = Generator(seed: seed)
      let before = try Told.week(&chance)
      let after = try Told.week(&chance)
      let there = ChangeList(from: before, to: after).changes.map { [$0.before, $0.after] }
      let back = ChangeList(from: after, to: before).changes.map { [$0.after, $0.before] }
      return counts(there) == counts(back)
    }
  }

  @Test("Changes come in order of agent and time, and each is one of the four kinds")
  func order() throws {
    try forEvery(seed: 0..<100) { seed in
      var chance = Generator(seed: seed)
      let list = ChangeList(from: try Told.week(&chance), to: try Told.week(&chance))
      let keys = list.changes.map { change in
        let starts = [change.before, change.after].compactMap { $0?.shift.interval.start }
        return (change.agent, starts.min() ?? Instant(seconds: 0))
      }
      let isSorted = zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
      return isSorted
        && ShiftChange.Kind.allCases.reduce(0) { $0 + list.count($1) } == list.changes.count
    }
  }

  private func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
