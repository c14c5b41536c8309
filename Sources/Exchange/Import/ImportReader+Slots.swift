import Timeline
import Workforce

/// Sorts the rows that were read into slots.
extension ImportReader {
  /// The rows of every queue, each slot once; rows beside the slots and rows that contradict each
  /// other are findings.
  mutating func settle() -> [QueueRows] {
    rows.indices.map { queue in
      var result = QueueRows()
      result.minutes = slotLength(of: queue)
      guard !rows[queue].isEmpty else { return result }
      let sorted = ImportReader.sorted(rows[queue])
      // The reading holds no row twice in memory.
      rows[queue] = []
      reportBesideSlots(sorted, result.minutes)
      return merged(sorted, into: result)
    }
  }

  /// The length of a queue's slots in minutes.
  private func slotLength(of queue: Int) -> Int {
    if minutes[queue] > 0 { return minutes[queue] }
    if let interval = mapping.interval { return interval.count }
    switch layout.interval {
    case .fixed(let interval): return interval.count
    case .column: return centre.interval.count
    case .found(let lengths):
      // A single start shows nothing.
      guard commonStep > 0 else {
        return lengths.contains(centre.interval.count) ? centre.interval.count : lengths[0]
      }
      return lengths.last { commonStep.isMultiple(of: 60 * $0) } ?? lengths[0]
    }
  }

  /// In order of time, rows of one source next to each other, the earlier line first.
  private static func sorted(_ rows: [Observation]) -> [Observation] {
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.start < $1.start }
    if isSorted { return rows }
    return rows.sorted { ($0.start, $0.file, $0.line) < ($1.start, $1.file, $1.line) }
  }

  /// Reports rows that begin beside the slots that most rows keep to.
  private mutating func reportBesideSlots(_ rows: [Observation], _ minutes: Int) {
    let slot = 60 * minutes
    func phase(_ row: Observation) -> Int {
      let rest = row.start.seconds % slot
      return rest < 0 ? rest + slot : rest
    }
    var counts: [Int: Int] = [:]
    var run = (phase: phase(rows[0]), count: 0)
    for row in rows {
      let phase = phase(row)
      if phase != run.phase {
        counts[run.phase, default: 0] += run.count
        run = (phase, 0)
      }
      run.count += 1
    }
    counts[run.phase, default: 0] += run.count
    // Of equally many the earlier in the hour.
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard counts.count > 1, let usual = most?.key,
      let first = rows.first(where: { phase($0) == usual })
    else { return }
    for row in rows where phase(row) != usual {
      let hint =
        mapping.layout.name == HistoryFormat.generic.rawValue
        ? "check the mapping's interval" : "check the length of the slots, --interval"
      findings.add(
        .error, .init(fault: .offSlot), line: Int(row.line),
        "\(row.start) is no multiple of \(minutes)m after \(first.start)", hint: hint)
    }
  }

  /// Leaves out rows that repeat another of their source, and adds up those of different sources.
  private mutating func merged(_ rows: [Observation], into start: QueueRows) -> QueueRows {
    var result = start
    result.rows.reserveCapacity(rows.count)
    // The rows of the slot at hand, one a source.
    var shares: [Observation] = []
    for row in rows {
      if let last = shares.last, last.start != row.start {
        append(shares, to: &result)
        shares.removeAll(keepingCapacity: true)
      }
      guard let last = shares.last, last.file == row.file else {
        shares.append(row)
        continue
      }
      result.duplicates += 1
      if keepsLater(row, than: last) { shares[shares.count - 1] = row }
    }
    append(shares, to: &result)
    return result
  }

  /// Whether a row takes the place of an earlier one of the same source and slot.
  private mutating func keepsLater(_ row: Observation, than last: Observation) -> Bool {
    let (line, start, earlier) = (Int(row.line), row.start, last.line)
    if last.agrees(with: row) {
      findings.add(
        .warning, .init(fault: .repeated), line: line, "the row repeats line \(earlier)",
        hint: "it is left out")
      return false
    }
    guard replacing else {
      findings.add(
        .error, .init(fault: .contradicting), line: line,
        "the row has other values than line \(earlier) for \(start)",
        hint: "remove one of them, or import with --replace to keep the later one")
      return false
    }
    findings.add(
      .warning, .init(fault: .replaced), line: line,
      "the row has other values than line \(earlier) for \(start)", hint: "it takes its place")
    return true
  }

  private mutating func append(_ shares: [Observation], to result: inout QueueRows) {
    guard let first = shares.first else { return }
    guard shares.count > 1 else { return result.rows.append(first) }
    result.rows.append(ImportReader.sum(of: shares))
    let isExpected = !layout.queue.shares.isEmpty
    if !isExpected {
      let others = shares.dropFirst().map { "line \($0.line)" }.joined(separator: ", ")
      findings.add(
        .warning, .init(fault: .addedUp), line: Int(first.line),
        "the row and \(others) are of one queue and slot under different names",
        hint: "their contacts are added up")
    }
  }

  /// Contacts add up; the handling time is the mean over the contacts handled, or offered where it
  /// is not known how many were handled.
  private static func sum(of shares: [Observation]) -> Observation {
    func total(_ value: (Observation) -> Double) -> Double {
      let known = shares.map(value).filter { !$0.isNaN }
      return known.isEmpty ? .nan : known.reduce(0, +)
    }
    var time = 0.0
    var weight = 0.0
    for share in shares where !share.handlingTime.isNaN {
      let contacts = share.handled.isNaN ? share.offered : share.handled
      guard contacts > 0 else { continue }
      time += contacts * share.handlingTime
      weight += contacts
    }
    let lines = shares.map(\.line)
    return Observation(
      start: shares[0].start, offered: rounded(total(\.offered)),
      handled: rounded(total(\.handled)), handlingTime: weight > 0 ? rounded(time / weight) : .nan,
      file: shares[0].file, line: lines.min() ?? 0)
  }
}
