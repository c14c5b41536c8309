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
    let large = try LargeCentre(agents: agents, zones: ZoneDatabase())
    let centre = large.centre
    // Monday 2026-10-12: summer time ends within the weeks.
    let monday = LocalDay(daysSince1970: 20_738)
    let weeks = (0..<4).map { large.roster(weekFrom: monday + 7 * $0) }
    let roster = Roster(
      id: "large", firstDay: monday, grid: weeks[0].grid, shifts: weeks.flatMap(\.shifts),
      cost: .init(), bound: .zero, notes: [], effort: .init())
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
}
