import Timeline
import Workforce

/// What a planner should know of imported rows: how much of the open time they cover, where they have
/// holes, and how many are out of the ordinary.
struct HistorySurvey {
  /// The gaps of a queue that are told one by one.
  static let toldGaps = 10

  let queue: Queue
  let centre: Centre
  let interval: Minutes
  let file: String

  /// Nil for a queue without rows, which must be sorted.
  func summary(
    of rows: [Observation], duplicates: Int, _ inspection: Inspection
  ) -> HistoryImport.QueueSummary? {
    guard let first = rows.first, let last = rows.last else { return nil }
    let count = (last.start - first.start).count / interval.count + 1
    // 5 million slots are 47 years of 5 minutes: a mistyped year.
    guard count <= 5_000_000 else {
      inspection.error(
        Place(file: file, line: Int(last.line)),
        "queue \"\(queue.id)\" has rows from \(first.start) to \(last.start)",
        hint: "mend the year of one of them")
      return nil
    }
    let grid = Grid(start: first.start, slot: interval, count: count)
    var lines: [Int32] = Array(repeating: 0, count: count)
    for row in rows {
      if let index = grid.index(of: row.start) { lines[index] = row.line }
    }
    let open = centre.openMask(of: queue, on: grid)
    let gaps = gaps(lines, open, grid)
    report(gaps, lines, grid, inspection)
    let openCount = open.count { $0 }
    let seen = zip(lines, open).count { $0.0 > 0 && $0.1 }
    return HistoryImport.QueueSummary(
      queue: queue.id, rows: rows.count, span: grid.interval,
      coverage: openCount > 0 ? Double(seen) / Double(openCount) : 1,
      gaps: gaps.map { gap in
        Interval(start: grid.start(of: gap.lowerBound), end: grid.start(of: gap.upperBound))
      },
      duplicates: duplicates, outliers: outliers(rows))
  }

  /// Runs of open slots without a row.
  private func gaps(_ lines: [Int32], _ open: [Bool], _ grid: Grid) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    for index in grid.indices where open[index] && lines[index] == 0 {
      if let last = gaps.last, last.upperBound == index {
        gaps[gaps.count - 1] = last.lowerBound..<index + 1
      } else {
        gaps.append(index..<index + 1)
      }
    }
    return gaps
  }

  private func report(
    _ gaps: [Range<Int>], _ lines: [Int32], _ grid: Grid, _ inspection: Inspection
  ) {
    let zone = queue.opening.zone
    for gap in gaps.prefix(HistorySurvey.toldGaps) {
      let before = lines[..<gap.lowerBound].last { $0 > 0 } ?? 0
      let start = zone.reading(at: grid.start(of: gap.lowerBound))
      let end = zone.reading(at: grid.start(of: gap.upperBound))
      inspection.warning(
        Place(file: file, line: Int(before)),
        "queue \"\(queue.id)\" has no row from \(start) to \(end) (\(zone)): \(gap.count) slot"
          + "\(gap.count == 1 ? "" : "s") of \(interval) after this line",
        hint: "they count as not observed")
    }
    if gaps.count > HistorySurvey.toldGaps {
      let rest = gaps.dropFirst(HistorySurvey.toldGaps)
      inspection.warning(
        Place(file: file),
        "queue \"\(queue.id)\" has \(rest.count) more gaps of \(rest.reduce(0) { $0 + $1.count }) "
          + "slots in all", hint: "check its opening hours in queues.yaml")
    }
  }

  /// Slots that lie further from the median of their weekday and local time than eight times the
  /// usual distance: 1.4826 times the median absolute deviation, which is a normal distribution's
  /// standard deviation, and at least that of a Poisson count.
  private func outliers(_ rows: [Observation]) -> Int {
    let zone = queue.opening.zone
    var groups: [Int: [Double]] = [:]
    for row in rows where row.offered.isFinite {
      let reading = zone.reading(at: row.start)
      let key = 1440 * reading.day.weekday.number + reading.secondOfDay / 60
      groups[key, default: []].append(row.offered)
    }
    return groups.values.reduce(0) { total, values in
      guard values.count >= 4 else { return total }
      let middle = HistorySurvey.median(values)
      let deviation = 1.4826 * HistorySurvey.median(values.map { abs($0 - middle) })
      let usual = max(deviation, max(1, middle.squareRoot()))
      return total + values.count { abs($0 - middle) > 8 * usual }
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
