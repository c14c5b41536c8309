import CalDAV
import TestSupport
import Testing

@Suite("A server that stumbles", .enabled(if: StumblingServer.python != nil, "it needs python3"))
struct PushFaultTests {
  private let server: StumblingServer

  init() throws {
    server = try StumblingServer()
  }

  /// What happens once and is over: a retry or the next round finishes the job.
  static let passing = [
    "status 500", "status 502", "status 503", "status 504", "status 429 Retry-After:7", "close",
    "lose", "garbage", "nonsense", "half",
  ]

  @Test(
    "Whatever goes wrong once, with whatever request, the push comes to its end", arguments: passing
  )
  func onceIsMended(fault: String) throws {
    let old = Week(4)
    let new = Week(4).changed([2], without: [4])
    for (number, request) in [
      "PROPFIND 1", "MKCALENDAR 1", "PROPFIND 2", "PUT 1", "PUT 3", "PROPFIND 3",
    ]
    .enumerated() {
      let name = "first\(number)"
      try server.stumble("\(request) \(fault)", in: name)
      let pauses = Pauses()
      let outcome = push(old, to: try server.calendar(name), pauses: pauses)
      #expect(outcome.failures == [], "\(request) \(fault)")
      #expect(server.contents(of: name) == old.files, "\(request) \(fault)")
      // A kept connection may have been closed for its age; then libcurl opens another at once.
      let isClosed = fault == "close" || fault == "lose"
      #expect(
        pauses.all == [fault.hasSuffix(":7") ? .seconds(7) : .seconds(1)]
          || (isClosed && pauses.all == []))
    }
    for (number, request) in ["PROPFIND 4", "PUT 5", "DELETE 1", "PROPFIND 5"].enumerated() {
      let name = "second\(number)"
      try server.stumble("\(request) \(fault)", in: name)
      let first = push(old, to: try server.calendar(name))
      let outcome = push(new, to: try server.calendar(name), knowing: first.state)
      #expect(outcome.failures == [], "\(request) \(fault)")
      #expect(outcome.deleted == [Week.uid(4)])
      #expect(server.contents(of: name) == new.files, "\(request) \(fault)")
    }
  }

  @Test("A listing that is cut short is not taken for an empty calendar")
  func cutListing() throws {
    let first = push(Week(3), to: try server.calendar())
    try server.stumble("PROPFIND * cut")
    let pauses = Pauses()
    let outcome = push(
      Week(3).changed([1]), to: try server.calendar(), knowing: first.state, pauses: pauses)
    #expect(
      outcome.failures.map(\.description) == [
        "\(server.url)/ana/ gives an answer that cannot be understood, at 4 tries; try again later"
      ])
    #expect(pauses.all == [.seconds(1), .seconds(4), .seconds(10)])
    #expect(server.contents() == Week(3).files)
    #expect(outcome.state == first.state)
  }

  /// What lasts, how it is told, and how many requests are spent on it.
  static let lasting: [(fault: String, words: String, requests: Int)] = [
    ("status 401", "does not let user \"ana\" in (401); check the user name and the password", 1),
    ("status 403", "may not be read by this user (403); ask who runs the server for the right", 1),
    ("status 405", "is no calendar of a CalDAV server (405); check the address", 1),
    ("page", "is no calendar of a CalDAV server (200); check the address", 1),
    ("status 500", "has a fault of its own (500); ask who runs the server", 4),
    ("status 503", "is too busy (503), at 4 tries; try again later", 4),
    (
      "status 503 Retry-After:3600",
      "is too busy (503) and asks to come back in 3600 s; do so", 1
    ),
    // A day is the most that is listened to: 10^16 s are more milliseconds than an Int holds, and
    // 10^20 s more seconds.
    (
      "status 503 Retry-After:9999999999999999",
      "is too busy (503) and asks to come back in 86400 s; do so", 1
    ),
    (
      "status 429 Retry-After:99999999999999999999",
      "is too busy (429) and asks to come back in 86400 s; do so", 1
    ),
    (
      "status 503 Retry-After:Wed,_21_Oct_2126_07:28:00_GMT",
      "is too busy (503), at 4 tries; try again later", 4
    ),
    ("status 503 Retry-After:-1", "is too busy (503), at 4 tries; try again later", 4),
    ("close", "closes the connection without an answer, at 4 tries; try again later", 4),
    ("half", "stops in the middle of its answer, at 4 tries; try again later", 4),
    (
      "garbage", "answers with what is no answer of a web server, at 4 tries; try again later", 4
    ),
    ("endless", "answers with more than 1000000 bytes", 1),
    (
      "status 302 Location:http://127.0.0.2:1/ana/",
      "redirects (302) to http://127.0.0.2:1/ana/, where nothing was sent; if that is right, name "
        + "that address", 1
    ),
    ("status 301", "redirects (301) to no address; ask who runs the server", 1),
    ("status 308 Location:/ana/", "redirects in circles; ask who runs the server", 5),
  ]

  @Test("What lasts is told in a sentence, and nothing published is lost", arguments: lasting)
  func lastingFault(fault: String, words: String, requests: Int) throws {
    let first = push(Week(3), to: try server.calendar())
    let before = server.requests().count
    try server.stumble("PROPFIND * \(fault)")
    var limits = Limits()
    limits.answerSize = 1_000_000
    let outcome = push(
      Week(3).changed([1], without: [2]).items, to: try server.calendar(), knowing: first.state,
      covering: Week.isOurs, within: limits, patience: Pauses().patience)
    #expect(outcome.failures.map(\.description) == ["\(server.url)/ana/ \(words)"])
    #expect(outcome.state == first.state)
    #expect(server.contents() == Week(3).files)
    #expect(server.requests().count - before == requests)

    try server.stumble()
    let week = Week(3).changed([1], without: [2])
    #expect(push(week, to: try server.calendar(), knowing: outcome.state).isComplete)
    #expect(server.contents() == week.files)
  }

  @Test("A server that hangs is left when its time is over")
  func hangs() throws {
    try server.stumble("PUT 2 hang\nPUT 3 hang")
    var limits = Limits()
    limits.request = .milliseconds(300)
    limits.pauses = [.seconds(1)]
    let first = push(
      Week(3).items, to: try server.calendar(), covering: Week.isOurs, within: limits,
      patience: Pauses().patience)
    let file = "\(server.url)/ana/ana-2_40acme.nobat.invalid.ics"
    #expect(
      first.failures.map(\.description) == [
        "\(file) does not answer in time (300 ms), at 2 tries; try again later",
        "2 changes of \(server.url)/ana/ are left; push again",
      ])
    #expect(first.created == [Week.uid(1)])
    // The second run finishes the job.
    let second = push(Week(3), to: try server.calendar(), knowing: first.state)
    #expect(second.isComplete)
    #expect(second.unchanged == 1)
    #expect(server.contents() == Week(3).files)
  }

  @Test("Nobody listens: said so, after as many tries as allowed")
  func nobodyListens() throws {
    let port = Loopback.freePort()
    let calendar = try RemoteCalendar("http://127.0.0.1:\(port)/ana/", credentials: nil)
    let pauses = Pauses()
    let outcome = push(Week(1), to: calendar, pauses: pauses)
    #expect(
      outcome.failures.map(\.description)
        == ["http://127.0.0.1:\(port)/ana/ takes no connection, at 4 tries; try again later"])
    #expect(pauses.all.count == 3)
  }

  @Test("A calendar that may not be made is said to be missing", arguments: [403, 409, 500])
  func noCalendar(status: Int) throws {
    try server.stumble("MKCALENDAR * status \(status)")
    let outcome = push(Week(1), to: try server.calendar())
    let sentence = try #require(outcome.failures.first?.description)
    #expect(sentence.contains("\(status)") && sentence.hasPrefix("\(server.url)/ana/ "))
    #expect(!server.methods().contains("PUT"))
  }

  /// Answers to one event that keep it from being published, and not the others.
  @Test(
    "An event that is refused is named, and the others are published",
    arguments: [400, 403, 413, 500])
  func oneRefused(status: Int) throws {
    try server.stumble((2...5).map { "PUT \($0) status \(status)" }.joined(separator: "\n"))
    // A fault of the server's own is tried four times, all else once: let all four be event 2.
    let tries = status == 500 ? 4 : 1
    if tries == 1 { try server.stumble("PUT 2 status \(status)") }
    let outcome = push(Week(4), to: try server.calendar())
    #expect(outcome.failures.map(\.uid) == [Week.uid(2)])
    #expect(outcome.failures.first?.description.contains("\(status)") == true)
    #expect(outcome.created == [Week.uid(1), Week.uid(3), Week.uid(4)])
    #expect(server.methods().count { $0 == "PUT" } == 3 + tries)
    try server.stumble()
    #expect(push(Week(4), to: try server.calendar(), knowing: outcome.state).isComplete)
    #expect(server.contents() == Week(4).files)
  }

  @Test("A server with fault upon fault is left alone")
  func faultUponFault() throws {
    try server.stumble("PUT * status 500")
    let outcome = push(Week(43), to: try server.calendar())
    // Three events, four tries each.
    #expect(server.methods().count { $0 == "PUT" } == 12)
    #expect(outcome.failures.count == 2 + 3)
    #expect(
      outcome.failures[1].description == "40 changes of \(server.url)/ana/ are left; push again")
  }

  @Test("Where somebody else writes in between, their version is seen and ours put over it")
  func stolen() throws {
    try server.stumble("PUT 2 steal\nPUT 5 steal")
    let first = push(Week(3), to: try server.calendar())
    #expect(first.failures == [])
    #expect(server.contents() == Week(3).files)
    let week = Week(3).changed([3], without: [1])
    try server.stumble("PUT 5 steal\nPUT 6 steal\nDELETE 1 steal")
    let second = push(week, to: try server.calendar(), knowing: first.state)
    #expect(second.failures == [])
    #expect(server.contents() == week.files)
  }

  @Test("Somebody who never stops is named")
  func stolenForEver() throws {
    try server.stumble("PUT * steal")
    let outcome = push(Week(1), to: try server.calendar())
    #expect(outcome.failures.map(\.uid) == [Week.uid(1)])
    #expect(outcome.failures.first?.description.hasSuffix("(412); push again") == true)
  }

  @Test("A calendar that vanishes under the push is made again")
  func vanishes() throws {
    try server.stumble("PUT 3 vanish")
    let outcome = push(Week(4), to: try server.calendar())
    #expect(outcome.failures == [])
    #expect(server.contents() == Week(4).files)
  }

  @Test("An event that is gone already counts as removed", arguments: [404, 410])
  func goneAlready(status: Int) throws {
    let first = push(Week(2), to: try server.calendar())
    try server.stumble("DELETE 1 status \(status)")
    let outcome = push(
      Week(2).changed([], without: [2]), to: try server.calendar(), knowing: first.state)
    // The listing at the end shows that it is still there, so it is removed a second time.
    #expect(outcome.deleted == [Week.uid(2)])
    #expect(outcome.isComplete)
    #expect(server.contents() == Week(1).files)
  }

  @Test("A redirection within the server is followed, with the events below it")
  func movedWithinServer() throws {
    try server.stumble("PROPFIND * status 301 Location:/moved/")
    let outcome = push(Week(2), to: try server.calendar())
    #expect(outcome.failures == [])
    #expect(server.contents(of: "moved") == Week(2).files)
  }

  @Test("A server that takes no password in the clear is answered by Digest")
  func digest() throws {
    try server.stumble(
      ["PROPFIND", "MKCALENDAR", "PUT"].map { "\($0) * challenge" }.joined(separator: "\n"))
    let outcome = push(Week(2), to: try server.calendar())
    #expect(outcome.failures == [])
    #expect(server.contents() == Week(2).files)
    #expect(server.requests().count { $0.hasSuffix("Basic") } == 1)
  }

  @Test("For every mixture of faults: nothing is half, and one run without faults finishes the job")
  func mixtures() throws {
    var faults = PushFaultTests.passing + ["steal", "vanish", "rewrite", "untagged", "status 403"]
    faults += ["status 400", "status 404", "status 409", "status 412"]
    let old = Week(5)
    let new = Week(6).changed([1, 3], without: [2, 5])
    try forEvery(seed: 0..<40) { seed in
      var dice = Dice(seed: seed)
      let name = "mixture\(seed)"
      let first = push(old, to: try server.calendar(name))
      guard first.isComplete else { return false }
      var plan: [String] = []
      for (method, done) in [("PROPFIND", 3), ("PUT", 5), ("DELETE", 0), ("REPORT", 0)] {
        for number in done + 1...done + 6 where dice.roll(3) == 0 {
          let isEvent = method == "PUT" || method == "DELETE"
          let fault = faults[dice.roll(isEvent ? faults.count : PushFaultTests.passing.count)]
          // Only what is put can be rewritten.
          let isPut = method == "PUT" || (fault != "rewrite" && fault != "untagged")
          if isPut { plan.append("\(method) \(number) \(fault)") }
        }
      }
      try server.stumble(plan.joined(separator: "\n"), in: name)
      let second = push(new, to: try server.calendar(name), knowing: first.state)
      let whole = Set(
        [old, new].flatMap(\.items).map { String(decoding: $0.bytes, as: UTF8.self) })
      let texts = server.contents(of: name).values
      let isWhole = texts.allSatisfy { text in
        whole.contains(text) || text.contains("stolen") || text.contains("X-")
          || text.contains("SUMMARY: ")
      }
      // What is told as done is done.
      let isHonest =
        !second.isComplete || Set(server.contents(of: name).keys) == Set(new.files.keys)
      try server.stumble(in: name)
      let third = push(new, to: try server.calendar(name), knowing: second.state)
      let fourth = push(new, to: try server.calendar(name), knowing: third.state)
      return isWhole && isHonest && third.isComplete && fourth.unchanged == new.items.count
        && Set(server.contents(of: name).keys) == Set(new.files.keys)
    }
  }
}

/// Numbers that look drawn (SplitMix64), the same for the same seed.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
