@testable import CalDAV
import TestSupport
import Testing

@Suite("A real server", .enabled(if: Radicale.isHere, House.checkersAreMissing))
struct RadicaleTests {
  @Test("43 events are published, read back, changed, cancelled, and mended")
  func lifeOfACalendar() throws {
    let radicale = try Radicale()
    let calendar = try RemoteCalendar(
      "\(radicale.url)/maryam/shifts/", credentials: Credentials(user: "maryam", password: "any"),
      title: "Shifts of Maryam")
    let first = push(Week(43), to: calendar)
    #expect(first.failures == [])
    #expect(first.created.count == 43)
    try expect(calendar, holds: Week(43))

    // Nothing to do.
    let second = push(Week(43), to: calendar, knowing: first.state)
    #expect(second.unchanged == 43)
    #expect(second.state == first.state)

    // Moved and cancelled.
    let week = Week(43).changed([1, 20, 43], without: [7, 8])
    let third = push(week, to: calendar, knowing: second.state)
    #expect(third.failures == [])
    #expect([third.updated.count, third.deleted.count, third.unchanged] == [3, 2, 38])
    try expect(calendar, holds: week)

    // The state is lost; Radicale writes events in words of its own, so they are put again.
    let fourth = push(week, to: calendar)
    #expect(fourth.failures == [])
    #expect(fourth.updated.count == 41)
    try expect(calendar, holds: week)

    // An old state.
    let fifth = push(week, to: calendar, knowing: first.state)
    #expect(fifth.failures == [])
    try expect(calendar, holds: week)
    #expect(push(week, to: calendar, knowing: fifth.state).unchanged == 41)

    // The calendar is removed by hand.
    let talk = try Conversation(calendar, limits: Limits(), patience: Patience())
    #expect(try talk.send(Request(method: "DELETE", address: calendar.address)).status == 200)
    let sixth = push(week, to: calendar, knowing: fifth.state)
    #expect(sixth.failures == [])
    #expect(sixth.created.count == 41)
    try expect(calendar, holds: week)

    // One of ours under a name of somebody else's making, and the state lost.
    let text = Week.text(uid: Week.uid(7), edition: 3)
    #expect(try talk.put(Array(text.utf8), as: "moved.ics", over: nil).status == 201)
    let seventh = push(Week(43), to: calendar, knowing: sixth.state)
    #expect(seventh.failures == [])
    #expect(seventh.updated.contains(Week.uid(7)))
    try expect(calendar, holds: Week(43))

    // A folder that is no calendar gets nothing.
    let folder = try RemoteCalendar("\(radicale.url)/maryam/", credentials: calendar.credentials)
    #expect(
      push(Week(1), to: folder).failures.map(\.description) == [
        "\(folder) is a folder but no calendar; name a calendar, or a folder in it to be made one"
      ])
  }

  @Test("Two runs at once leave what both meant")
  func twoAtOnce() async throws {
    let radicale = try Radicale()
    let calendar = try RemoteCalendar("\(radicale.url)/ana/shifts/", credentials: nil)
    // Radicale wants a user for its folder even where it asks for none.
    let named = try RemoteCalendar(
      "\(calendar)", credentials: Credentials(user: "ana", password: ""))
    let twice = [CalendarPush(named, items: Week(30).items), .init(named, items: Week(30).items)]
    let outcomes = push(
      twice, covering: Week.isOurs, patience: Pauses().patience, atOnce: 2)
    #expect(outcomes.flatMap(\.failures) == [])
    try expect(named, holds: Week(30))
    #expect(push(Week(30), to: named, knowing: outcomes[0].state).isComplete)
  }

  @Test("The right password is let in, a wrong one is refused and stays unsaid")
  func passwords() throws {
    let radicale = try Radicale(users: ["ana": "pässwörd: x"])
    let url = "\(radicale.url)/ana/shifts/"
    let right = try RemoteCalendar(
      url, credentials: Credentials(user: "ana", password: "pässwörd: x"))
    let first = push(Week(3), to: right)
    #expect(first.failures == [])
    let wrong = try RemoteCalendar(url, credentials: Credentials(user: "ana", password: "wr0ng"))
    let second = push(Week(3).changed([1], without: [2]), to: wrong, knowing: first.state)
    #expect(
      second.failures.map(\.description) == [
        "\(url) does not let user \"ana\" in (401); check the user name and the password"
      ])
    #expect(second.state == first.state)
    #expect(!"\(second)".contains("wr0ng"))
    let nobody = push(Week(3), to: try RemoteCalendar(url, credentials: nil))
    #expect(nobody.failures.first?.description.contains("NOBAT_CALDAV_USER") == true)
    try expect(right, holds: Week(3))
  }

  /// The calendar's events are these, by what a client reads of them.
  private func expect(
    _ calendar: RemoteCalendar, holds week: Week, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let talk = try Conversation(calendar, limits: Limits(), patience: Patience())
    let listing = try talk.listing() ?? [:]
    let contents = try talk.contents(of: listing.keys.sorted())
    let there = contents.values.map { facts($0.content ?? "") }.sorted()
    let wanted = week.items.map { facts(String(decoding: $0.bytes, as: UTF8.self)) }.sorted()
    #expect(there == wanted, sourceLocation: sourceLocation)
  }

  /// The lines that say when and what, folds undone.
  private func facts(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\n ", with: "").split(separator: "\n")
    let names = ["UID", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"]
    return lines.filter { line in names.contains { line.hasPrefix("\($0):") } }.sorted()
      .joined(separator: "|")
  }
}
