import Exchange
import TestSupport
import Testing
import Workforce

/// What `check` says of every mistake that a planner can make in a file.
@Suite struct BadInputTests {
  @Test("Each mistake is told with its place, what is wrong and what to do")
  func mistakes() throws {
    var told = ""
    for (file, old, new) in BadInputTests.mistakes {
      let acme = try Acme(file, old, new)
      let findings = acme.findings.map { $0.replacing(acme.workspace.folder, with: "DIR") }
      #expect(!findings.isEmpty, "\(file): \(old) -> \(new)")
      told += "# \(file): \(old) -> \(new)".replacing("\n", with: "\\n") + "\n"
      told += findings.map { $0 + "\n" }.joined()
    }
    try Snapshot.expect(told, "bad-input.txt")
  }

  /// A file of the good workspace, a text in it, and what stands there instead.
  static let mistakes: [(file: String, old: String, new: String)] = [
    // nobat.yaml
    ("nobat.yaml", "zone: Europe/Vienna", "zone: Europe/Viena"),
    ("nobat.yaml", "zone: Europe/Vienna", "zone: Mars/Olympus"),
    ("nobat.yaml", "interval: 15m", "interval: 20m"),
    ("nobat.yaml", "interval: 15m", "intervall: 15m"),
    ("nobat.yaml", "week-starts: monday", "week-starts: [monday]"),
    ("nobat.yaml", "shrinkage: 5%", "shrinkage: -5%"),
    ("nobat.yaml", "under-beyond: 80/h", "under-beyond: 8/h"),
    ("nobat.yaml", "wish: 6", "wish: -6"),
    ("nobat.yaml", "objective: {", "objective: {{"),
    ("nobat.yaml", "workspace: acme", "workspace: &a acme"),
    ("nobat.yaml", "workspace: acme", "workspace: acme\nworkspace: acme"),
    // goals of queues
    ("queues.yaml", "sla: 80% in 20s, ", "sla-of: served, "),
    ("queues.yaml", "sla: 80% in 20s,", "sla: 80% in 20s, sla-of: most,"),
    ("queues.yaml", "sla: 85% in 60s,", "sla: 85% in 60s, abandonment-max: 5%,"),
    ("queues.yaml", "sla: 85% in 60s,", "sla: 85% in 60s, answer-clock: wall,"),
    ("queues.yaml", "shrinkage: 8%", "shrinkage-on: sometimes 8%"),
    ("queues.yaml", "sla: 85% in 60s,", "sla: 85% in 60s, retries: 30%,"),
    ("queues.yaml", "sla: 85% in 60s,", "sla: 85% in 60s, connect-rate: 30%,"),
    // sites.yaml
    ("sites.yaml", "cost: 24.5/h", "cost: -24.5/h"),
    ("sites.yaml", "cost: 7.9/h", "cots: 7.9/h"),
    ("sites.yaml", "holidays: at", "holidays: home"),
    ("sites.yaml", "holidays: at", "holidays: Austria"),
    ("sites.yaml", "holidays: at", "holidays: AT-10"),
    ("sites.yaml", "holidays: at", "holidays: []"),
    ("sites.yaml", "holidays: at", "holidays: [AT, [DE]]"),
    ("sites.yaml", "holidays: at", "holidays: {calendar: AT, kinds: [public, banks]}"),
    ("sites.yaml", "holidays: at", "holidays: {calendar: AT, kind: half}"),
    ("sites.yaml", "holidays: at", "holidays: {calender: AT}"),
    ("sites.yaml", "holidays: at", "holidays: calendar/school.ics"),
    ("sites.yaml", "holidays: at", "holidays: ../school.ics"),
    ("sites.yaml", "seats: 12", "seats: 0"),
    ("sites.yaml", "holidays: at, ", ""),
    ("sites.yaml", "teh:", "Teh:"),
    ("sites.yaml", "night-hours: \"22:00-06:00\"", "night-hours: \"22-6\""),
    // queues.yaml
    ("queues.yaml", "channel: voice", "channel: vioce"),
    ("queues.yaml", "sla: 80% in 20s", "sla: 80/20"),
    ("queues.yaml", "patience: 180s", "patience: -180s"),
    ("queues.yaml", "sat 09:00-13:00 Europe/Vienna", "sat 09:00-13:00"),
    ("queues.yaml", "sat 09:00-13:00", "fri 09:00-13:00"),
    ("queues.yaml", "language: no", "language: \"\""),
    ("queues.yaml", ", answer-within: 24h", ""),
    ("queues.yaml", "patience: 180s", "model: erlang-a"),
    ("queues.yaml", "language: de-AT", "language: de-AT, concurrency: 2"),
    ("queues.yaml", "market: at, ", ""),
    ("queues.yaml", "de-mail:", "de-mail2:"),
    // contracts.yaml
    ("contracts.yaml", "hours: 40h/week, days: 5", "hours: 40h/week, days: 1"),
    ("contracts.yaml", "hours: 40h/week", "hours: 44h/week"),
    ("contracts.yaml", "rest: 11h", "rest: 60h"),
    ("contracts.yaml", "min-days: 2", "min-days: 5"),
    ("contracts.yaml", "off-together: 2", "off-together: 2, min-days: 6"),
    ("contracts.yaml", "days: 4", "days: 8"),
    // shifts.yaml
    ("shifts.yaml", "[8h30m, 9h]", "[8h30m, 2h]"),
    ("shifts.yaml", "window: 3h-5h30m", "window: 30m-1h"),
    ("shifts.yaml", "window: 3h-5h30m", "window: 8h15m-8h30m"),
    ("shifts.yaml", "window: 1h30m-3h", "window: 3h-1h30m"),
    ("shifts.yaml", "contracts: [ft40]", "contracts: [ft4]"),
    ("shifts.yaml", "contracts: [pt20, ft40]", "contracts: [ft40]"),
    ("shifts.yaml", "sites: [vie, teh]", "sites: [vie]"),
    ("shifts.yaml", "paid: yes", "paid: maybe"),
    ("shifts.yaml", "06:00-11:00/15m", "11:00-06:00/15m"),
    // rules.yaml
    ("rules.yaml", "rest: 12h", "rest: 12h, max-consecutive-days: 3"),
    ("rules.yaml", "site: teh", "site: the"),
    ("rules.yaml", "team: blue", "team: bleu"),
    ("rules.yaml", "id: pt-row", "id: long-rest"),
    // agents.csv
    ("agents.csv", ",,green", ",,green\nlaura,Laura N.,vie,ft40,,,,,"),
    ("agents.csv", "vie,ft40", "vei,ft40"),
    ("agents.csv", "vie,ft40", "vie,tf40"),
    ("agents.csv", "Asia/Tehran", "Asia/Teheran"),
    ("agents.csv", "2026-12-31", "2023-12-31"),
    ("agents.csv", "2022-03-01,,", "2022-02-30,,"),
    ("agents.csv", "id,name,site", "id,nmae,site"),
    ("agents.csv", "id,name,site,contract", "id;name;site;contract"),
    ("agents.csv", "the elder\"", "the elder"),
    ("agents.csv", "the elder\"", "the elder\"x"),
    ("agents.csv", "laura,Laura M.,", "laura,M., Laura,"),
    ("agents.csv", "laura,Laura M.", "Laura,Laura M."),
    // skills.csv
    ("skills.csv", "laura,de-voice", "laura,de-vioce"),
    ("skills.csv", "laura,de-mail", "lauro,de-mail"),
    ("skills.csv", "laura,de-mail,2,0.9", "laura,de-voice,2,0.9"),
    ("skills.csv", "0.9", "-0.9"),
    ("skills.csv", "de-voice,1,", "de-voice,0,"),
    ("skills.csv", "reza,no-chat,,", "laura,no-chat,,"),
    // days
    ("timeoff.csv", "2026-12-26", "2026-12-23"),
    ("timeoff.csv", "leave", "holiday"),
    ("timeoff.csv", "wait-listed", "waitlisted"),
    ("timeoff.csv", "t1,laura", "t1,nora"),
    ("wishes.csv", "shift,late", "shift,latte"),
    ("wishes.csv", "off,,", "off,late,"),
    ("wishes.csv", "06:00-10:00", "10:00-06:00"),
    ("calendar/holidays.csv", "half", "halb"),
    ("calendar/holidays.csv", "2026-12-08", "08.12.2026"),
    ("calendar/holidays.csv", "at,2026-12-24", "At Home,2026-12-24"),
    ("calendar/holidays.csv", "Heiliger Abend,half", ",half"),
    ("calendar/holidays.csv", "Heiliger Abend,half", ",none"),
    ("calendar/holidays.csv", "2026-12-08,Mariä Empfängnis,", "2026-12-08,Maria,none"),
    ("calendar/holidays.csv", "date,name,kind", "date,to,name"),
    ("calendar/events.csv", "de-* no-chat", "es-* no-chat"),
    ("calendar/events.csv", "115%", "1.15"),
    ("calendar/events.csv", "09:00,11:30", "11:30,09:00"),
  ]

