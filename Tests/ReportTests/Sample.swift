import Report
import Statistics
import TestSupport
import Timeline
import Workforce

/// A made-up plan of one week, rich enough to look at.
///
/// It has several queues, sites and zones, a quiet night, holes and idle time. Its roster is drawn by
/// lot, not optimised.
struct Sample: Sendable {
  var agents = 24
  var queues = 5
  var firstDay = Worlds.monday
  var slot = Minutes(15)
  var zone = "Europe/Vienna"
  var seed: UInt64 = 1
  /// What all free text of the sample is made of, for tests of escaping.
  var name: @Sendable (_ plain: String) -> String = { $0 }

  func content() throws -> ReportContent {
    let centre = try centre()
    let week = PlanningWeek(firstDay: firstDay, zone: centre.zone, slot: slot)
    let grid = week.grid
    let forecast = Forecast(
      id: week.id, grid: grid,
      queues: centre.queues.enumerated().map { self.forecast(of: $1, number: $0, centre, grid) })
    // About as many hours as the agents have, whatever their number.
    let scale = 0.058 * Double(agents) / Double(max(1, queues))
    let requirement = Requirement(
      id: week.id, grid: grid,
      queues: forecast.queues.map { queue in
        let agents = queue.volume.map { band in
          band.expected > 0 ? (100 * (scale * band.expected + 0.05)).rounded() / 100 : 0
        }
        return QueueRequirement(
          queue: queue.queue, agents: agents, load: agents.map { 0.8 * $0 },
          handlingTime: agents.map { _ in 280 })
      })
    let drawn = centre.agents.indices.flatMap { self.shifts(of: centre.agents[$0], number: $0) }
    let shifts = drawn.filter { shift in
      !centre.timeOff.contains { $0.agent == shift.agent && $0.covers(shift.day) }
    }
    let coverage = Self.coverage(of: shifts, centre, requirement)
    let totals = Totals(coverage)
    let roster = Roster(
      id: week.id, firstDay: firstDay, grid: grid, shifts: shifts,
      cost: .init(
        pay: Money(Double(shifts.count) * 8 * 21.5), premium: Money(Double(shifts.count) * 9.25),
        wishes: Money(12), under: Money(30 * totals.missing), over: Money(3 * totals.idle)),
      bound: Money(Double(shifts.count) * 8 * 21.5 + 30 * totals.missing),
      notes: ["\(name("Emmy Noether")) is short of the contract by 1h30m: time off on Wednesday."],
      effort: .init(
        priceRounds: 41, linesGenerated: 18_204, sweeps: 6, integerProblems: 38, ending: "gap"))
    return ReportContent(
      centre: centre, week: week, history: history(of: forecast), forecast: forecast,
      requirement: requirement, roster: roster, coverage: coverage,
      outlook: outlook(centre, week, forecast, coverage), violations: violations(shifts),
      provenance: [
        .init("nobat", "0.1.0"), .init("seed", "\(seed)"),
        .init("zone rules", name("2026f")),
      ])
  }
}

extension Sample {
  /// A content and its page, made once for the tests that only look at them.
  struct Made: Sendable {
    let content: ReportContent
    let html: String

    init(_ sample: Sample) throws {
      content = try sample.content()
      html = page(content)
    }

    /// Half-hour slots and few agents: small, and nothing is missing.
    static let small = Result { try Made(Sample(agents: 7, queues: 5, slot: Minutes(30))) }
  }

