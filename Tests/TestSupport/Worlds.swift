package import Timeline
package import Workforce

/// Tiny centres that are understood at a glance; tests vary them by one thing at a time.
package enum Worlds {
  /// Rules of the system's folder; a test that cannot read them fails with the reason.
  package static func zone(_ name: String) throws -> Zone { try ZoneDatabase().zone(name) }

  /// Monday 2026-12-07, the first day of ISO week 2026-W50.
  package static let monday = LocalDay(daysSince1970: 20_794)

  /// One site in Vienna, one voice queue (80 % in 20 s, patience 180 s) around the clock, one
  /// contract of 5 x 8 hours, one template 06:00-14:00/30m of 8h30m with an unpaid meal.
  package static func oneSite(agents count: Int, interval: Minutes = Minutes(30)) throws -> Centre {
    let vienna = try zone("Europe/Vienna")
    return Centre(
      name: "one-site", zone: vienna, interval: interval,
      sites: [Site(id: "vie", zone: vienna, costPerHour: Money(20))],
      queues: [voice("de-voice", open: .always(in: vienna))],
      contracts: [fullTime], templates: [day],
      agents: (1...count).map { number in
        Agent(
          id: .init("a" + (number < 10 ? "0" : "") + "\(number)"), name: "Agent \(number)",
          site: "vie", contract: "ft40", zone: vienna, skills: [Skill(queue: "de-voice")])
      })
  }

  package static func voice(_ id: Queue.ID, open: OpeningHours) -> Queue {
    Queue(
      id: id, channel: .voice, language: "de", opening: open,
      goal: Goal(model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180))
  }

  /// 40 hours on five days, 11 hours of rest, two days off together.
  package static let fullTime = Contract(
    id: "ft40", weekly: .hours(40), maximumDays: 5, daysOffTogether: 2)

  /// 8h30m of presence, 8h paid: a meal of 30 minutes between 3h and 5h after the start.
  package static let day = ShiftTemplate(
    id: "day", firstStart: 6 * 60, lastStart: 14 * 60, startStep: Minutes(30),
    lengths: [Minutes(510)],
    breaks: [
      .init(
        kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3), latest: .hours(5))
    ],
    breakGrid: Minutes(30))
}
