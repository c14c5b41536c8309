import Timeline
import Workforce

/// Joins imported rows with those that the workspace has.
///
/// Both stand in order of time, so that one walk over the two joins them.
struct HistoryMerge {
  /// Rows of one import that were new, took another's place, or were there already.
  struct Counts {
    var added = 0
    var replaced = 0
    var unchanged = 0
  }

  /// All rows of one queue, of every file, in order of time.
  private struct QueueRows {
    let queue: Queue.ID
    let name: [UInt8]
    var minutes: Int
    var rows: [Observation]
  }

  /// A file that rows stand in: one of the workspace's, or an imported one on its way into it.
  private struct File {
    let name: String
    let target: String
  }

  private let replacing: Bool
  private var files: [File]
  private var queues: [QueueRows]
  /// The files of the workspace that an import has changed.
  private var changed: Set<String> = []

  init(_ stored: HistoryReader, _ options: ImportOptions, _ inspection: Inspection) {
    replacing = options.replacing
    files = stored.files.map { File(name: $0, target: $0) }
    queues = stored.queues.map { rows in
      QueueRows(queue: rows.queue, name: rows.name, minutes: rows.minutes, rows: rows.sorted())
    }
  }

  /// Takes a file's rows, queue by queue, in the place of those that they replace.
  mutating func join(
    _ imported: [ImportReader.QueueRows], from source: String, into target: String,
    _ inspection: Inspection
  ) -> Counts {
    var counts = Counts()
    var findings = RowFindings()
    files.append(File(name: source, target: target))
    for index in imported.indices where !imported[index].rows.isEmpty {
      guard fits(imported[index], queues[index], source, inspection) else { continue }
      queues[index].minutes = imported[index].minutes
      let joined = joined(
        imported[index].rows, queues[index].rows, queues[index].queue, target, &counts, &findings)
      queues[index].rows = joined
    }
    findings.report(of: source, to: inspection)
    if counts.added + counts.replaced > 0 { changed.insert(target) }
    return counts
  }

  /// The files that imports have changed, whole, in order of their names.
  func outputs() -> [(file: String, bytes: [UInt8])] {
    changed.sorted().map { target in
      let belongs = files.map { $0.target == target }
      let count = queues.reduce(0) { $0 + $1.rows.count { belongs[Int($0.file)] } }
      var text = CSVText(columns: HistoryReader.required + HistoryReader.optional)
      // `de-voice,2026-12-07T07:00:00Z,15,12,11,240.5` and its line feed.
      text.reserve(rows: count, bytesEach: 48)
      for queue in queues {
        for row in queue.rows where belongs[Int(row.file)] {
          text.append(row, of: queue.name, minutes: queue.minutes)
        }
      }
      return (target, text.bytes)
    }
  }

  private func fits(
    _ imported: ImportReader.QueueRows, _ stored: QueueRows, _ source: String,
    _ inspection: Inspection
  ) -> Bool {
    guard let first = imported.rows.first, let other = stored.rows.first,
      stored.minutes != imported.minutes
    else { return true }
    inspection.error(
      Place(file: source, line: Int(first.line)),
      "queue \"\(stored.queue)\" has slots of \(imported.minutes)m here and of \(stored.minutes)m "
        + "in \(files[Int(other.file)].name)",
      hint: "import the same interval, or remove that file")
    return false
  }

  private func joined(
    _ imported: [Observation], _ stored: [Observation], _ queue: Queue.ID, _ target: String,
    _ counts: inout Counts, _ findings: inout RowFindings
  ) -> [Observation] {
    let number = Int32(files.count - 1)
    var joined: [Observation] = []
    joined.reserveCapacity(imported.count + stored.count)
    var next = 0
    for row in imported {
      while next < stored.count, stored[next].start < row.start {
        joined.append(stored[next])
        next += 1
      }
      guard next < stored.count, stored[next].start == row.start else {
        joined.append(row.standing(in: number))
        counts.added += 1
        continue
      }
      let old = stored[next]
      next += 1
      joined.append(
        kept(row.standing(in: number), old, queue, target, &counts, &findings))
    }
    joined += stored[next...]
    return joined
  }

  /// Which of two rows of a slot stays.
  private func kept(
    _ row: Observation, _ old: Observation, _ queue: Queue.ID, _ target: String,
    _ counts: inout Counts, _ findings: inout RowFindings
  ) -> Observation {
    let file = files[Int(old.file)]
    guard file.target == target else {
      findings.add(
        .error, .init(fault: .repeated), line: Int(row.line),
        "queue \"\(queue)\" at \(row.start) is already in \(file.name), line \(old.line)",
        hint: "import under that file's name, or remove the rows there")
      return old
    }
    if old.agrees(with: row) {
      counts.unchanged += 1
      return old
    }
    guard replacing else {
      findings.add(
        .error, .init(fault: .contradicting), line: Int(row.line),
        "queue \"\(queue)\" at \(row.start) has other values in \(file.name), line \(old.line)",
        hint: "import with --replace to take the new ones")
      return old
    }
    counts.replaced += 1
    return row
  }
}

extension CSVText {
  /// A row of history as the workspace keeps it.
  mutating func append(_ row: Observation, of queue: [UInt8], minutes: Int) {
    add(ready: queue)
    add(row.start)
    add(minutes)
    add(row.offered, atMost: 4)
    add(row.handled, atMost: 4)
    add(row.handlingTime, atMost: 4)
    endRow()
  }
}
