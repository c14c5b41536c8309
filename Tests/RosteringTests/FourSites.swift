import Statistics
import TestSupport
import Timeline
import Workforce

/// A made-up centre of the size that Nobat promises: four sites in four zones, one of them half an
/// hour off, five languages, twelve queues, four contracts, rules, leave and wishes.
struct FourSites {
  let centre: Centre
  let week: PlanningWeek
  let requirement: Requirement

  /// Makes the centre, its week and its requirement.
  ///
  /// - Parameters:
  ///   - count: Agents, shared evenly among the sites.
  ///   - seed: Draws skills, contracts, absences and wishes.
  ///   - interval: Length of a planning interval.
  ///   - load: Agent-hours needed, as a share of those that contracts give.
  ///   - firstDay: A Monday.
  /// - Throws: A fault if the system's time zones cannot be read.
  init(
    agents count: Int = 120, seed: UInt64 = 1, interval: Minutes = Minutes(15), load: Double = 0.9,
    firstDay: LocalDay = Worlds.monday
  ) throws {
    var dice = Generator(seed: seed, stream: "four sites")
    let zones = try ["Europe/Vienna", "Europe/Lisbon", "Asia/Kolkata", "America/Bogota"]
      .map(Worlds.zone)
    let sites = zip(["vie", "lis", "pun", "bog"], zip(zones, [26.0, 18, 9, 11])).map { id, place in
      Site(
        id: .init(id), zone: place.0, costPerHour: Money(place.1), holidays: .init(id),
        premiums: Premiums(night: 0.25, sunday: 0.5, holiday: 1))
    }
    let queues = FourSites.queues(in: zones[0])
    let agents = FourSites.agents(count, sites: sites, zones: zones, &dice)
    centre = Centre(
      name: "four-sites", zone: zones[0], interval: interval, sites: sites, queues: queues,
      contracts: FourSites.contracts, templates: FourSites.templates,
      rules: [
        WorkRule(id: "steady", condition: .startChange(.hours(3)), scope: .site("vie")),
        WorkRule(
          id: "late-early",
          condition: .succession(
            endLaterThan: 22 * 60, startBefore: LocalTime(minutes: 9 * 60))),
      ],
      agents: agents,
      timeOff: agents.enumerated().filter { $0.offset % 11 == 3 }.map { number, agent in
        let from = firstDay + dice.index(below: 5)
        return TimeOff(
          id: .init("t\(number)"), agent: agent.id, from: from, to: from + dice.index(below: 3),
          kind: number % 2 == 0 ? .leave : .unavailable)
      },
      wishes: agents.enumerated().filter { $0.offset % 3 == 1 }.map { _, agent in
        let day = firstDay + dice.index(below: 7)
        let content: Wish.Content =
          switch dice.index(below: 3) {
          case 0: .off
          case 1: .template("early")
          default: .start(from: LocalTime(minutes: 8 * 60), to: LocalTime(minutes: 11 * 60))
          }
        return Wish(agent: agent.id, day: day, content: content)
      },
      holidays: [
        "vie": HolidayCalendar([Holiday(day: firstDay + 1, name: "Immaculate Conception")])
      ])
    week = centre.week(of: firstDay)
    requirement = FourSites.requirement(of: centre, in: week, load: load, &dice)
  }