  private func centre() throws -> Centre {
    let places = [
      ("dublin", "Europe/Dublin"), ("pune", "Asia/Kolkata"), ("vienna", "Europe/Vienna"),
    ]
    let sites = try places.map { id, zone in
      Site(id: .init(id), zone: try Worlds.zone(zone), costPerHour: Money(21.5))
    }
    let zone = try Worlds.zone(zone)
    let kinds: [(String, Channel)] = [
      ("de-voice", .voice), ("en-voice", .voice), ("en-chat", .chat), ("fr-voice", .voice),
      ("en-email", .email),
    ]
    let queues = (0..<queues).map { number -> Queue in
      let (id, channel) = kinds[number % kinds.count]
      let suffix = number < kinds.count ? "" : "-\(number / kinds.count + 1)"
      let opening =
        number % 5 == 3
        ? OpeningHours(
          zone: zone,
          spans: Weekday.allCases.prefix(5).map {
            .init(weekday: $0, from: LocalTime(minutes: 480), to: LocalTime(minutes: 1080))
          }) : .always(in: zone)
      return Queue(
        id: .init(name(id + suffix)), channel: channel, language: String(id.prefix(2)),
        opening: opening,
        goal: channel == .email
          ? Goal(model: .backlog, answerWithin: .hours(24))
          : Goal(model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180))
    }
    let agents = (0..<agents).map { number -> Agent in
      let site = sites[number % sites.count]
      let firsts = ["Ada", "Grace", "Alan", "Emmy", "Edsger", "Katherine", "Leonhard", "Sofia"]
      let lasts = ["Lovelace", "Hopper", "Turing", "Noether", "Johnson", "Euler", "Kovalevskaya"]
      let plain = "\(firsts[number % firsts.count]) \(lasts[number % lasts.count])"
      return Agent(
        id: .init("a\(100 + number)"), name: name(plain), site: site.id, contract: "ft40",
        // One agent of Dublin lives by another clock.
        zone: number == 6 ? sites[2].zone : site.zone,
        skills: queues.indices.filter { ($0 + number) % 3 != 0 || queues.count < 3 }
          .map { Skill(queue: queues[$0].id) },
        team: number.isMultiple(of: 2) ? "north" : nil)
    }
    let wishes = agents.prefix(6).enumerated().map { number, agent in
      Wish(
        agent: agent.id, day: firstDay + 1 + number % 3,
        content: number % 2 == 0 ? .off : .template("night"))
    }
    return Centre(
      name: name("Sample centre"), zone: zone, interval: slot, sites: sites, queues: queues,
      contracts: [Worlds.fullTime], templates: [Worlds.day], agents: agents,
      timeOff: agents.prefix(2).map {
        TimeOff(
          id: .init("t\($0.id)"), agent: $0.id, from: firstDay + 5, to: firstDay + 6, kind: .leave)
      },
      wishes: wishes,
      events: [
        Event(
          interval: Interval(start: zone.start(of: firstDay + 2), length: .hours(12)),
          queues: queues.map(\.id), tag: name("sale"), effect: .factor(1.3),
          note: name("autumn sale"))
      ],
      holidays: [
        .init(name("at")): HolidayCalendar([
          Holiday(day: firstDay + 1, name: name("Immaculate Conception")),
          Holiday(day: firstDay + 18, name: "Christmas Day"),
        ])
      ])
  }

  private func forecast(of queue: Queue, number: Int, _ centre: Centre, _ grid: Grid)
    -> QueueForecast
  {
    let open = centre.openMask(of: queue, on: grid)
    let size = 5 + Double((3 * number) % 5)
    let volume = grid.indices.map { index -> Band in
      guard open[index] else { return .zero }
      let hour = Double(centre.zone.reading(at: grid.start(of: index)).time.minutes) / 60
      // A hill around 11 and a lower one around 17, on a floor.
      let hills = max(0, 1 - abs(hour - 11) / 5) + 0.6 * max(0, 1 - abs(hour - 17) / 4)
      let expected = size * (0.12 + hills)
      return Band(expected: expected, low: 0.7 * expected, high: 1.35 * expected + 0.5)
    }
    return QueueForecast(
      queue: queue.id, volume: volume,
      handlingTime: volume.map { _ in Band(expected: 280, low: 240, high: 330) },
      notes: ["Learnt from 104 weeks; \(name("two outages")) left out."])
  }

  private func history(of forecast: Forecast) -> History {
    var generator = Generator(seed: seed, stream: "history")
    let grid = forecast.grid
    let weeks = 4
    let past = Grid(
      start: grid.start - .days(7 * weeks), slot: grid.slot, count: weeks * grid.count)
    return History(
      forecast.queues.map { queue in
        let offered = past.indices.map { index -> Double in
          let expected = queue.volume[index % grid.count].expected
          return (expected * (0.6 + 0.8 * generator.uniform())).rounded()
        }
        return QueueHistory(queue: queue.queue, grid: past, offered: offered)
      })
  }

