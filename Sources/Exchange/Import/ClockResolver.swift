import Timeline

/// Turns readings of one zone's clock into moments, in the order of a file.
///
/// Of a reading that comes twice, the first row of a queue is taken as the first occurrence, its
/// second row as the second. Days around which the clock does not change are looked up once.
struct ClockResolver {
  enum Resolution: Hashable {
    case once(Instant)
    /// The reading comes twice; which of the two this row is.
    case repeated(Instant, Zone.Repetition)
    /// The clock skips the reading.
    case never
  }

  /// The rows of a night that have times which come twice.
  struct Night: Hashable {
    let day: LocalDay
    let firstLine: Int
    var first = 0
    var second = 0
  }

  let zone: Zone
  private(set) var nights: [Night] = []
  /// Offsets by day, nil within for days on which the clock may change.
  private var offsets: [LocalDay: Int?] = [:]
  private var lastDay: LocalDay?
  private var lastOffset: Int?
  private var seen: [Key: Int] = [:]

  private struct Key: Hashable {
    let source: Int32
    let reading: LocalReading
  }

  init(zone: Zone) {
    self.zone = zone
  }

  /// The moment of a row; `source` tells its rows from those of other queues.
  mutating func resolve(_ reading: LocalReading, of source: Int32, line: Int) -> Resolution {
    if let offset = steadyOffset(on: reading.day) {
      return .once(Instant(seconds: reading.secondsSince1970 - offset))
    }
    switch zone.occurrence(of: reading) {
    case .once(let instant): return .once(instant)
    case .never: return .never
    case .twice(let first, let second):
      let key = Key(source: source, reading: reading)
      seen[key, default: 0] += 1
      let isFirst = seen[key] == 1
      count(isFirst ? .first : .second, on: reading.day, line)
      return .repeated(isFirst ? first : second, isFirst ? .first : .second)
    }
  }

  /// The readings of a date that come twice, such as 02:00 to 03:00.
  func repeatedHours(on day: LocalDay) -> (from: LocalReading, to: LocalReading)? {
    let change = zone.transitions(in: around(day)).first { $0.offsetAfter < $0.offsetBefore }
    return change.map { change in
      (
        LocalReading(secondsSince1970: change.instant.seconds + change.offsetAfter),
        LocalReading(secondsSince1970: change.instant.seconds + change.offsetBefore)
      )
    }
  }

  private mutating func count(_ repetition: Zone.Repetition, on day: LocalDay, _ line: Int) {
    var index = nights.firstIndex { $0.day == day } ?? nights.count
    if index == nights.count {
      nights.append(Night(day: day, firstLine: line))
      index = nights.count - 1
    }
    if repetition == .first { nights[index].first += 1 } else { nights[index].second += 1 }
  }

  /// The offset of a day around which the clock does not change.
  private mutating func steadyOffset(on day: LocalDay) -> Int? {
    // Rows mostly follow each other in time.
    if day == lastDay { return lastOffset }
    lastDay = day
    if let known = offsets[day] {
      lastOffset = known
    } else {
      let noon = Instant(seconds: 86_400 * day.daysSince1970 + 43_200)
      lastOffset = zone.transitions(in: around(day)).isEmpty ? zone.offset(at: noon) : nil
      offsets[day] = .some(lastOffset)
    }
    return lastOffset
  }

  private func around(_ day: LocalDay) -> Interval {
    let noon = Instant(seconds: 86_400 * day.daysSince1970 + 43_200)
    return Interval(start: noon - .days(2), end: noon + .days(2))
  }
}
