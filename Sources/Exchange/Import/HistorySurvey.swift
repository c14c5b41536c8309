import Timeline
import Workforce

/// What a planner should know of imported rows: how much of the open time they cover, where they have
/// holes, how many are out of the ordinary, and how many lie at closed times.
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
    let indices = rows.map { row in
      (row.start.seconds - first.start.seconds) / (60 * interval.count)
    }
    var lines: [Int32] = Array(repeating: 0, count: count)
    for (row, index) in zip(rows, indices) { lines[index] = row.line }
    let open = centre.openMask(of: queue, on: grid)
    let gaps = gaps(lines, open)
    report(gaps, lines, grid, inspection)
    reportClosed(rows, indices, open, grid, inspection)
    reportWild(rows, inspection)
    var openCount = 0
    var seen = 0
    for index in 0..<count where open[index] {
      openCount += 1
      if lines[index] > 0 { seen += 1 }
    }
    return HistoryImport.QueueSummary(
      queue: queue.id, rows: rows.count, span: grid.interval,
      coverage: openCount > 0 ? Double(seen) / Double(openCount) : 1,
      gaps: gaps.map { gap in
        Interval(start: grid.start(of: gap.lowerBound), end: grid.start(of: gap.upperBound))
      },
      duplicates: duplicates, outliers: outliers(rows))
  }

  /// Runs of open slots without a row.
  private func gaps(_ lines: [Int32], _ open: [Bool]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    for index in lines.indices where open[index] && lines[index] == 0 {
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

  /// Contacts while the queue is closed speak of other opening hours, or of another zone.
  private func reportClosed(
    _ rows: [Observation], _ indices: [Int], _ open: [Bool], _ grid: Grid,
    _ inspection: Inspection
  ) {
    var slots = 0
    var contacts = 0.0
    var line: Int32 = .max
    for (row, index) in zip(rows, indices) where !open[index] && row.offered > 0 {
      slots += 1
      contacts += row.offered
      line = min(line, row.line)
    }
    guard slots > 0 else { return }
    inspection.warning(
      Place(file: file, line: Int(line)),
      "queue \"\(queue.id)\" has \(Decimals.short(contacts, atMost: 1)) contacts in \(slots) slot"
        + "\(slots == 1 ? "" : "s") while it is closed",
      hint: "check its opening hours in queues.yaml, and the zone of the file")
  }

  /// Volumes a hundred times the usual are mostly another unit or a missing decimal mark.
  private func reportWild(_ rows: [Observation], _ inspection: Inspection) {
    var volumes = rows.map(\.offered).filter { $0 > 0 }
    guard volumes.count >= 4, let most = volumes.max() else { return }
    let usual = max(1, HistorySurvey.median(&volumes))
    guard most > 100 * usual else { return }
    let wild = rows.filter { $0.offered > 100 * usual }
    let lines = wild.map { Int($0.line) }
    inspection.warning(
      Place(file: file, line: lines.min()),
      "queue \"\(queue.id)\" has \(wild.count) slot\(wild.count == 1 ? "" : "s") of more than a hundred "
        + "times its usual \(Decimals.short(usual, atMost: 1)) contacts "
        + "(\(RowFindings.naming(lines, of: lines.count)))",
      hint: "check how the file parts thousands and decimals")
  }

  /// Slots that lie further from the median of their weekday and local time than eight times the
  /// usual distance: 1.4826 times the median absolute deviation, which is a normal distribution's
  /// standard deviation, and at least that of a Poisson count.
  private func outliers(_ rows: [Observation]) -> Int {
    let zone = queue.opening.zone
    // Minutes of the week, in steps of the shortest slot.
    var groups: [[Double]] = Array(repeating: [], count: 7 * 288)
    for row in rows where row.offered.isFinite {
      let reading = zone.reading(at: row.start)
      let number = 288 * (reading.day.weekday.number - 1) + reading.secondOfDay / 300
      groups[number].append(row.offered)
    }
    var count = 0
    for var values in groups where values.count >= 4 {
      let middle = HistorySurvey.median(&values)
      var distances = values.map { abs($0 - middle) }
      let deviation = 1.4826 * HistorySurvey.median(&distances)
      let usual = max(deviation, max(1, middle.squareRoot()))
      for value in values where abs(value - middle) > 8 * usual { count += 1 }
    }
    return count
  }

  /// Sorts the values; there is at least one.
  private static func median(_ values: inout [Double]) -> Double {
    values.sort()
    let middle = values.count / 2
    return values.count.isMultiple(of: 2)
      ? (values[middle - 1] + values[middle]) / 2 : values[middle]
  }
}
