import Timeline
import Workforce

/// The shifts of a publication as tables: `shifts.csv`, whose times of the clock and moments are both
/// kept, and `activities.csv`.
struct FrozenTable {
  /// What is added to the names of the tables: `-before` for those of the publication before.
  let suffix: String

  static let now = FrozenTable(suffix: "")
  static let before = FrozenTable(suffix: "-before")

  private static let columns = [
    "agent", "shift", "day", "zone", "start_local", "end_local", "start", "end", "start_pass",
    "end_pass", "paid_minutes",
  ]

  var shiftFile: String { "shifts\(suffix).csv" }
  var activityFile: String { "activities\(suffix).csv" }

  func files(of shifts: [PublishedShift]) -> [(name: String, bytes: [UInt8])] {
    var table = CSVText(columns: FrozenTable.columns)
    for published in shifts {
      let shift = published.shift
      table.add(shift.agent.rawValue)
      table.add(shift.template.rawValue)
      table.add(shift.day)
      table.add(published.zone)
      table.add(published.start.text)
      table.add(published.end.text)
      table.add(shift.interval.start)
      table.add(shift.interval.end)
      table.add(published.start.passText)
      table.add(published.end.passText)
      table.add(shift.paid)
      table.endRow()
    }
    return [
      (shiftFile, table.bytes),
      (activityFile, ActivityTable.bytes(of: shifts.lazy.map(\.shift))),
    ]
  }

  /// Reads the tables of a folder, in order of the file; whatever is wrong with them is a finding.
  ///
  /// Agents and templates may have left the workspace since.
  func shifts(
    in folder: String, of workspace: Workspace, _ inspection: Inspection
  ) -> [PublishedShift] {
    let file = "\(folder)/\(shiftFile)"
    guard let bytes = workspace.requiredResult(file, madeBy: "nobat publish", inspection),
      let table = CSVTable.read(bytes, file: file, required: FrozenTable.columns, inspection)
    else { return [] }
    // An id becomes the name of a file, also that of an agent whom agents.csv no longer has.
    let plain = Notation<String>.identifier
    let ids = Notation<Agent.ID>(plain.expected) { text in
      (try? plain.read(text)).map { Agent.ID($0) }
    }
    var activities = ActivityTable(
      "\(folder)/\(activityFile)", in: workspace, of: ids, madeBy: "nobat publish", inspection)
    let shifts = table.rows.compactMap { row -> PublishedShift? in
      let record = Record("the shift", values: row.values, place: row.place, inspection)
      let agent = record.required("agent", ids)
      let template = record.required("shift", .name)
      let day = record.required("day", .date)
      let zone = record.required("zone", .name)
      let start = record.clockTime("start_local", pass: "start_pass")
      let end = record.clockTime("end_local", pass: "end_pass")
      let interval = record.interval
      let paid = record.required("paid_minutes", .whole(0...2880))
      guard let agent, let template, let day, let zone, let start, let end, let interval, let paid
      else { return nil }
      let shift = Shift(
        agent: agent, template: ShiftTemplate.ID(template), day: day, interval: interval,
        breaks: activities.takeBreaks(of: agent, within: interval), paid: Minutes(paid))
      return PublishedShift(shift, zone: zone, start: start, end: end)
    }
    activities.reportLost(inspection, hint: "take the folder back from a copy")
    return shifts
  }
}

extension ClockTime {
  /// `2026-12-07T08:00`; with seconds where a zone's offset has some.
  var text: String {
    let second = reading.secondOfDay % 60
    let seconds = second == 0 ? "" : second < 10 ? ":0\(second)" : ":\(second)"
    return "\(reading.day)T\(reading.time)\(seconds)"
  }

  /// `first` or `second` of two, and nothing where the clock showed the time once.
  var passText: String {
    switch pass {
    case .first: "first"
    case .second: "second"
    case nil: ""
    }
  }
}

extension Record {
  fileprivate func clockTime(_ key: String, pass passKey: String) -> ClockTime? {
    let reading = required(
      key, Notation<LocalReading>("a time such as 2026-12-07T08:00") { LocalReading($0) })
    let pass = optional(
      passKey,
      Notation<Zone.Repetition>("first, second or nothing") { text in
        switch text {
        case "first": .first
        case "second": .second
        default: nil
        }
      })
    return reading.map { ClockTime(reading: $0, pass: pass) }
  }
}
