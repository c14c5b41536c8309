import Foundation
package import Timeline
import Workforce

/// The workspace of a tiny centre as a planner would write it: three agents in Vienna who answer one
/// queue from Monday to Friday, and four weeks of history before 2026-12-07.
///
/// Tests vary it by one file or one word at a time. It is planned in a blink, also by a debug build.
package final class SmallWorkspace: Sendable {
  package let folder: TemporaryFolder

  /// Writes the files; a text of nil leaves the file out.
  package init(changing changes: [String: String?] = [:]) throws {
    folder = try TemporaryFolder()
    let history = try SmallWorkspace.history(days: 28, before: Worlds.monday)
    var files: [String: String?] = SmallWorkspace.centre
    files["history/acd.csv"] = history
    for (file, text) in files.merging(changes, uniquingKeysWith: { $1 }) {
      if let text { try folder.write(text, to: file) }
    }
  }

  /// The same with one text of a file replaced by another.
  package convenience init(_ file: String, _ old: String, _ new: String) throws {
    try self.init()
    try folder.replace(old, with: new, in: file)
  }

  package var path: String { folder.path }

  /// History of a queue with a row for every hour of the days before a date, or of its office hours
  /// only: five contacts at night and up to twelve by day, of 240 seconds each.
  package static func history(
    of queue: String = "de-voice", days: Int, before end: LocalDay, aroundTheClock: Bool = false
  ) throws -> String {
    let zone = try Worlds.zone("Europe/Vienna")
    let span = Interval(start: zone.start(of: end - days), end: zone.start(of: end))
    let grid = Grid(covering: span, slot: Minutes(60))
    var text = "queue,start,minutes,offered,handled,aht\n"
    for instant in grid.indices.map(grid.start(of:)) {
      let reading = zone.reading(at: instant)
      let hour = reading.secondOfDay / 3600
      let isOffice = reading.day.weekday.number <= 5 && (8..<18).contains(hour)
      guard aroundTheClock || isOffice else { continue }
      let offered = isOffice ? 6 + (3 * hour + reading.day.weekday.number) % 7 : 5
      text += "\(queue),\(instant),60,\(offered),\(offered),240\n"
    }
    return text
  }

  /// The planner's files but for the history.
  package static let centre: [String: String] = [
    "nobat.yaml": """
    workspace: corner
    zone: Europe/Vienna
    interval: 60m
    currency: EUR

    """,
    "sites.yaml": """
    vie: {zone: Europe/Vienna, cost: 20/h, sunday: 50%}

    """,
    "queues.yaml": """
    de-voice: {channel: voice, language: de, open: "mon-fri 08:00-18:00 Europe/Vienna", sla: 80% in 20s, patience: 180s}

    """,
    "contracts.yaml": """
    ft40: {hours: 40h/week, days: 5, rest: 11h}

    """,
    "shifts.yaml": """
    day:
      start: "07:00-10:00/60m"
      length: 8h30m
      breaks: [{kind: meal, length: 30m, paid: no, window: 3h-5h}]
      break-grid: 30m

    """,
    "agents.csv": """
    id,name,site,contract
    ana,Ana Aigner,vie,ft40
    ben,Ben Berger,vie,ft40
    cem,Cem Celik,vie,ft40

    """,
    "skills.csv": """
    agent,queue
    ana,de-voice
    ben,de-voice
    cem,de-voice

    """,
  ]
}
