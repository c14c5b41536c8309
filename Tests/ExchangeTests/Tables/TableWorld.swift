import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

/// A centre whose people have names that tables must carry: with commas, quotes, line ends, formulas
/// and letters that join.
enum TableWorld {
  static let names: [Agent.ID: String] = [
    "ana": "Ana \"Anni\" Aigner, the elder", "bob": "=HYPERLINK(\"http://x\",\"y\")",
    "cem": "Cem\nÇelik; 3", "dee": "'Tis Dee", "eva": "'+Eva", "sara": "سارا می\u{200C}خواهد",
  ]

  /// Sunday 2026-10-25, when Vienna's clocks go back from 03:00 to 02:00.
  static let sunday = LocalDay(daysSince1970: 20_751)

  static func centre() throws -> Centre {
    let vienna = try Worlds.zone("Europe/Vienna")
    let tehran = try Worlds.zone("Asia/Tehran")
    let template = ShiftTemplate(
      id: "early", firstStart: 360, lastStart: 1320, startStep: Minutes(30),
      lengths: [Minutes(510)],
      breaks: [
        .init(
          kind: .rest, length: Minutes(15), isPaid: true, earliest: .hours(1), latest: .hours(2)),
        .init(
          kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3), latest: .hours(5)),
      ])
    return Centre(
      name: "acme", zone: vienna, interval: Minutes(15),
      sites: [
        Site(
          id: "vie", zone: vienna, costPerHour: Money(20), holidays: "at",
          premiums: Premiums(night: 0.25, sunday: 0.5, holiday: 1)),
        Site(id: "teh", zone: tehran, costPerHour: Money(8)),
      ],
      queues: [
        Worlds.voice("de-voice", open: .always(in: vienna)),
        Queue(
          id: "fa-voice", channel: .voice, language: "fa", opening: .always(in: tehran),
          goal: Goal(model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180)),
      ],
      contracts: [Worlds.fullTime], templates: [template],
      agents: names.map { id, name in
        Agent(
          id: id, name: name, site: id == "sara" ? "teh" : "vie", contract: "ft40",
          zone: id == "sara" ? tehran : vienna,
          skills: [Skill(queue: "fa-voice"), Skill(queue: "de-voice")],
          team: id == "ana" ? "blue" : nil, email: id == "ana" ? "ana@example.org" : nil)
      },
      timeOff: [
        TimeOff(id: "t1", agent: "ana", from: sunday + 2, to: sunday + 3, kind: .leave),
        TimeOff(
          id: "t2", agent: "bob", from: sunday, to: sunday + 3, kind: .leave, state: .refused),
      ],
      holidays: ["at": HolidayCalendar([Holiday(day: sunday + 1, name: "Nationalfeiertag")])])
  }

  /// A shift of 8h30m with its breaks, by the agent's clock.
  static func shift(_ agent: Agent, _ day: LocalDay, at minutes: Int) -> Shift {
    let start = agent.zone.instant(of: LocalReading(day: day, secondOfDay: 60 * minutes))
    let rest = Interval(start: start + .hours(1), length: Minutes(15))
    let meal = Interval(start: start + .hours(4), length: Minutes(30))
    return Shift(
      agent: agent.id, template: "early", day: day,
      interval: Interval(start: start, length: Minutes(510)),
      breaks: [Activity(kind: .rest, interval: rest), Activity(kind: .meal, interval: meal)],
      paid: .hours(8))
  }

  static func roster(_ shifts: [Shift], in centre: Centre, from day: LocalDay = sunday) -> Roster {
    Roster(
      id: "w", firstDay: day, grid: centre.week(of: day).grid, shifts: shifts, cost: .init(),
      bound: .zero, notes: [], effort: .init())
  }

  /// What tables tell of a roster whose calendars were published once.
  static func content(of roster: Roster, in centre: Centre) -> TableContent {
    let set = calendars(
      of: roster, in: centre, style: CalendarStyle(), stamp: Instant(seconds: 1_780_000_000),
      following: Edition(firstDay: roster.firstDay))
    return TableContent(roster, in: centre, edition: set.edition)
  }

  /// Everybody works on Monday from eight, Ana also from Saturday into the longer Sunday night.
  static func roster(in centre: Centre) -> Roster {
    let mondays = centre.agents.map { shift($0, sunday + 1, at: 8 * 60) }
    let nights = centre.agents.filter { $0.id == "ana" }.map { shift($0, sunday - 1, at: 22 * 60) }
    return roster(mondays + nights, in: centre)
  }
}

extension TablePreset {
  /// The files of a roster as rows of fields, by file name.
  func tables(of roster: Roster, in centre: Centre) throws -> [String: [[String: String]]] {
    let files = files(
      of: TableWorld.content(of: roster, in: centre), stamp: Instant(seconds: 1_780_000_000))
    return try Dictionary(uniqueKeysWithValues: files.map { ($0.name, try Sheet.rows($0.bytes)) })
  }
}
