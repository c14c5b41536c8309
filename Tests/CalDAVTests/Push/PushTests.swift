import CalDAV
import FoundationEssentials
import TestSupport
import Testing

@Suite("Pushing a calendar", .enabled(if: StumblingServer.python != nil, "it needs python3"))
struct PushTests {
  private let server: StumblingServer

  init() throws {
    server = try StumblingServer()
  }

  @Test("The first push makes the calendar and puts every event, the second has nothing to do")
  func firstAndSecond() throws {
    let week = Week(5)
    let first = push(week, to: try server.calendar())
    #expect(first.failures == [])
    #expect(first.created == week.items.map(\.uid))
    #expect([first.updated, first.deleted] == [[], []])
    #expect(server.contents() == week.files)
    // The listing at the end verifies what was put.
    #expect(
      server.methods()
        == ["PROPFIND", "MKCALENDAR", "PROPFIND"] + Array(repeating: "PUT", count: 5) + ["PROPFIND"]
    )

    let second = push(week, to: try server.calendar(), knowing: first.state)
    #expect(second.unchanged == 5)
    #expect(second.isComplete && second.created.isEmpty && second.updated.isEmpty)
    #expect(second.state == first.state)
    // One request, whatever the size of the calendar.
    #expect(server.methods().dropFirst(9) == ["PROPFIND"])
  }

  @Test("What changed is put over its version, what was cancelled goes last")
  func changesAndRemovals() throws {
    let first = push(Week(6), to: try server.calendar())
    let before = server.requests().count
    var week = Week(6).changed([2, 5], without: [1, 4])
    week.items.append(Week.shift(7))
    let second = push(week, to: try server.calendar(), knowing: first.state)
    #expect(second.failures == [])
    #expect(second.created == [Week.uid(7)])
    #expect(second.updated == [Week.uid(2), Week.uid(5)])
    #expect(second.deleted == [Week.uid(1), Week.uid(4)])
    #expect(second.unchanged == 2)
    #expect(server.contents() == week.files)
    let requests = server.requests().dropFirst(before)
    #expect(
      requests.map { $0.prefix { $0 != " " } }
        == ["PROPFIND", "PUT", "PUT", "PUT", "DELETE", "DELETE", "PROPFIND"])
    // Every change names the version it replaces, or that there is none.
    let conditions = requests.filter { !$0.hasPrefix("PROPFIND") }.map {
      $0.split(separator: " ")[2]
    }
    #expect(conditions.filter { $0 == "*" }.count == 1)
    #expect(conditions.filter { $0.hasPrefix("\"") }.count == 4)
  }

  @Test("A lost state costs one reading and no writing")
  func lostState() throws {
    let week = Week(7)
    let first = push(week, to: try server.calendar())
    let before = server.requests().count
    let second = push(week, to: try server.calendar())
    #expect(second.isComplete)
    #expect(second.unchanged == 7)
    #expect(second.state == first.state)
    #expect(server.methods().dropFirst(before) == ["PROPFIND", "REPORT"])
  }

  @Test("With a lost state, what was cancelled is found and removed")
  func lostStateAndCancelled() throws {
    _ = push(Week(4), to: try server.calendar())
    let week = Week(4).changed([2], without: [3])
    let outcome = push(week, to: try server.calendar())
    #expect(outcome.updated == [Week.uid(2)])
    #expect(outcome.deleted == [Week.uid(3)])
    #expect(server.contents() == week.files)
  }

  @Test("An old state does no harm")
  func staleState() throws {
    let first = push(Week(5), to: try server.calendar())
    let second = push(
      Week(5).changed([1, 2], without: [5]), to: try server.calendar(), knowing: first.state)
    #expect(second.isComplete)
    let week = Week(5).changed([2, 3], edition: 2)
    let third = push(week, to: try server.calendar(), knowing: first.state)
    #expect(third.failures == [])
    #expect(third.created == [Week.uid(5)])
    #expect(server.contents() == week.files)
  }

  @Test("What somebody changed or removed by hand is mended")
  func mended() throws {
    let week = Week(5)
    let first = push(week, to: try server.calendar())
    let names = week.files.keys.sorted()
    try server.place(Week.text(uid: Week.uid(1), edition: 9), as: names[0])
    try server.remove(names[3])
    let second = push(week, to: try server.calendar(), knowing: first.state)
    #expect(second.failures == [])
    #expect(second.updated == [Week.uid(1)])
    #expect(second.created == [Week.uid(4)])
    #expect(second.unchanged == 3)
    #expect(server.contents() == week.files)
  }

  @Test("A cancelled event that somebody changed is removed all the same")
  func changedAndCancelled() throws {
    let first = push(Week(2), to: try server.calendar())
    let name = try #require(Week(1).files.keys.first)
    try server.place(Week.text(uid: Week.uid(1), edition: 9), as: name)
    let week = Week(2).changed([], without: [1])
    let second = push(week, to: try server.calendar(), knowing: first.state)
    #expect(second.deleted == [Week.uid(1)])
    #expect(server.contents() == week.files)
  }

  @Test("Other people's events are never touched, whatever they are called")
  func foreignEvents() throws {
    let dentist = Week.text(uid: "dentist@example.org")
    let name = try #require(Week(1).files.keys.first)
    try server.place(dentist, as: "dentist.ics")
    // One of them has the very name that ours would have.
    try server.place(dentist.replacing("dentist", with: "lunch"), as: name)
    let first = push(Week(2), to: try server.calendar())
    #expect(first.failures == [])
    #expect(first.created.count == 2)
    #expect(server.contents()["dentist.ics"] == dentist)
    #expect(server.contents()[name]?.contains("UID:lunch") == true)
    #expect(server.contents().count == 4)

    var none = Week(1)
    none.items = []
    let second = push(none, to: try server.calendar(), knowing: first.state)
    #expect(second.deleted.count == 2)
    #expect(Set(server.contents().keys) == ["dentist.ics", name])
  }

  @Test("Events of ours that the push is not about stay")
  func outsideOfScope() throws {
    let first = push(Week(4), to: try server.calendar())
    let outcome = push(
      [Week.shift(1, edition: 1)], to: try server.calendar(), knowing: first.state,
      covering: { [Week.uid(1), Week.uid(2)].contains($0) }, patience: Pauses().patience)
    #expect(outcome.deleted == [Week.uid(2)])
    #expect(server.contents() == Week(4).changed([1], without: [2]).files)
    #expect(Set(outcome.state.events.keys) == [Week.uid(1), Week.uid(3), Week.uid(4)])
  }

  @Test("An event that the server keeps under another name is found by its uid")
  func otherName() throws {
    try server.place(Week.text(uid: Week.uid(2), edition: 7), as: "elsewhere.ics")
    // A state of something else, so that not everything is read at first.
    let other = push(Week(1), to: try server.calendar("bo")).state
    let first = push(Week(3), to: try server.calendar(), knowing: other)
    #expect(first.failures == [])
    #expect(first.updated == [Week.uid(2)])
    #expect(
      server.contents()["elsewhere.ics"] == Week(2).files.values.first { $0.contains("ana-2") })
    #expect(server.contents().count == 3)
    let second = push(Week(3), to: try server.calendar(), knowing: first.state)
    #expect(second.unchanged == 3)
  }

  @Test("With a lost state, what has another name is found too, changed or removed")
  func lostStateAndOtherName() throws {
    try server.place(Week.text(uid: Week.uid(1), edition: 7), as: "one.ics")
    try server.place(Week.text(uid: Week.uid(9)), as: "nine.ics")
    let outcome = push(Week(2), to: try server.calendar())
    #expect(outcome.failures == [])
    #expect(outcome.updated == [Week.uid(1)])
    #expect(outcome.deleted == [Week.uid(9)])
    #expect(Set(server.contents().keys) == ["one.ics", "ana-2_40acme.nobat.invalid.ics"])
    #expect(server.contents()["one.ics"] == Week.text(uid: Week.uid(1)))
  }

  @Test("A uid that XML would misread is found all the same")
  func strangeUID() throws {
    let uid = "a&amp;<b>\"]]>'@acme.nobat.invalid"
    try server.place(Week.text(uid: uid, edition: 7), as: "strange.ics")
    let known = push(Week(1), to: try server.calendar("bo")).state
    let item = StoredEvent(uid: uid, bytes: Array(Week.text(uid: uid).utf8))
    let outcome = push(
      [item], to: try server.calendar(), knowing: known, covering: Week.isOurs,
      patience: Pauses().patience)
    #expect(outcome.failures == [])
    #expect(server.contents() == ["strange.ics": Week.text(uid: uid)])
  }

  @Test("Where somebody put an event of theirs over ours, theirs stays and ours gets another name")
  func replacedByForeign() throws {
    let first = push(Week(2), to: try server.calendar())
    let lunch = Week.text(uid: "lunch@example.org")
    let name = try #require(Week(1).files.keys.first)
    try server.place(lunch, as: name)
    let second = push(Week(2), to: try server.calendar(), knowing: first.state)
    #expect(second.failures == [])
    #expect(second.created == [Week.uid(1)])
    #expect(server.contents()[name] == lunch)
    #expect(server.contents().count == 3)
    #expect(push(Week(2), to: try server.calendar(), knowing: second.state).unchanged == 2)
  }

  @Test("What was cancelled and is gone already leaves no trace in the state")
  func cancelledAndGone() throws {
    let first = push(Week(3), to: try server.calendar())
    try server.remove("ana-2_40acme.nobat.invalid.ics")
    let second = push(
      Week(3).changed([], without: [2]), to: try server.calendar(), knowing: first.state)
    #expect(second.isComplete)
    #expect(second.deleted == [])
    #expect(Set(second.state.events.keys) == [Week.uid(1), Week.uid(3)])
  }

  @Test("An event that only contains the wanted uid is not taken for it")
  func longerUID() throws {
    // The filter of the query looks for a part of the text, and ana-1 is a part of ana-11.
    let longer = Week.text(uid: "x" + Week.uid(1), edition: 3)
    try server.place(longer, as: "a.ics")
    try server.place(Week.text(uid: Week.uid(1), edition: 7), as: "b.ics")
    let known = push(Week(2), to: try server.calendar("bo")).state
    let outcome = push(
      Week(1).items, to: try server.calendar(), knowing: known,
      covering: { $0 == Week.uid(1) }, patience: Pauses().patience)
    #expect(outcome.failures == [])
    #expect(server.contents() == ["a.ics": longer, "b.ics": Week.text(uid: Week.uid(1))])
  }

  @Test(
    "A server that stores another text, and tells no version of it, has it settled all the same")
  func untaggedAnswers() throws {
    try server.stumble("PUT * untagged")
    let first = push(Week(3), to: try server.calendar())
    #expect(first.failures == [])
    #expect(first.created.count == 3)
    #expect(push(Week(3), to: try server.calendar(), knowing: first.state).unchanged == 3)
  }

  @Test("A server that gives a version of its own after every put is believed at the second")
  func rewrittenAfterwards() throws {
    try server.stumble("PUT * rewrite")
    let first = push(Week(2), to: try server.calendar())
    #expect(first.failures == [])
    #expect(server.methods().count { $0 == "PUT" } == 4)
    #expect(push(Week(2), to: try server.calendar(), knowing: first.state).unchanged == 2)
  }

  @Test("The state survives its file format")
  func stateIsCodable() throws {
    let state = push(Week(3), to: try server.calendar()).state
    let copy = try JSONDecoder().decode(CalendarState.self, from: JSONEncoder().encode(state))
    #expect(copy == state)
    #expect(state.events.count == 3)
  }
}
