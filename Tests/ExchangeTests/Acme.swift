import Exchange
import FoundationEssentials
import Timeline
import Workforce

/// A small workspace as a planner would write it, in a folder of its own that lives as long as the
/// value; tests vary it by one file or one word at a time.
final class Acme {
  let workspace: Workspace
  let zones = ZoneDatabase()

  /// Writes the files; a text of `nil` leaves the file out.
  init(changing changes: [String: String?] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    workspace = Workspace(folder: "\(folder)/nobat-exchange-\(UUID().uuidString)")
    for (file, text) in Acme.files.merging(changes, uniquingKeysWith: { $1 }) {
      if let text { try write(text, to: workspace.path(file)) }
    }
  }

  /// The same with one text of a file replaced by another.
  convenience init(_ file: String, _ old: String, _ new: String) throws {
    let text = (Acme.files[file] ?? nil) ?? ""
    precondition(text.contains(old), "\(file) does not hold \"\(old)\"")
    try self.init(changing: [file: text.replacing(old, with: new)])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: workspace.folder)
  }

  func centre() throws -> Centre { try workspace.centre(zones: zones) }

  /// What `check` would print, one finding a line.
  var findings: [String] { workspace.read(zones: zones).findings.map(\.description) }

  func put(_ text: String, _ file: String) throws { try write(text, to: workspace.path(file)) }

  func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: workspace.path(file))), as: UTF8.self)
  }

  /// All files of a folder, hidden ones too, sorted.
  func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: workspace.path(folder))
    return (names ?? []).sorted()
  }

  static let files: [String: String?] = [
    "nobat.yaml": """
    workspace: acme
    zone: Europe/Vienna
    interval: 15m
    week-starts: monday
    currency: EUR
    shrinkage: 5%
    objective: {under: 30/h, under-beyond: 80/h, cheap-share: 10%, over: 3/h, wish: 6, chat: 80%, email: 45%}

    """,
    "sites.yaml": """
    vie: {zone: Europe/Vienna, seats: 12, cost: 24.5/h, holidays: at, night: 25%, night-hours: "22:00-06:00", sunday: 50%, holiday: 100%}
    teh: {zone: Asia/Tehran, cost: 7.9/h}

    """,
    "queues.yaml": """
    de-voice: {channel: voice, language: de, open: "mon-fri 08:00-20:00, sat 09:00-13:00 Europe/Vienna", sla: 80% in 20s, patience: 180s, occupancy-max: 85%, min-staff: 1, shrinkage: 8%, market: at, closed-on-holidays: yes, aht: 240s}
    no-chat: {channel: chat, language: no, open: "mon-sun 00:00-24:00 Europe/Oslo", sla: 85% in 60s, concurrency: 3, concurrency-slowdown: 1.35}
    de-mail: {channel: email, language: de-AT, open: "fri-mon 22:00-02:00 Europe/Vienna", answer-within: 24h}

    """,
    "contracts.yaml": """
    ft40: {hours: 40h/week, days: 5, off-together: 2, rest: 11h, nights-in-row: 4}
    pt20: {hours: 20h, days: 4, min-days: 2, tolerance: 30m, max-consecutive-days: 5, weekly-rest: friday}

    """,
    "shifts.yaml": """
    day:
      start: "06:00-11:00/15m"
      length: [8h30m, 9h]
      breaks:
        - {kind: rest, length: 15m, paid: yes, window: 1h30m-3h}
        - {kind: meal, length: 30m, paid: no, window: 3h-5h30m}
      contracts: [ft40]
    late: {start: "22:00-25:00/30m", length: 5h, break-grid: 30m, contracts: [pt20, ft40], days: [mon, tue, wed, thu], sites: [vie, teh], premium: 10%}

    """,
    "rules.yaml": """
    - {id: no-late-then-early, after-end-later-than: "21:00", max-starts-before: "08:00", for: all}
    - {id: long-rest, rest: 12h, for: {site: teh}}
    - {id: blue-steady, max-start-change: 2h, for: {team: blue}}
    - {id: pt-row, max-consecutive-days: 4, for: {contract: pt20}}

    """,
    "agents.csv": """
    id,name,site,contract,zone,start,end,seniority,team
    laura,Laura M.,vie,ft40,,2022-03-01,,2022-03-01,blue
    reza,"رضا ک., the elder",teh,pt20,Asia/Tehran,2024-06-10,2026-12-31,,green

    """,
    "skills.csv": """
    agent,queue,priority,speed
    laura,de-voice,1,1.00
    laura,de-mail,2,0.9
    reza,no-chat,,

    """,
    "timeoff.csv": """
    id,agent,from,to,kind,state,asked
    t1,laura,2026-12-24,2026-12-26,leave,wait-listed,2026-09-02T08:11:00Z

    """,
    "wishes.csv": """
    agent,date,kind,value,weight
    laura,2026-12-12,shift,late,3
    reza,2026-12-13,off,,
    reza,2026-12-14,start,06:00-10:00,0.5

    """,
    "calendar/holidays.csv": """
    calendar,date,name,kind
    at,2026-12-08,Mariä Empfängnis,
    at,2026-12-24,Heiliger Abend,half

    """,
    "calendar/events.csv": """
    date,from,to,zone,queues,tag,effect,note
    2026-11-27,00:00,24:00,Europe/Vienna,de-* no-chat,black-friday,learn,
    2026-07-11,09:00,11:30,Europe/Vienna,*,outage,exclude,"trunk, failure"
    2026-12-09,08:00,18:00,Europe/Vienna,de-voice,mailing,115%,40k letters

    """,
    "history/acd.csv": """
    queue,start,minutes,offered,handled,aht
    de-voice,2026-11-30T07:00:00Z,15,12,11,240.5
    de-voice,2026-11-30T07:15:00Z,15,,,
    de-voice,2026-11-30T07:45:00Z,15,9,9,251
    no-chat,2026-11-30T07:00:00Z,30,4,4,600

    """,
  ]
}
