import Timeline
import Workforce

/// Rows of a bare file by the wall clock, in order of time.
struct BareReadings {
  /// Seconds by the wall clock; of a moment, ``BareRows/Row/isMoment`` stays set.
  private(set) var rows: [BareRows.Row]
  /// The last moment at which something was observed, nil where the last row is no moment.
  private var lastMoment: Instant?
  /// What is told apart where two rows read alike: by row, the seconds of its moment.
  private var moments: [Int]

  /// Whether all stamps are midnights in Greenwich, and so dates rather than times of another zone.
  static func areDates(_ rows: [BareRows.Row]) -> Bool {
    guard rows.count > 1 else { return false }
    return rows.allSatisfy { $0.isMoment && $0.seconds.isMultiple(of: 86_400) }
  }

  init(_ rows: [BareRows.Row], in zone: Zone) {
    var sorted = rows
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.seconds <= $1.seconds }
    if !isSorted { sorted.sort { ($0.seconds, $0.line) < ($1.seconds, $1.line) } }
    moments = sorted.map(\.seconds)
    lastMoment = nil
    if let last = sorted.last(where: { !$0.volume.isNaN }), last.isMoment {
      lastMoment = Instant(seconds: last.seconds)
    }
    for index in sorted.indices where sorted[index].isMoment {
      sorted[index].seconds += zone.offset(at: Instant(seconds: sorted[index].seconds))
    }
    self.rows = sorted
    // A clock that goes back brings readings out of order.
    let isRising = zip(sorted, sorted.dropFirst()).allSatisfy { $0.seconds <= $1.seconds }
    if !isRising { sortByReading() }
  }

  private mutating func sortByReading() {
    let order = rows.indices.sorted { left, right in
      (rows[left].seconds, moments[left], rows[left].line)
        < (rows[right].seconds, moments[right], rows[right].line)
    }
    rows = order.map { rows[$0] }
    moments = order.map { moments[$0] }
  }

  /// The end of the last slot that was observed.
  func end(of slot: Minutes, in zone: Zone, isDated: Bool) -> Instant {
    guard let last = rows.last(where: { !$0.volume.isNaN }) else { return Instant(seconds: 0) }
    let reading = LocalReading(secondsSince1970: last.seconds)
    if slot == Minutes(1440) { return zone.start(of: reading.day + 1) }
    if let lastMoment { return lastMoment + slot }
    return zone.instant(
      of: LocalReading(secondsSince1970: last.seconds + 60 * slot.count), whenRepeated: .first)
  }

  /// One reading for each slot of the wall clock: the two passes of a repeated hour are averaged, and
  /// rows of an hour that the clock skips are dropped with one warning; nil where two rows contradict.
  func joined(
    slot: Minutes, _ duplicates: BareOrder.Duplicates, clock zone: Zone, file: String,
    _ inspection: Inspection
  ) -> [WallClockSeries.Reading]? {
    guard let first = rows.first?.seconds, let last = rows.last?.seconds else { return nil }
    let clock = BareClock(zone, readings: first...last)
    let isDaily = slot == Minutes(1440)
    var joined: [WallClockSeries.Reading] = []
    joined.reserveCapacity(rows.count)
    var dropped: [Int] = []
    var index = 0
    while index < rows.count {
      let reading = LocalReading(secondsSince1970: rows[index].seconds)
      // Slots begin where rows do; only a day may stand under any hour of it.
      let start = isDaily ? reading.secondsSince1970 - reading.secondOfDay : rows[index].seconds
      let end = start + (isDaily ? 86_400 : 1)
      var passes: [Double] = []
      while index < rows.count, rows[index].seconds < end {
        let row = rows[index]
        var same = index + 1
        while same < rows.count, rows[same].seconds < end, isDaily || isSamePass(same, index) {
          same += 1
        }
        if !row.isMoment, !isDaily, clock.skips(row.seconds) {
          dropped += rows[index..<same].map(\.line)
        } else if same - index == 2, !row.isMoment, !isDaily, clock.repeats(row.seconds) {
          passes += rows[index..<same].map(\.volume).filter { !$0.isNaN }
        } else if let volume = volume(of: index..<same, duplicates, file, inspection) {
          passes.append(volume)
        }
        index = same
      }
      guard !passes.isEmpty else { continue }
      joined.append(
        WallClockSeries.Reading(
          day: reading.day, minute: isDaily ? 0 : reading.secondOfDay / 60,
          volume: passes.reduce(0, +) / Double(passes.count)))
    }
    if let line = dropped.first {
      let count = dropped.count
      inspection.warning(
        Place(file: file, line: line),
        "\(count) row\(count == 1 ? "" : "s") of an hour that the clock of \(zone) skips "
          + "\(count == 1 ? "is" : "are") left out",
        hint: "if the file was written by another clock, name it with --zone")
    }
    return joined
  }

  /// Whether two rows that read alike are of the same pass of a repeated hour.
  private func isSamePass(_ row: Int, _ other: Int) -> Bool {
    !rows[row].isMoment || !rows[other].isMoment || moments[row] == moments[other]
  }

  /// The volume of rows of one slot; nil where none was observed, or with a finding where they must not
  /// be alike.
  private func volume(
    of range: Range<Int>, _ duplicates: BareOrder.Duplicates, _ file: String,
    _ inspection: Inspection
  ) -> Double? {
    let observed = rows[range].filter { !$0.volume.isNaN }
    guard let first = observed.first, observed.count > 1 else { return observed.first?.volume }
    let sum = observed.reduce(0) { $0 + $1.volume }
    switch duplicates {
    case .sum: return sum
    case .mean: return sum / Double(observed.count)
    case .last: return observed.max { $0.line < $1.line }?.volume
    case .refuse:
      let reading = LocalReading(secondsSince1970: first.seconds)
      for row in observed.dropFirst() {
        inspection.error(
          Place(file: file, line: row.line), "\(reading) is already in line \(first.line)",
          hint: "keep one of the two rows, or write --duplicates sum, mean or last")
      }
      return first.volume
    }
  }
}
