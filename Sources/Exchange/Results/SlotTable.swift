import FoundationEssentials
import Timeline
import Workforce

/// Reads results that have a row for every queue and slot: forecasts and requirements.
struct SlotTable {
  let grid: Grid
  /// The values of each queue, column by column, in order of the queue's id.
  let queues: [(queue: Queue.ID, columns: [[Double]], words: [[String]])]

  /// Reads a file with the columns `queue`, `start` and these; of optional ones that the file has not, all
  /// values are NaN, and of columns of words all are empty.
  static func read(
    _ file: String, of centre: Centre, in workspace: Workspace, madeBy command: String,
    columns: [String], optional: [String] = [], words: [String] = []
  ) throws(Findings) -> SlotTable {
    let inspection = Inspection()
    let table = read(file, centre, workspace, command, columns, optional, words, inspection)
    if let table, !inspection.hasErrors { return table }
    throw Findings(inspection.result, of: file)
  }

  private static func read(
    _ file: String, _ centre: Centre, _ workspace: Workspace, _ command: String,
    _ columns: [String], _ optional: [String], _ words: [String], _ inspection: Inspection
  ) -> SlotTable? {
    guard let bytes = workspace.requiredResult(file, madeBy: command, inspection),
      let table = CSVTable.read(
        bytes, file: file, required: ["queue", "start"] + columns,
        optional: optional + words, inspection)
    else { return nil }
    guard !table.rows.isEmpty else {
      inspection.error(Place(file: file), "the file has no rows", hint: "make it anew")
      return nil
    }
    let known = Shelf<Queue>(listing: centre.queues.map(\.id), of: "queues.yaml")
    var rows: [Queue.ID: [Row]] = [:]
    for row in table.rows {
      let record = Record("the row", values: row.values, place: row.place, inspection)
      let queue: Queue.ID? = record.required("queue", known.reference())
      let start = record.required("start", .instant)
      let values =
        columns.map { record.required($0, .number(from: 0)) }
        + optional.map { record.has($0) ? record.optional($0, .number(from: 0)) : .nan }
      guard let queue, let start, !values.contains(where: { $0 == nil }) else { continue }
      rows[queue, default: []].append(
        Row(
          start: start, values: values.compactMap(\.self),
          words: words.map { record.optional($0, .text) ?? "" }, place: row.place))
    }
    guard let first = rows.values.flatMap({ $0 }).map(\.start).min(),
      let count = rows.values.map(\.count).max()
    else { return nil }
    let grid = Grid(start: first, slot: centre.interval, count: count)
    let queues = rows.keys.sorted().map { queue in
      let sorted = (rows[queue] ?? []).sorted { $0.start < $1.start }
      checkStarts(sorted.map { ($0.start, $0.place) }, queue, grid, file, inspection)
      let values = (columns + optional).indices.map { column in sorted.map { $0.values[column] } }
      let texts = words.indices.map { column in sorted.map { $0.words[column] } }
      return (queue: queue, columns: values, words: texts)
    }
    return SlotTable(grid: grid, queues: queues)
  }

  private struct Row {
    let start: Instant
    let values: [Double]
    let words: [String]
    let place: Place
  }

  /// Every queue has each slot of the grid once.
  private static func checkStarts(
    _ rows: [(start: Instant, place: Place)], _ queue: Queue.ID, _ grid: Grid, _ file: String,
    _ inspection: Inspection
  ) {
    for (index, row) in rows.enumerated() where row.start != grid.start(of: index) {
      inspection.error(
        row.place,
        "queue \"\(queue)\" starts at \(row.start) where \(grid.start(of: index)) is due",
        hint: "write one row for every \(grid.slot) of the same time, or make the file anew")
      return
    }
    if rows.count < grid.count {
      inspection.error(
        Place(file: file), "queue \"\(queue)\" ends before \(grid.start(of: rows.count))",
        hint: "write as many rows as the other queues have, or make the file anew")
    }
  }
}

extension Notation where Value == Instant {
  static var instant: Notation { Notation("a moment such as 2026-12-07T07:00:00Z") { Instant($0) } }
}

extension Workspace {
  /// The bytes of something that Nobat made; if absent, the finding names the command that makes it.
  func requiredResult(
    _ file: String, madeBy command: String, _ inspection: Inspection
  ) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path(file)) else {
      inspection.error(
        Place(file: file), "there is no such file in \(folder)", hint: "make it with \(command)")
      return nil
    }
    return bytes(of: file, inspection)
  }

  /// The names under which a folder holds results, sorted.
  func names(in subfolder: String, ending suffix: String) -> [String] {
    files(in: subfolder, ending: suffix).map { file in
      String(Writing.name(of: file).dropLast(suffix.count))
    }
  }
}
