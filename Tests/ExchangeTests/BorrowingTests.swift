import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("What a new queue is like")
struct BorrowingTests {
  /// A workspace of two voice queues and a chat, and of a third voice queue that has these keys.
  private func workspace(_ keys: String) throws -> SmallWorkspace {
    let open = "open: \"mon-fri 08:00-18:00 Europe/Vienna\", sla: 80% in 20s"
    return try SmallWorkspace(changing: [
      "skills.csv": "agent,queue\nana,de-voice\nana,en-voice\nana,de-chat\nana,fa-voice\n",
      "queues.yaml": """
      de-voice: {channel: voice, language: de, \(open)}
      en-voice: {channel: voice, language: en, \(open)}
      de-chat: {channel: chat, language: de, \(open)}
      fa-voice: {channel: voice, language: fa, \(open), \(keys)}

      """,
    ])
  }

  private func findings(_ keys: String) throws -> [String] {
    let small = try workspace(keys)
    return Workspace(folder: small.path).read(zones: ZoneDatabase()).findings
      .filter { $0.severity == .error }.map(\.description)
  }

  @Test("A queue, several, or all others of the channel")
  func donors() throws {
    let small = try workspace("like: en-voice, contacts-per-week: 400")
    let centre = try Workspace(folder: small.path).centre(zones: ZoneDatabase())
    #expect(
      centre.queue("fa-voice")?.borrowing == Borrowing(donors: ["en-voice"], contactsPerWeek: 400))
    #expect(centre.queue("de-voice")?.borrowing == nil)
    let several = try workspace(
      "like: [en-voice, de-chat], contacts-per-week: 400, prior-weeks: 6")
    #expect(
      try Workspace(folder: several.path).centre(zones: ZoneDatabase()).queue("fa-voice")?.borrowing
        == Borrowing(donors: ["de-chat", "en-voice"], contactsPerWeek: 400, priorWeeks: 6))
    let channel = try workspace("like: same-channel, contacts-per-week: 400")
    #expect(
      try Workspace(folder: channel.path).centre(zones: ZoneDatabase()).queue("fa-voice")?.borrowing
        == Borrowing(donors: ["de-voice", "en-voice"], contactsPerWeek: 400))
  }

  @Test(
    "What is wrong is said with the next step",
    arguments: [
      ("like: en-vioce, contacts-per-week: 400", "did you mean \"en-voice\"?"),
      ("like: fa-voice, contacts-per-week: 400", "like is the queue itself; name another"),
      (
        "like: en-voice",
        "nobody says how much the queue gets; write it, such as contacts-per-week: 400"
      ),
      ("contacts-per-week: 400", "name it, such as like: de-voice, or remove contacts-per-week"),
      ("like: en-voice, contacts-per-week: -4", "write contacts such as 400"),
      (
        "like: en-voice, contacts-per-week: 4, prior-weeks: 0",
        "write weeks from 0.5 to 52, such as 4"
      ),
      ("like: en-voice, contacts-a-week: 4", "did you mean \"contacts-per-week\"?"),
    ])
  func faults(keys: String, ending: String) throws {
    let found = try findings(keys)
    #expect(found.contains { $0.hasPrefix("queues.yaml:4:") && $0.hasSuffix(ending) }, "\(found)")
  }

  @Test("A queue without history is warned of with the keys to write, unless it borrows one")
  func missing() throws {
    let small = try workspace("like: de-voice, contacts-per-week: 400")
    let workspace = Workspace(folder: small.path)
    let centre = try workspace.centre(zones: ZoneDatabase())
    let found = workspace.historyFindings(of: centre).map(\.description)
    #expect(found.count == 2)
    #expect(
      found[1]
        == "history: warning: queue \"en-voice\" has no history; import it with nobat import, or let it "
        + "borrow one: write like, another queue, and contacts-per-week in queues.yaml")
    let empty = try self.workspace("like: en-voice, contacts-per-week: 400")
    let nothing = Workspace(folder: empty.path)
    #expect(
      nothing.historyFindings(of: try nothing.centre(zones: ZoneDatabase())).contains {
        $0.message == "queue \"fa-voice\" has no history, and what it is like has none either"
      })
  }
}
