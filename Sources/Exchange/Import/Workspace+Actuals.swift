package import Timeline
package import Workforce

/// What a file says of a day that is not over, for a look at it.
package struct Actuals: Sendable {
  package let history: History
  /// Warnings: gaps, duplicates, clock changes.
  package let findings: [Finding]
}

extension Workspace {
  /// Reads an ACD's file, or a plain table, without bringing it into the history.
  ///
  /// Without a mapping the file has the columns of the workspace's own history (`queue`, `start`,
  /// `offered`, and `handled` and `aht` if it likes) or of a bare file (`series`, `timestamp_local` or
  /// `timestamp_utc`, `volume`); stamps without an offset are by the centre's clock. Of rows of one slot the
  /// last counts: an export of a day that goes on is often two put together.
  package func actuals(
    _ path: String, by mapping: HistoryMapping?, of centre: Centre, queue: Queue.ID? = nil,
    zone: Zone? = nil
  ) throws(Findings) -> Actuals {
    let inspection = Inspection()
    guard let mapping = mapping ?? Self.plainMapping(of: path, zone ?? centre.zone, inspection)
    else {
      throw Findings(inspection.result, of: path)
    }
    var reader = ImportReader(
      file: path, mapping: queue.map { mapping.with(queue: $0) } ?? mapping, centre: centre,
      replacing: true, isTrial: false, inspection)
    guard let rows = reader.read(), !inspection.hasErrors else {
      throw Findings(inspection.result, of: path)
    }
    let queues = zip(centre.queues, rows).compactMap { queue, rows in
      Self.history(of: queue.id, rows, path, inspection)
    }
    guard !inspection.hasErrors else { throw Findings(inspection.result, of: path) }
    return Actuals(history: History(queues), findings: inspection.result)
  }

  /// The mapping of a table that names its columns as the workspace or a bare file does.
  private static func plainMapping(
    of path: String, _ zone: Zone, _ inspection: Inspection
  ) -> HistoryMapping? {
    guard let bytes = ImportReader.bytes(of: path, inspection) else { return nil }
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    // What is wrong with the file is told by the reader.
    _ = try? scanner.next(into: &fields)
    let titles = Set(fields.map { scanner.text($0).lowercased() })
    var layout = HistoryLayout(
      name: "a plain table",
      moment: .init(
        date: .init("timestamp_local", "timestamp_utc", "timestamp", "start"), format: .iso),
      isLocal: true,
      interval: titles.contains("minutes")
        ? .column("minutes") : .found(among: [5, 10, 15, 30, 60]),
      offered: [.init("volume", "offered")])
    layout.queue.names = [.init("queue", "series")]
    layout.handled = titles.contains("handled") ? "handled" : nil
    layout.handlingTime = titles.contains("aht") ? .average("aht") : nil
    return HistoryMapping(
      layout: layout, zone: zone, names: [:], queue: nil, interval: nil)
  }

  /// Days that a file of actuals may span: more is a mistyped year.
  private static let mostDays = 400

  private static func history(
    of queue: Queue.ID, _ rows: ImportReader.QueueRows, _ path: String, _ inspection: Inspection
  ) -> QueueHistory? {
    guard let first = rows.rows.first, let last = rows.rows.last, rows.minutes > 0 else {
      return nil
    }
    let slot = 60 * rows.minutes
    guard last.start.seconds - first.start.seconds <= 86_400 * mostDays else {
      inspection.error(
        Place(file: path, line: Int(last.line)),
        "queue \"\(queue)\" has rows from \(first.start) to \(last.start)",
        hint: "give the rows of the day, or of the week")
      return nil
    }
    let count = (last.start.seconds - first.start.seconds) / slot + 1
    var offered = Array(repeating: Double.nan, count: count)
    var (handled, handlingTime) = (offered, offered)
    for row in rows.rows {
      let index = (row.start.seconds - first.start.seconds) / slot
      offered[index] = row.offered
      handled[index] = row.handled
      handlingTime[index] = row.handlingTime
    }
    return QueueHistory(
      queue: queue, grid: Grid(start: first.start, slot: Minutes(rows.minutes), count: count),
      offered: offered, handled: handled, handlingTime: handlingTime)
  }
}