  @Test(
    "A missing file is told with the command that makes an example",
    arguments: [
      "nobat.yaml", "sites.yaml", "queues.yaml", "contracts.yaml", "shifts.yaml", "agents.csv",
      "skills.csv",
    ])
  func missing(_ file: String) throws {
    let acme = try Acme(changing: [file: nil])
    #expect(
      acme.findings == [
        "\(file): error: there is no such file in \(acme.workspace.folder); write it, or start from "
          + "an example with nobat init"
      ])
  }

  @Test("A file that is not UTF-8 is told with the line of its first odd byte")
  func encoding() throws {
    let acme = try Acme()
    let text = try acme.text("agents.csv").replacing("Laura", with: "Zo\u{e9}")
    try write(
      text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 63 },
      to: acme.workspace.path("agents.csv"))
    #expect(
      acme.findings == [
        "agents.csv:2: error: the file is not UTF-8: this line holds the byte 0xE9; save the file as "
          + "UTF-8"
      ])
  }

  @Test("Mistakes of several files are told in one go, in order of file and place")
  func together() throws {
    let acme = try Acme()
    try acme.put("laura\n", "skills.csv")
    try acme.put("{", "rules.yaml")
    try acme.put("teh: {zone: Asia/Tehran}\n", "sites.yaml")
    let files = acme.findings.map { $0.prefix { $0 != ":" } }
    #expect(files == files.sorted())
    #expect(Set(files).isSuperset(of: ["agents.csv", "rules.yaml", "sites.yaml", "skills.csv"]))
  }

  @Test("A thousand bad rows are told by the first hundred") func limit() throws {
    let rows = String(repeating: "laura,no-such-queue\n", count: 1000)
    let acme = try Acme(changing: ["skills.csv": "agent,queue\n" + rows])
    #expect(
      acme.findings.first
        == "skills.csv: error: 900 more findings of this kind in the file; mend the first ones, and look "
        + "again")
    #expect(acme.findings.count == 101)
  }

  @Test("Many warnings are no error") func manyWarnings() throws {
    let text = (Acme.files["agents.csv"] ?? nil) ?? ""
    let rows = (1...150).map { "a\($0),Agent,vie,ft40,,,,,\n" }.joined()
    let acme = try Acme(changing: ["agents.csv": text + rows])
    let (centre, findings) = acme.workspace.read(zones: acme.zones)
    #expect(centre?.agents.count == 152)
    #expect(findings.count == 101)
    #expect(findings.allSatisfy { $0.severity == .warning })
  }
}
