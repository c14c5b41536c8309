import Foundation
import TestSupport
import Testing
import Timeline

@Suite("Pushing to a server", .enabled(if: Radicale.isHere, House.checkersAreMissing))
struct PushTests {
  private static let secret = "s3cret-of-rota"
  private static let environment = [
    "NOBAT_CALDAV_USER": "rota", "NOBAT_CALDAV_PASSWORD": secret,
  ]

  private func planned() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return workspace
  }

  private func publish(
    _ workspace: SmallWorkspace, to address: String, _ options: String...
  ) throws -> Program.Ending {
    let ending = try Program.nobat.run(
      ["publish", "-q", "--anyway", "--caldav", address] + options, in: workspace.path,
      environment: PushTests.environment)
    #expect(!(ending.output + ending.errors).contains(PushTests.secret))
    return ending
  }

  /// Start and end of the timed events of a calendar as a Python library reads them from the server.
  ///
  /// Times with a zone are read by the zone's name and Python's own rules.
  private func times(at address: String) throws -> [String] {
    let script = """
      import base64, datetime, icalendar, sys, urllib.request
      request = urllib.request.Request(sys.argv[1])
      request.add_header("Authorization", "Basic " + base64.b64encode(sys.argv[2].encode()).decode())
      opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
      calendar = icalendar.Calendar.from_ical(opener.open(request).read())
      for event in calendar.walk("VEVENT"):
          start, end = event.decoded("DTSTART"), event.decoded("DTEND")
          if isinstance(start, datetime.datetime):
              utc = [t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") for t in (start, end)]
              print(*utc, event["STATUS"])
      """
    let python = try #require(House.python)
    let ending = try python.run(["-c", script, address, "rota:\(PushTests.secret)"])
    try #require(ending.status == 0, "\(ending.errors)")
    return ending.output.split(separator: "\n").map(String.init).sorted()
  }

  /// What the calendar of an agent must hold: the shifts that were published.
  private func published(_ agent: String, _ workspace: SmallWorkspace) throws -> [String] {
    try workspace.folder.lines("published/2026-12-07/shifts.csv").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0[0] == agent }.map { "\($0[6]) \($0[7]) CONFIRMED" }.sorted()
  }

  @Test(
    "Published, moved and cancelled shifts are on the server as they should be",
    arguments: ["local", "utc"])
  func lifeOfAWeek(times style: String) throws {
    let radicale = try Radicale(users: ["rota": PushTests.secret])
    let workspace = try planned()
    let address = "\(radicale.url)/rota/{agent}/"
    let first = try publish(workspace, to: address, "--times", style, "--no-days-off")
    #expect(first.status == 0, "\(first.errors)")
    #expect(
      first.output.hasSuffix(
        "3 of 3 calendars pushed: 15 events created, 0 updated, 0 deleted, 0 unchanged\n"),
      "\(first.output)")
    for agent in ["ana", "ben", "cem"] {
      #expect(
        try times(at: "\(radicale.url)/rota/\(agent)/") == published(agent, workspace), "\(agent)")
    }

    // The same once more: one look at each calendar.
    let before = workspace.folder.tree
    let second = try publish(workspace, to: address, "--times", style, "--no-days-off")
    #expect(second.output.hasSuffix("0 events created, 0 updated, 0 deleted, 15 unchanged\n"))
    #expect(workspace.folder.tree.changes(since: before) == [])

    try workspace.editRoster { shifts in
      shifts[0] = shifts[0].moved(by: 1)
      shifts.removeLast()
    }
    let third = try publish(workspace, to: address, "--times", style, "--no-days-off")
    #expect(third.status == 0, "\(third.errors)")
    #expect(
      third.output.hasSuffix("0 events created, 1 updated, 1 deleted, 13 unchanged\n"),
      "\(third.output)")
    for agent in ["ana", "ben", "cem"] {
      #expect(
        try times(at: "\(radicale.url)/rota/\(agent)/") == published(agent, workspace), "\(agent)")
    }

    // What was noted of the server is lost: all of it is looked at, and it ends the same.
    for agent in ["ana", "ben", "cem"] {
      try workspace.folder.remove("published/caldav/\(agent).json")
    }
    #expect(try publish(workspace, to: address, "--times", style, "--no-days-off").status == 0)
    #expect(try times(at: "\(radicale.url)/rota/ana/") == published("ana", workspace))
    #expect(!workspace.folder.tree.files.values.contains { $0.holds(PushTests.secret) })
  }

  @Test("A week begun anew, all that was known of it lost, leaves nothing cancelled on the server")
  func begunAnew() throws {
    let radicale = try Radicale(users: ["rota": PushTests.secret])
    let workspace = try planned()
    let address = "\(radicale.url)/rota"
    #expect(try publish(workspace, to: address).status == 0)
    for lost in ["published", "editions", "calendars"] { try workspace.folder.remove(lost) }
    try workspace.editRoster { $0.remove(at: 0) }
    #expect(try publish(workspace, to: address).status == 0)
    #expect(try times(at: "\(radicale.url)/rota/ana/") == published("ana", workspace))
  }

  @Test("Another week of the same calendars is left alone")
  func otherWeeks() throws {
    let radicale = try Radicale(users: ["rota": PushTests.secret])
    let workspace = try planned()
    let address = "\(radicale.url)/rota"
    try #require(try publish(workspace, to: address, "--no-days-off").status == 0)
    let plan = try workspace.nobat("plan", "--effort", "0.02", "--week", "2026-W51")
    try #require(plan.status == 0, "\(plan.errors)")
    let next = try publish(workspace, to: address, "--no-days-off")
    #expect(next.output.hasPrefix("week from 2026-12-14, publication 1: 15 added for 3 agents\n"))
    #expect(try times(at: "\(radicale.url)/rota/ana/").count == 10)
  }

  @Test("A server that lets nobody in leaves the publication as it is, and a second run finishes")
  func refused() throws {
    let radicale = try Radicale(users: ["somebody": "else", "rota": "another"])
    let workspace = try planned()
    let ending = try publish(workspace, to: "\(radicale.url)/rota/")
    #expect(ending.status == 1)
    #expect(
      ending.errors.hasSuffix(
        """
        3 of 3 calendars are not as they should be; the publication stands, run it again to finish

        """), "\(ending.errors)")
    #expect(workspace.folder.has("published/2026-12-07/publication.json"))

    let open = try Radicale(users: ["rota": PushTests.secret])
    let second = try publish(workspace, to: "\(open.url)/rota/")
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.output.hasPrefix("week from 2026-12-07, publication 1: nothing changed\n"))
    let json = try publish(workspace, to: "\(open.url)/rota/", "--json").output
    #expect(json.split(separator: "\"failures\" : [").count == 1 + 3)
  }

  @Test("A wrong address or secret is told before anything is frozen")
  func wrongWords() throws {
    let workspace = try planned()
    try workspace.folder.write("rota\nsecret\n", to: "secret")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: workspace.folder.path("secret"))
    let before = workspace.folder.tree
    for (options, sentence) in [
      (["--caldav", "ftp://x/y"], "\"ftp://x/y/agent/\" is no address of a calendar"),
      (
        ["--caldav", "http://example.org/x"], "http://example.org/x/agent/ would send the password"
      ),
      (
        ["--caldav", "https://ana:pw@example.org/x"],
        "the address of the calendar holds a user name"
      ),
      (["--caldav", "https://example.org/x", "--credentials", "secret"], "others may open secret"),
      (
        ["--credentials", "secret"], "Error: --credentials are for a server; name it with --caldav"
      ),
    ] {
      let ending = try Program.nobat.run(["publish", "-q"] + options, in: workspace.path)
      #expect(ending.status == 2)
      #expect(ending.errors.hasPrefix(sentence), "\(ending.errors)")
      #expect(workspace.folder.tree.changes(since: before) == [])
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
