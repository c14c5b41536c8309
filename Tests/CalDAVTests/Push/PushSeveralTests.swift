import CalDAV
import Synchronization
import TestSupport
import Testing

@Suite("Pushing several calendars", .enabled(if: StumblingServer.python != nil, "it needs python3"))
struct PushSeveralTests {
  @Test("The outcomes come in the order of the calendars, whoever is done first")
  func order() throws {
    let server = try StumblingServer()
    let names = (1...9).map { "agent\($0)" }
    try server.stumble("PUT 2 status 403", in: "agent3")
    let heard = Mutex(0)
    let outcomes = push(
      try names.map { CalendarPush(try server.calendar($0), items: Week(3).items) },
      covering: Week.isOurs, patience: Pauses().patience,
      told: { _ in heard.withLock { $0 += 1 } })
    #expect(outcomes.map(\.created.count) == [3, 3, 2, 3, 3, 3, 3, 3, 3])
    #expect(outcomes.map(\.isComplete) == names.map { $0 != "agent3" })
    #expect(heard.withLock(\.self) == 9)
    for name in names where name != "agent3" {
      #expect(server.contents(of: name) == Week(3).files)
    }
  }

  @Test("Where a user is not let in, their other calendars are not tried, and others' are")
  func refusedOnce() throws {
    let server = try StumblingServer()
    for name in ["a", "b", "c"] { try server.stumble("PROPFIND * status 401", in: name) }
    let pushes = try ["a", "b", "c", "d"].map { name in
      CalendarPush(
        try server.calendar(name, as: name == "d" ? "dana" : "ana"), items: Week(1).items)
    }
    let outcomes = push(
      pushes, covering: Week.isOurs, patience: Pauses().patience, atOnce: 1)
    #expect(outcomes.map(\.isComplete) == [false, false, false, true])
    #expect(server.requests(to: "a").count == 1)
    #expect(server.requests(to: "b") == [])
    let sentence = try #require(outcomes[2].failures.first?.description)
    #expect(
      sentence.hasPrefix("\(server.url)/c/ was not tried, since \(server.url)/a/ does not let"))
  }

  @Test("A wish to stop is heard before the next request, and the rest is left for another run")
  func interrupted() throws {
    let server = try StumblingServer()
    let asked = Atomic(0)
    // The listing, the making, the listing, two events.
    let patience = Patience(isOver: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 5 })
    let first = push(
      Week(4).items, to: try server.calendar(), covering: Week.isOurs, patience: patience)
    #expect(
      first.failures.map(\.description) == [
        "the push of \(server.url)/ana/ was interrupted",
        "2 changes of \(server.url)/ana/ are left; push again",
      ])
    #expect(first.created.count == 2)
    let second = push(Week(4), to: try server.calendar(), knowing: first.state)
    #expect([second.created.count, second.unchanged] == [2, 2])
    #expect(server.contents() == Week(4).files)
  }

  @Test("No calendar, no outcome")
  func none() {
    #expect(push([], covering: Week.isOurs) == [])
  }
}
