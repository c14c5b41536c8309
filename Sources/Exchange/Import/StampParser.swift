import Timeline

/// Reads the stamps of an ACD's file.
struct StampParser {
  /// What a stamp says: a moment, or a reading of a clock that the mapping must name.
  enum Stamp: Hashable {
    case moment(Instant)
    case reading(LocalReading)
  }

  let format: HistoryMapping.StampFormat

  func stamp(_ text: String) -> Stamp? {
    switch format {
    case .iso:
      Instant(text).map(Stamp.moment) ?? LocalReading(text).map(Stamp.reading)
    case .dmy:
      reading(text) { (day: $0, month: $1) }
    case .mdy:
      reading(text) { (day: $1, month: $0) }
    }
  }

  /// Three numbers for the date, the year last, a blank, and the time.
  private func reading(
    _ text: String, _ order: (_ first: Int, _ second: Int) -> (day: Int, month: Int)
  ) -> Stamp? {
    let halves = text.split(separator: " ", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let date = halves[0].split(omittingEmptySubsequences: false) { ".-/".contains($0) }
    guard date.count == 3, let first = StampParser.number(date[0]),
      let second = StampParser.number(date[1]), date[2].utf8.count == 4,
      let year = UInt16(date[2])
    else { return nil }
    let (day, month) = order(first, second)
    let padded = (halves[1].utf8.first.map { _ in halves[1].prefix { $0 != ":" }.utf8.count } == 1)
    guard let local = LocalDay(year: Int(year), month: month, day: day),
      let time = LocalReading("\(local)T\(padded ? "0" : "")\(halves[1])")
    else { return nil }
    return .reading(time)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.count <= 2 ? UInt8(text).map { Int($0) } : nil
  }
}

/// Turns readings of one zone's clock into moments, in the order of a file.
///
/// Of a reading that comes twice, a queue's first row is the first occurrence and its second row the
/// second. Days on which the clock does not change are looked up once.
struct ClockResolver {
  enum Resolution {
    case once(Instant)
    /// The reading comes twice; which of the two this row is.
    case repeated(Instant, Zone.Repetition)
    /// The clock skips the reading.
    case never
  }

  let zone: Zone
  private var offsets: [LocalDay: Int?] = [:]
  private var seen: [Key: Int] = [:]

  private struct Key: Hashable {
    let queue: Int
    let reading: LocalReading
  }

  init(zone: Zone) {
    self.zone = zone
  }

  mutating func resolve(_ reading: LocalReading, queue: Int) -> Resolution {
    if let offset = steadyOffset(on: reading.day) {
      return .once(Instant(seconds: reading.secondsSince1970 - offset))
    }
    switch zone.occurrence(of: reading) {
    case .once(let instant): return .once(instant)
    case .never: return .never
    case .twice(let first, let second):
      seen[Key(queue: queue, reading: reading), default: 0] += 1
      let isFirst = seen[Key(queue: queue, reading: reading)] == 1
      return .repeated(isFirst ? first : second, isFirst ? .first : .second)
    }
  }

  /// The offset of a day around which the clock does not change.
  private mutating func steadyOffset(on day: LocalDay) -> Int? {
    if let known = offsets[day] { return known }
    let noon = Instant(seconds: 86_400 * day.daysSince1970 + 43_200)
    let around = Interval(start: noon - .days(2), end: noon + .days(2))
    let offset = zone.transitions(in: around).isEmpty ? zone.offset(at: noon) : nil
    offsets[day] = .some(offset)
    return offset
  }
}