  private func shifts(of agent: Agent, number: Int) -> [Shift] {
    var generator = Generator(seed: seed, stream: "shifts \(number)")
    let patterns: [(ShiftTemplate.ID, Int)] = [
      ("early", 6), ("day", 8), ("day", 9), ("late", 12), ("early", 7), ("night", 21),
    ]
    let (template, hour) = patterns[number / 3 % patterns.count]
    return (0..<5).map { index -> Shift in
      let day = firstDay + (number * 3 + index) % 7
      let minute = 60 * hour + 30 * generator.index(below: 4)
      let start = agent.zone.instant(day, LocalTime(minutes: minute))
      let pauses: [(Activity.Kind, Int, Int)] = [
        (.rest, 120, 15), (.meal, 240, 30), (.rest, 405, 15),
      ]
      return Shift(
        agent: agent.id, template: template, day: day,
        interval: Interval(start: start, length: Minutes(510)),
        breaks: pauses.map { kind, after, length in
          Activity(
            kind: kind, interval: Interval(start: start + Minutes(after), length: Minutes(length)))
        },
        paid: .hours(8))
    }
  }

  private func violations(_ shifts: [Shift]) -> [Violation] {
    guard let shift = shifts.first(where: { $0.day > firstDay }) else {
      return []
    }
    return [
      Violation(
        rule: "rest", agent: shift.agent, interval: shift.interval,
        sentence: "\(name("Grace Hopper")) rests 9h30m before the shift; the contract asks for 11h."
      )
    ]
  }

  /// Each agent on duty serves the queue of theirs that lacks most.
  private static func coverage(
    of shifts: [Shift], _ centre: Centre, _ requirement: Requirement
  ) -> Coverage {
    let grid = requirement.grid
    var serving = requirement.queues.map { _ in Array(repeating: 0.0, count: grid.count) }
    var idle = Array(repeating: 0.0, count: grid.count)
    var onDuty = idle
    var queuesOf: [Agent.ID: [Int]] = [:]
    for agent in centre.agents {
      queuesOf[agent.id] = requirement.queues.indices.filter { index in
        agent.skills.contains { $0.queue == requirement.queues[index].queue }
      }
    }
    for slot in grid.indices {
      let now = grid.start(of: slot)
      for shift in shifts where shift.interval.contains(now) {
        guard !shift.breaks.contains(where: { $0.interval.contains(now) }) else { continue }
        onDuty[slot] += 1
        var left = 1.0
        while left > 0 {
          var (queue, lack) = (0, 0.0)
          for index in queuesOf[shift.agent] ?? [] {
            let open = requirement.queues[index].agents[slot] - serving[index][slot]
            if open > lack { (queue, lack) = (index, open) }
          }
          guard lack > 0 else { break }
          let part = min(left, lack)
          serving[queue][slot] += part
          left -= part
        }
        idle[slot] += left
      }
    }
    return Coverage(
      grid: grid,
      queues: requirement.queues.enumerated().map {
        QueueCoverage(queue: $1.queue, required: $1.agents, serving: serving[$0])
      },
      idle: idle, onDuty: onDuty)
  }

  private func outlook(
    _ centre: Centre, _ week: PlanningWeek, _ forecast: Forecast, _ coverage: Coverage
  ) -> [ServiceOutlook] {
    let grid = coverage.grid
    return centre.queues.flatMap { queue -> [ServiceOutlook] in
      guard let cover = coverage.queues.first(where: { $0.queue == queue.id }),
        let expected = forecast[queue.id]
      else { return [] }
      return week.days.compactMap { day -> ServiceOutlook? in
        let slots = grid.indices.filter { centre.zone.day(at: grid.start(of: $0)) == day }
        let contacts = slots.reduce(0) { $0 + expected.volume[$1].expected }
        guard contacts > 0 else { return nil }
        let served = slots.reduce(0) { $0 + min(cover.required[$1], cover.serving[$1]) }
        let required = slots.reduce(0) { $0 + cover.required[$1] }
        let level = required > 0 ? 0.96 * served / required : 1
        let waits = queue.channel != .email
        return ServiceOutlook(
          queue: queue.id, day: day, contacts: contacts, serviceLevel: waits ? level : nil,
          goal: waits ? 0.8 : nil, abandonment: waits ? 0.1 * (1 - level) : nil,
          occupancy: 0.62 + 0.2 * (1 - level))
      }
    }
  }
}
