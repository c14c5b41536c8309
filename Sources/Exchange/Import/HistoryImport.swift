package import Timeline
package import Workforce

/// What an import would write, and what a planner should know of it before it does.
package struct HistoryImport: Hashable, Sendable {
  /// The file of the workspace that the rows go to: `history/bank.csv`.
  package let file: String
  package let queues: [QueueSummary]
  /// Rows that the workspace did not have, had with other values, and had already.
  package let added: Int
  package let replaced: Int
  package let unchanged: Int
  /// Warnings: gaps, duplicates, clock changes.
  package let findings: [Finding]
  /// The whole of the file after the import.
  let text: String

  /// Whether the import would change nothing.
  package var changesNothing: Bool { added == 0 && replaced == 0 }

  /// What was read of one queue.
  package struct QueueSummary: Hashable, Sendable {
    package let queue: Queue.ID
    package let rows: Int
    /// From the first slot's start to the last one's end.
    package let span: Interval
    /// The share of the span's open slots that have a row, 0 to 1.
    package let coverage: Double
    /// Stretches of open slots without a row.
    package let gaps: [Interval]
    /// Rows that repeat an earlier one.
    package let duplicates: Int
    /// Slots whose volume is far from the usual one of their weekday and time.
    package let outliers: Int
  }
}

extension Workspace {
  /// Reads an ACD's file from anywhere on the disk and joins it with what the workspace has; nothing
  /// is written.
  ///
  /// `queue` takes the place of the mapping's queue. The rows go to `history/<source>.csv`, a name made
  /// of the file's own if nil. Rows that differ from what is there take its place when replacing, and
  /// are findings otherwise.
  package func importHistory(
    _ path: String, mapping: HistoryMapping, queue: Queue.ID? = nil, source: String? = nil,
    replacing: Bool = false, of centre: Centre
  ) throws(Findings) -> HistoryImport {
    let inspection = Inspection()
    let result = importHistory(
      path, mapping, queue.map(HistoryMapping.QueueSource.value) ?? mapping.queue,
      "history/\(source ?? Workspace.sourceName(of: path)).csv", replacing, centre, inspection)
    if let result, !inspection.hasErrors { return result }
    throw Findings(inspection.result, of: path)
  }

  /// Writes what ``importHistory(_:mapping:queue:source:replacing:of:)`` found; the same import a
  /// second time changes no byte.
  package func commit(_ result: HistoryImport) throws(ExchangeFault) {
    guard !result.changesNothing else { return }
    try Exchange.write(result.text, to: path(result.file))
  }

  private func importHistory(
    _ path: String, _ mapping: HistoryMapping, _ queue: HistoryMapping.QueueSource,
    _ target: String, _ replacing: Bool, _ centre: Centre, _ inspection: Inspection
  ) -> HistoryImport? {
    var reader = ImportReader(
      file: path, mapping: mapping, queue: queue, centre: centre, replacing: replacing, inspection)
    guard let imported = reader.read(), !inspection.hasErrors else { return nil }
    var stored = HistoryReader(centre.queues.map(\.id), inspection)
    for file in files(in: "history", ending: ".csv") {
      if let bytes = Workspace.rawBytes(at: self.path(file), named: file, inspection) {
        stored.read(bytes, file: file)
      }
    }
    guard !inspection.hasErrors else { return nil }
    var merge = HistoryMerge(
      target: target, source: path, interval: mapping.interval, replacing: replacing,
      files: stored.files, inspection)
    for (rows, storedRows) in zip(imported, stored.queues) { merge.join(rows.rows, storedRows) }
    let summaries = zip(imported, centre.queues).compactMap { rows, queue in
      HistorySurvey(queue: queue, centre: centre, interval: mapping.interval, file: path)
        .summary(of: rows.rows, duplicates: rows.duplicates, inspection)
    }
    return HistoryImport(
      file: target, queues: summaries, added: merge.added, replaced: merge.replaced,
      unchanged: merge.unchanged, findings: inspection.result, text: merge.text)
  }

  /// The name of a file without folder and ending, in the letters of ids.
  private static func sourceName(of path: String) -> String {
    let stem = Writing.name(of: path).prefix { $0 != "." }.lowercased()
    let letters = stem.unicodeScalars.map { scalar -> Character in
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    let name = String(letters).split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "import" : name
  }
}
