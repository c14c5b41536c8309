import Timeline
import Workforce

/// A centre with many agents, and weeks of rosters for it: shifts by arithmetic, none by chance.
struct LargeCentre {
  let centre: Centre
  static let zones = [
    "Europe/Vienna", "Asia/Tehran", "America/New_York", "Europe/Dublin", "Asia/Kolkata",
    "Australia/Lord_Howe", "Africa/Casablanca", "America/Bogota",
  ]
  static let languages = ["en", "fa", "de", "fr", "es"]
  static let names = ["Laura Meier", "نرگس رضایی", "Zoë O’Neill", "Çağla Öztürk", "José Núñez"]

  init(agents count: Int, zones database: ZoneDatabase) throws(ZoneDatabase.Fault) {
    var sites: [Site] = []
    for (index, name) in LargeCentre.zones.enumerated() {
      sites.append(
        Site(id: .init("site-\(index)"), zone: try database.zone(name), costPerHour: Money(20)))
    }
    let agents = (0..<count).map { number in
      let site = sites[number % sites.count]
      return Agent(
        id: .init("agent-\(100_000 + number)"), name: LargeCentre.names[number % 5],
        site: site.id, contract: "ft40", zone: site.zone,
        skills: [Skill(queue: "billing-voice"), Skill(queue: "support-chat")],
        language: LargeCentre.languages[number % 5])
    }
    centre = Centre(
      name: "large", zone: sites[0].zone, interval: Minutes(15), sites: sites, queues: [],
      contracts: [], templates: [], agents: agents)
  }

  /// A week in which everybody works five days of 8h30m with a rest and a meal.
  func roster(weekFrom firstDay: LocalDay) -> Roster {
    var shifts: [Shift] = []
    shifts.reserveCapacity(5 * centre.agents.count)
    for (number, agent) in centre.agents.enumerated() {
      for index in 0..<5 {
        let day = firstDay + (number + index) % 7
        let minutes = 15 * ((7 * number + index) % 80)
        let start = agent.zone.start(of: day) + Minutes(minutes)
        let breaks = [
          pause(.rest, Minutes(15), Minutes(105), after: start),
          pause(.meal, Minutes(30), Minutes(240), after: start),
        ]
        shifts.append(
          Shift(
            agent: agent.id, template: number % 2 == 0 ? "early-day" : "late-day", day: day,
            interval: Interval(start: start, length: Minutes(510)), breaks: breaks,
            paid: Minutes(480)))
      }
    }
    return Roster(
      id: "\(firstDay)", firstDay: firstDay, grid: centre.week(of: firstDay).grid, shifts: shifts,
      cost: .init(), bound: .zero, notes: [], effort: .init())
  }

  private func pause(
    _ kind: Activity.Kind, _ length: Minutes, _ delay: Minutes, after start: Instant
  ) -> Activity {
    Activity(kind: kind, interval: Interval(start: start + delay, length: length))
  }
}
