import Exchange
import Testing
import Timeline
import Workforce

@Suite struct WorkspaceCentreTests {
  @Test("A good workspace has no finding") func noFinding() throws {
    #expect(try Acme().findings == [])
  }

  @Test("The settings arrive in the centre") func settings() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    #expect(centre.name == "acme")
    #expect(centre.zone == (try acme.zones.zone("Europe/Vienna")))
    #expect(centre.interval == Minutes(15))
    #expect(centre.weekStart == .monday)
    #expect(centre.currency == "EUR")
    #expect(
      centre.prices
        == Prices(
          under: Money(30), underBeyond: Money(80), cheapShare: 0.1, over: Money(3),
          wish: Money(6), chatFactor: 0.8, emailFactor: 0.45))
  }

  @Test("Sites arrive with their premiums") func sites() throws {
    let acme = try Acme()
    let expected = [
      Site(id: "teh", zone: try acme.zones.zone("Asia/Tehran"), costPerHour: Money(7.9)),
      Site(
        id: "vie", zone: try acme.zones.zone("Europe/Vienna"), seats: 12, costPerHour: Money(24.5),
        holidays: "at",
        premiums: Premiums(
          night: 0.25, nightFrom: LocalTime(minutes: 1320), nightTo: LocalTime(minutes: 360),
          sunday: 0.5, holiday: 1)),
    ]
    #expect(try acme.centre().sites == expected)
  }

  @Test("Definition, abandonment, the clock of answers and days of shrinkage arrive with a queue")
  func fullGoals() throws {
    let acme = try Acme(
      "queues.yaml", "sla: 80% in 20s, patience: 180s,",
      """
      sla: 80% in 20s, sla-of: served, patience: 180s, abandonment-max: 5%, \
      shrinkage-on: "mon 14%, dec 18.5%",
      """)
    let voice = try #require(try acme.centre().queue("de-voice"))
    #expect(voice.goal.definition == .served)
    #expect(voice.goal.maximumAbandonment == 0.05)
    #expect(
      voice.shrinkageCalendar
        == ShrinkageCalendar(ofWeekday: [.monday: 0.14], ofMonth: [12: 0.185]))
    let mail = try Acme(
      "queues.yaml", "answer-within: 24h}", "answer-within: 24h, answer-clock: wall}")
    #expect(try mail.centre().queue("de-mail")?.goal.answerClock == .wall)
  }

  @Test("Queues arrive with their goals; no is a language and not a Boolean") func queues() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let voice = try #require(centre.queue("de-voice"))
    #expect(
      voice.goal
        == Goal(
          model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180, maximumOccupancy: 0.85))
    #expect(voice.minimumStaff == 1)
    #expect(voice.shrinkage == 0.08)
    #expect(voice.market == "at")
    #expect(voice.isClosedOnHolidays)
    #expect(voice.assumedHandlingTime == 240)
    #expect(voice.opening.spans.count == 6)

    let chat = try #require(centre.queue("no-chat"))
    #expect(chat.language == "no")
    #expect(chat.goal == Goal(model: .erlangC, serviceLevel: 0.85, threshold: 60))
    #expect(chat.concurrency == 3)
    #expect(chat.concurrencySlowdown == 1.35)
    // The workspace's own 5 %, as the queue says none.
    #expect(chat.shrinkage == 0.05)
    #expect(chat.opening.isAlways)

    let mail = try #require(centre.queue("de-mail"))
    #expect(mail.goal == Goal(model: .backlog, answerWithin: .hours(24)))
  }

  @Test("Hours through midnight are open on into the next day") func nightHours() throws {
    let centre = try Acme().centre()
    let mail = try #require(centre.queue("de-mail"))
    // fri-mon 22:00-02:00: evenings of Friday to Monday, mornings of Saturday to Tuesday.
    let expected: [(Weekday, Int, Int)] = [
      (.friday, 1320, 1440), (.saturday, 0, 120), (.saturday, 1320, 1440), (.sunday, 0, 120),
      (.sunday, 1320, 1440), (.monday, 0, 120), (.monday, 1320, 1440), (.tuesday, 0, 120),
    ]
    #expect(
      mail.opening.spans
        == expected.map { day, from, to in
          .init(weekday: day, from: LocalTime(minutes: from), to: LocalTime(minutes: to))
        })
  }

  @Test("Contracts and shift templates arrive") func templates() throws {
    let centre = try Acme().centre()
    #expect(
      centre.contracts == [
        Contract(
          id: "ft40", weekly: .hours(40), maximumDays: 5, daysOffTogether: 2,
          maximumNightsInRow: 4),
        Contract(
          id: "pt20", weekly: .hours(20), tolerance: Minutes(30), maximumDays: 4, minimumDays: 2,
          maximumDaysInRow: 5, weeklyRestDay: .friday),
      ])
    #expect(
      centre.templates == [
        ShiftTemplate(
          id: "day", firstStart: 360, lastStart: 660, startStep: Minutes(15),
          lengths: [Minutes(510), Minutes(540)],
          breaks: [
            .init(
              kind: .rest, length: Minutes(15), isPaid: true, earliest: Minutes(90),
              latest: .hours(3)),
            .init(
              kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3),
              latest: Minutes(330)),
          ], contracts: ["ft40"]),
        ShiftTemplate(
          id: "late", firstStart: 1320, lastStart: 1500, startStep: Minutes(30),
          lengths: [.hours(5)], breakGrid: Minutes(30), contracts: ["pt20", "ft40"],
          sites: ["vie", "teh"], weekdays: [.monday, .tuesday, .wednesday, .thursday],
          premium: 0.1),
      ])
  }

  @Test("Rules arrive with their scopes, in order of their ids") func rules() throws {
    let centre = try Acme().centre()
    #expect(
      centre.rules == [
        WorkRule(id: "blue-steady", condition: .startChange(.hours(2)), scope: .team("blue")),
        WorkRule(id: "long-rest", condition: .rest(.hours(12)), scope: .site("teh")),
        WorkRule(
          id: "no-late-then-early",
          condition: .succession(endLaterThan: 1260, startBefore: LocalTime(minutes: 480))),
        WorkRule(id: "pt-row", condition: .daysInRow(4), scope: .contract("pt20")),
      ])
  }

  @Test("Agents arrive with their skills, and with their site's clock unless they have their own")
  func agents() throws {
    let acme = try Acme()
    let expected = [
      Agent(
        id: "laura", name: "Laura M.", site: "vie", contract: "ft40",
        zone: try acme.zones.zone("Europe/Vienna"),
        skills: [
          Skill(queue: "de-mail", priority: 2, speed: 0.9), Skill(queue: "de-voice"),
        ], employedFrom: LocalDay("2022-03-01"), team: "blue"),
      Agent(
        id: "reza", name: "رضا ک., the elder", site: "teh", contract: "pt20",
        zone: try acme.zones.zone("Asia/Tehran"), skills: [Skill(queue: "no-chat")],
        employedFrom: LocalDay("2024-06-10"), employedTo: LocalDay("2026-12-31"), team: "green"),
    ]
    #expect(try acme.centre().agents == expected)
  }

  @Test("Time off, wishes, holidays and events arrive") func days() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    func day(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }
    func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
    #expect(
      centre.timeOff == [
        TimeOff(
          id: "t1", agent: "laura", from: try day("2026-12-24"), to: try day("2026-12-26"),
          kind: .leave, state: .waitListed)
      ])
    #expect(
      centre.wishes == [
        Wish(
          agent: "laura", day: try day("2026-12-12"), content: .template("late"), weight: 3),
        Wish(agent: "reza", day: try day("2026-12-13"), content: .off),
        Wish(
          agent: "reza", day: try day("2026-12-14"),
          content: .start(from: LocalTime(minutes: 360), to: LocalTime(minutes: 600)), weight: 0.5),
      ])
    // Austria's own December, with the workspace's rows laid over it.
    let december = try day("2026-12-01")...day("2026-12-31")
    let days = centre.calendar("at").holidays.filter { december.contains($0.day) }
    #expect(
      days == [
        Holiday(day: try day("2026-12-08"), name: "Mariä Empfängnis"),
        Holiday(day: try day("2026-12-24"), name: "Heiliger Abend", kind: .half),
        Holiday(day: try day("2026-12-25"), name: "Christmas Day", localName: "Christtag"),
        Holiday(
          day: try day("2026-12-26"), name: "Saint Stephen's Day", localName: "Stephanstag"),
      ])
    // Vienna is an hour ahead of Greenwich in winter and two in summer.
    #expect(
      centre.events == [
        Event(
          interval: Interval(
            start: try instant("2026-11-26T23:00:00Z"), end: try instant("2026-11-27T23:00:00Z")),
          queues: ["de-mail", "de-voice", "no-chat"], tag: "black-friday", effect: .learn),
        Event(
          interval: Interval(
            start: try instant("2026-07-11T07:00:00Z"), end: try instant("2026-07-11T09:30:00Z")),
          queues: ["de-mail", "de-voice", "no-chat"], tag: "outage", effect: .exclude,
          note: "trunk, failure"),
        Event(
          interval: Interval(
            start: try instant("2026-12-09T07:00:00Z"), end: try instant("2026-12-09T17:00:00Z")),
          queues: ["de-voice"], tag: "mailing", effect: .factor(1.15), note: "40k letters"),
      ])
  }

  @Test("Optional files may be absent, and files may end lines with CRLF and begin with a BOM")
  func variants() throws {
    let optional = ["rules.yaml", "timeoff.csv", "wishes.csv", "calendar/events.csv"]
    let without = try Acme(changing: Dictionary(uniqueKeysWithValues: optional.map { ($0, nil) }))
    #expect(without.findings == [])
    #expect(try without.centre().rules == [])

    var windows: [String: String?] = [:]
    for (file, text) in Acme.files {
      windows[file] = text.map { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
    }
    #expect(try Acme(changing: windows).centre() == (try Acme().centre()))
  }

  @Test("Columns may stand in any order and be separated by semicolons") func semicolons() throws {
    let acme = try Acme(changing: [
      "skills.csv": "speed;queue;agent\n1.00;de-voice;laura\n;no-chat;reza\n0.9;de-mail;laura\n"
    ])
    #expect(acme.findings == [])
    #expect(
      try acme.centre().agent("laura")?.skills == [
        Skill(queue: "de-mail", speed: 0.9), Skill(queue: "de-voice"),
      ])
  }

  @Test("A warning alone does not hinder the centre") func warning() throws {
    let acme = try Acme("skills.csv", "reza,no-chat,,", "laura,no-chat,,")
    let (centre, findings) = acme.workspace.read(zones: acme.zones)
    #expect(centre?.agent("reza")?.skills == [])
    #expect(findings.map(\.severity) == [.warning])
  }
}
