import ArgumentParser
import Exchange
import Timeline
import Workforce

/// How long the tables of a large roster take.
struct TablesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write the tables of 10,000 agents and four weeks, 200,000 shifts, into memory.",
    discussion: "EXAMPLE: nobat-bench tables --agents 10000")

  @Option(help: "Agents with 20 shifts each.")
  var agents = 10_000

  func run() throws {
    let (roster, centre) = try largeRoster()
    let clock = ContinuousClock()
    let stamp = Instant(seconds: 1_780_000_000)
    // One edition tells every shift, as after a publication.
    let edition = calendars(
      of: roster, in: centre, style: CalendarStyle(), stamp: stamp,
      following: Edition(firstDay: roster.firstDay)
    ).edition
    print("shifts    \(roster.shifts.count)")
    var content: TableContent?
    let preparing = clock.measure { content = TableContent(roster, in: centre, edition: edition) }
    print("content   \(seconds(preparing)) s")
    guard let content else { return }
    for preset in TablePreset.all {
      var size = 0
      let time = clock.measure {
        size = preset.files(of: content, stamp: stamp).reduce(0) { $0 + $1.bytes.count }
      }
      let name = preset.name + String(repeating: " ", count: 10 - preset.name.utf8.count)
      print("\(name)\(seconds(time)) s, \(size / 1_000_000) MB")
    }
  }

  private func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let hundredths = Int(seconds) * 100 + Int(attoseconds / 10_000_000_000_000_000)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Twenty nights of eight and a half hours each, over the end of summer time, at four sites.
  private func largeRoster() throws -> (Roster, Centre) {
    let database = ZoneDatabase()
    let zones = try ["Europe/Vienna", "Asia/Tehran", "America/New_York", "Asia/Manila"]
      .map { try database.zone($0) }
    let template = ShiftTemplate(
      id: "night", firstStart: 1320, lastStart: 1320, startStep: Minutes(15),
      lengths: [Minutes(510)],
      breaks: [
        .init(
          kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3), latest: .hours(5))
      ])
    let centre = Centre(
      name: "large", zone: zones[0], interval: Minutes(15),
      sites: zones.enumerated().map { index, zone in
        Site(id: .init("site\(index)"), zone: zone, costPerHour: Money(10))
      },
      queues: [], contracts: [], templates: [template],
      agents: (0..<agents).map { number in
        Agent(
          id: .init("agent\(number)"), name: "سارا می\u{200C}خواهد \(number)",
          site: .init("site\(number % 4)"), contract: "ft40", zone: zones[number % 4],
          skills: [Skill(queue: "de-voice"), Skill(queue: "en-voice")])
      })
    // Monday 2026-10-12.
    let monday = LocalDay(daysSince1970: 20_738)
    let shifts = centre.agents.flatMap { agent in
      (0..<20).map { index -> Shift in
        let day = monday + (index / 5 * 7 + index % 5)
        let start = agent.zone.instant(day, LocalTime(minutes: 1320))
        let meal = Interval(start: start + .hours(4), length: Minutes(30))
        return Shift(
          agent: agent.id, template: "night", day: day,
          interval: Interval(start: start, length: Minutes(510)),
          breaks: [Activity(kind: .meal, interval: meal)], paid: .hours(8))
      }
    }
    let roster = Roster(
      id: "large", firstDay: monday, grid: centre.week(of: monday).grid, shifts: shifts,
      cost: .init(), bound: .zero, notes: [], effort: .init())
    return (roster, centre)
  }
}
