import FoundationEssentials
import Timeline
package import Workforce

extension Workspace {
  private static let shiftColumns = ["agent", "shift", "day", "start", "end", "paid_minutes"]

  /// Writes `rosters/<id>/`: `shifts.csv`, `activities.csv` and `run.json`, all of them or none.
  ///
  /// What stood in the folder before, such as an earlier roster's report, goes with it.
  package func write(_ roster: Roster, run: RunRecord) throws(ExchangeFault) {
    var shifts = CSVText(columns: Workspace.shiftColumns)
    for shift in roster.shifts {
      shifts.add(shift.agent.rawValue)
      shifts.add(shift.template.rawValue)
      shifts.add(shift.day)
      shifts.add(shift.interval.start)
      shifts.add(shift.interval.end)
      shifts.add(shift.paid)
      shifts.endRow()
    }
    let folder = path("rosters/\(roster.id)")
    try replaceFolder(
      folder,
      with: [
        ("shifts.csv", shifts.bytes),
        ("activities.csv", ActivityTable.bytes(of: roster.shifts)),
        ("run.json", try Workspace.json(of: run, for: folder)),
      ])
  }

  /// The rosters that there are, sorted.
  package var rosters: [String] {
    Writing.removeStale(in: path("rosters"))
    return names(in: "rosters", ending: "").filter { name in
      FileManager.default.fileExists(atPath: path("rosters/\(name)/shifts.csv"))
    }
  }

  /// The record of a roster.
  package func run(_ id: String) throws(Findings) -> RunRecord {
    let inspection = Inspection()
    let file = "rosters/\(id)/run.json"
    Writing.removeStale(in: path("rosters"))
    guard let bytes = requiredResult(file, madeBy: "nobat roster", inspection) else {
      throw Findings(inspection.result, of: file)
    }
    do {
      return try JSONDecoder().decode(RunRecord.self, from: Data(bytes))
    } catch {
      throw Findings(
        Finding(
          .error, file: file, message: "the file is not the record of a roster",
          hint: "make the roster anew with nobat roster"))
    }
  }

  /// Reads a roster back: its shifts from the tables, all else from the record.
  package func roster(_ id: String, of centre: Centre) throws(Findings) -> Roster {
    let run = try run(id)
    let inspection = Inspection()
    let shifts = shifts(of: id, centre, inspection)
    if inspection.hasErrors, let findings = Findings(inspection.result) { throw findings }
    return Roster(
      id: id, firstDay: run.firstDay, grid: centre.week(of: run.firstDay).grid, shifts: shifts,
      cost: run.cost, bound: run.bound, notes: run.notes, effort: run.effort)
  }

  private func shifts(of id: String, _ centre: Centre, _ inspection: Inspection) -> [Shift] {
    let file = "rosters/\(id)/shifts.csv"
    guard let bytes = requiredResult(file, madeBy: "nobat roster", inspection),
      let table = CSVTable.read(
        bytes, file: file, required: Workspace.shiftColumns, inspection)
    else { return [] }
    let agents = Shelf<Agent>(listing: centre.agents.map(\.id), of: "agents.csv")
    let templates = Shelf<ShiftTemplate>(
      listing: centre.templates.map(\.id), of: "shifts.yaml")
    var activities = ActivityTable(
      "rosters/\(id)/activities.csv", in: self, of: agents.reference(), madeBy: "nobat roster",
      inspection)
    let shifts = table.rows.compactMap { row -> Shift? in
      let record = Record("the shift", values: row.values, place: row.place, inspection)
      let agent: Agent.ID? = record.required("agent", agents.reference())
      let template: ShiftTemplate.ID? = record.required("shift", templates.reference())
      let day = record.required("day", .date)
      let interval = record.interval
      let paid = record.required("paid_minutes", .whole(0...2880))
      guard let agent, let template, let day, let interval, let paid else { return nil }
      return Shift(
        agent: agent, template: template, day: day, interval: interval,
        breaks: activities.takeBreaks(of: agent, within: interval), paid: Minutes(paid))
    }
    activities.reportLost(inspection, hint: "mend it, or make the roster anew with nobat roster")
    return shifts
  }
}

extension Workspace {
  /// Writes a record as JSON to a file of the workspace.
  package func write(_ record: some Encodable, to file: String) throws(ExchangeFault) {
    try Exchange.write(try Workspace.json(of: record, for: path(file)), to: path(file))
  }

  /// A record as the file of a folder: keys in order of the alphabet, one a line.
  static func json(
    of record: some Encodable, for path: String
  ) throws(ExchangeFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(record)) + [.newline]
    } catch {
      throw ExchangeFault(path: path, reason: "a number of the roster is not finite")
    }
  }
}
