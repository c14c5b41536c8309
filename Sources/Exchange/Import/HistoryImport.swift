package import Timeline
package import Workforce

/// What an import of one file would bring, and what a planner should know of it before it does.
package struct HistoryImport: Hashable, Sendable {
  /// The file that was read.
  package let source: String
  /// The file of the workspace that the rows go to: `history/bank.csv`.
  package let file: String
  package let queues: [QueueSummary]
  /// Rows that the workspace did not have, had with other values, and had already.
  package let added: Int
  package let replaced: Int
  package let unchanged: Int
  /// The first names of queues that nobody knows; only a trial has any, as they are errors otherwise.
  package let unknownNames: [UnknownName]
  /// Warnings: gaps, duplicates, clock changes.
  package let findings: [Finding]

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

  /// A name of the ACD that is neither a queue's id nor in the mapping.
  package struct UnknownName: Hashable, Sendable {
    package let name: String
    package internal(set) var rows: Int
    package let line: Int
    package let column: Int
    /// The queue whose name is nearest, if any is near.
    package let suggestion: Queue.ID?
  }
}

/// What an import of several files would bring: all of it, or nothing.
package struct HistoryImports: Sendable {
  /// In the order of the files.
  package let imports: [HistoryImport]
  /// The files of the workspace that change, whole.
  let outputs: [(file: String, bytes: [UInt8])]

  package var changesNothing: Bool { outputs.isEmpty }
}

/// What a planner decides about an import besides the mapping.
package struct ImportOptions: Hashable, Sendable {
  /// The name of the file under `history/`, made of the imported file's own if nil.
  package let source: String?
  /// Whether rows that differ from what is there take its place; they are findings otherwise.
  package let replacing: Bool
  /// Whether nothing will be written: names that nobody knows are told and do not stop the reading.
  package let isTrial: Bool

  package init(source: String? = nil, replacing: Bool = false, isTrial: Bool = false) {
    self.source = source
    self.replacing = replacing
    self.isTrial = isTrial
  }
}

extension Workspace {
  /// Reads an ACD's files from anywhere on the disk and joins them with what the workspace has;
  /// nothing is written.
  package func importHistory(
    _ paths: [String], by mapping: HistoryMapping, _ options: ImportOptions = ImportOptions(),
    of centre: Centre
  ) throws(Findings) -> HistoryImports {
    let inspection = Inspection()
    var merge = HistoryMerge(storedHistory(of: centre, inspection), options, inspection)
    var imports: [HistoryImport] = []
    for path in paths where !inspection.hasErrors {
      // Findings of other files are told with theirs.
      let inspectionOfFile = Inspection()
      let read = importFile(path, mapping, options, centre, into: &merge, inspectionOfFile)
      if let read { imports.append(read) }
      if inspectionOfFile.hasErrors || read == nil {
        throw Findings(inspectionOfFile.result, of: path)
      }
    }
    guard !inspection.hasErrors else { throw Findings(inspection.result, of: "history") }
    return HistoryImports(imports: imports, outputs: merge.outputs())
  }

  /// Writes what ``importHistory(_:by:_:of:)`` found; the same import a second time changes no byte.
  package func commit(_ result: HistoryImports) throws(ExchangeFault) {
    for output in result.outputs { try Exchange.write(output.bytes, to: path(output.file)) }
  }

  private func importFile(
    _ path: String, _ mapping: HistoryMapping, _ options: ImportOptions, _ centre: Centre,
    into merge: inout HistoryMerge, _ inspection: Inspection
  ) -> HistoryImport? {
    var reader = ImportReader(
      file: path, mapping: mapping, centre: centre, replacing: options.replacing,
      isTrial: options.isTrial, inspection)
    guard let imported = reader.read(), !inspection.hasErrors else { return nil }
    let target = "history/\(options.source ?? Workspace.sourceName(of: path)).csv"
    let counts = merge.join(imported, from: path, into: target, inspection)
    let summaries = zip(imported, centre.queues).compactMap { rows, queue in
      HistorySurvey(queue: queue, centre: centre, interval: Minutes(rows.minutes), file: path)
        .summary(of: rows.rows, duplicates: rows.duplicates, inspection)
    }
    return HistoryImport(
      source: path, file: target, queues: summaries, added: counts.added,
      replaced: counts.replaced, unchanged: counts.unchanged, unknownNames: reader.unknownNames,
      findings: inspection.result)
  }

  private func storedHistory(of centre: Centre, _ inspection: Inspection) -> HistoryReader {
    var stored = HistoryReader(centre.queues.map(\.id), inspection)
    for file in files(in: "history", ending: ".csv") {
      if let bytes = Workspace.rawBytes(at: path(file), named: file, inspection) {
        stored.read(bytes, file: file)
      }
    }
    return stored
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
