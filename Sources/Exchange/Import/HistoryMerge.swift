import Timeline
import Workforce

/// Joins imported rows with those that the workspace has.
struct HistoryMerge {
  let target: String
  let source: String
  let interval: Minutes
  let replacing: Bool
  /// The workspace's history files, by the number that observations carry.
  let files: [String]
  private let inspection: Inspection
  private(set) var added = 0
  private(set) var replaced = 0
  private(set) var unchanged = 0
  private var table = CSVText(
    columns: HistoryReader.required + HistoryReader.optional)

  init(
    target: String, source: String, interval: Minutes, replacing: Bool, files: [String],
    _ inspection: Inspection
  ) {
    self.target = target
    self.source = source
    self.interval = interval
    self.replacing = replacing
    self.files = files
    self.inspection = inspection
  }

  /// The target file after all queues have been joined, in order of their ids.
  var text: String { table.text }

  mutating func join(_ imported: [Observation], _ stored: HistoryReader.QueueRows) {
    if let first = imported.first, let other = stored.observations.first,
      stored.minutes != interval.count
    {
      inspection.error(
        Place(file: source, line: Int(first.line)),
        "queue \"\(stored.queue)\" has slots of \(interval) here and of \(stored.minutes)m in "
          + "\(files[Int(other.file)])",
        hint: "import the same interval, or remove that file")
      return
    }
    let minutes = imported.isEmpty ? stored.minutes : interval.count
    var merged: [Instant: Observation] = [:]
    var others: [Instant: Observation] = [:]
    for row in stored.observations {
      if files[Int(row.file)] == target { merged[row.start] = row } else { others[row.start] = row }
    }
    for row in imported { add(row, stored.queue, &merged, others) }
    for row in merged.values.sorted(by: { $0.start < $1.start }) {
      table.append([
        stored.queue.rawValue, row.start.description, String(minutes),
        Decimals.short(row.offered, atMost: 4), Decimals.short(row.handled, atMost: 4),
        Decimals.short(row.handlingTime, atMost: 4),
      ])
    }
  }

  private mutating func add(
    _ row: Observation, _ queue: Queue.ID, _ merged: inout [Instant: Observation],
    _ others: [Instant: Observation]
  ) {
    let place = Place(file: source, line: Int(row.line))
    if let other = others[row.start] {
      inspection.error(
        place,
        "queue \"\(queue)\" at \(row.start) is already in \(files[Int(other.file)]), line "
          + "\(other.line)",
        hint: "import under that file's name, or remove the rows there")
      return
    }
    guard let old = merged[row.start] else {
      merged[row.start] = row
      added += 1
      return
    }
    if old.agrees(with: row) {
      unchanged += 1
    } else if replacing {
      merged[row.start] = row
      replaced += 1
    } else {
      inspection.error(
        place,
        "queue \"\(queue)\" at \(row.start) has other values in \(target), line \(old.line)",
        hint: "import with --replace to take the new ones")
    }
  }
}