  private static func queues(in zone: Zone) -> [Queue] {
    ["de", "en", "es", "pt", "hi"].flatMap { language in
      Channel.allCases.compactMap { channel -> Queue? in
        if language == "hi", channel == .chat { return nil }
        if language == "pt", channel != .voice { return nil }
        return Queue(
          id: .init("\(language)-\(channel)"), channel: channel, language: language,
          opening: .always(in: zone), goal: Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20))
      }
    }
  }

  private static let contracts = [
    Contract(id: "ft40", weekly: .hours(40), maximumDays: 5, daysOffTogether: 2),
    Contract(
      id: "nt40", weekly: .hours(40), maximumDays: 5, daysOffTogether: 2, maximumNightsInRow: 4),
    Contract(id: "pt30", weekly: .hours(30), maximumDays: 5, minimumDays: 4),
    Contract(id: "pt20", weekly: .hours(20), tolerance: .hours(2), maximumDays: 5),
  ]

  private static var templates: [ShiftTemplate] {
    let meal = ShiftTemplate.BreakRule(
      kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3), latest: Minutes(330))
    let first = ShiftTemplate.BreakRule(
      kind: .rest, length: Minutes(15), isPaid: true, earliest: Minutes(75), latest: Minutes(165))
    let second = ShiftTemplate.BreakRule(
      kind: .rest, length: Minutes(15), isPaid: true, earliest: .hours(6), latest: Minutes(450))
    func full(_ id: ShiftTemplate.ID, _ hours: ClosedRange<Int>, _ contracts: [Contract.ID])
      -> ShiftTemplate
    {
      ShiftTemplate(
        id: id, firstStart: 60 * hours.lowerBound, lastStart: 60 * hours.upperBound,
        startStep: Minutes(30), lengths: [Minutes(510)], breaks: [first, meal, second],
        contracts: contracts)
    }
    return [
      full("early", 6...10, ["ft40", "nt40"]),
      full("late", 11...15, ["ft40", "nt40"]),
      full("night", 21...24, ["nt40"]),
      ShiftTemplate(
        id: "part", firstStart: 7 * 60, lastStart: 17 * 60, startStep: Minutes(30),
        lengths: [.hours(5), .hours(6), Minutes(450)], breaks: [first], contracts: ["pt30", "pt20"]),
    ]
  }

  private static func agents(
    _ count: Int, sites: [Site], zones: [Zone], _ dice: inout Generator
  ) -> [Agent] {
    let languages = [["de", "en"], ["pt", "es", "en"], ["hi", "en"], ["es", "en"]]
    return (0..<count).map { number in
      let site = number % 4
      var queues: [Queue.ID] = []
      // Everyone speaks the first language of the site, some another one.
      let spoken = languages[site].prefix(1 + dice.index(below: 2))
      let writes = dice.index(below: 3) > 0
      for language in spoken {
        queues.append(.init("\(language)-voice"))
        if writes, language != "pt" {
          queues.append(.init("\(language)-email"))
          if language != "hi" { queues.append(.init("\(language)-chat")) }
        }
      }
      let contract: Contract.ID =
        switch dice.index(below: 10) {
        case 0..<5: "ft40"
        case 5..<7: "nt40"
        case 7..<9: "pt30"
        default: "pt20"
        }
      let name = "a" + String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
      return Agent(
        id: .init(name), name: "Agent \(number)", site: sites[site].id, contract: contract,
        zone: zones[site], skills: queues.map { Skill(queue: $0) })
    }
  }

  /// Needs with the shape of a day in the language's countries, scaled to the load.
  private static func requirement(
    of centre: Centre, in week: PlanningWeek, load: Double, _ dice: inout Generator
  ) -> Requirement {
    let peaks = ["de": 11.0, "en": 14, "es": 18, "pt": 12, "hi": 7]
    let sizes = ["de": 1.0, "en": 1.3, "es": 1.2, "pt": 0.4, "hi": 0.8]
    let weights: [Channel: Double] = [.voice: 1, .chat: 0.35, .email: 0.3]
    var raw: [[Double]] = []
    for queue in centre.queues {
      let peak = peaks[queue.language] ?? 12
      let size = (sizes[queue.language] ?? 1) * (weights[queue.channel] ?? 1)
      raw.append(
        week.grid.indices.map { slot in
          let minute = slot * week.grid.slot.count
          let hour = Double(minute % 1440) / 60
          let away = min(abs(hour - peak), 24 - abs(hour - peak))
          let shape = max(0.06, 1 - away * away / 40)
          let weekend = minute / 1440 >= 5 ? 0.6 : 1.0
          return size * shape * weekend * (0.9 + 0.2 * dice.uniform())
        })
    }
    let hours = week.grid.slot.hours
    let wanted = raw.joined().reduce(0, +) * hours
    // Paid hours of a contract less a twelfth for breaks.
    let given = centre.agents.reduce(0.0) { sum, agent in
      sum + (centre.contract(agent.contract)?.weekly.hours ?? 0) * 11 / 12
    }
    let scale = load * given / wanted
    return Requirement(
      id: week.id, grid: week.grid,
      queues: zip(centre.queues, raw).map { queue, values in
        let agents = values.map { (100 * $0 * scale).rounded() / 100 }
        return QueueRequirement(
          queue: queue.id, agents: agents, load: agents, handlingTime: agents.map { _ in 300 })
      })
  }
}
