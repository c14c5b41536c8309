import Timeline

/// Turns readings of one zone's clock into moments.
///
/// Which pass of an hour that comes twice a row is of, only the order of the file shows: of the two
/// rows of a reading, the earlier in the file is the first pass where times rise, and the second where
/// they fall. So the rows of such hours are settled when all are read, by ``passes()``. Days around
/// which the clock does not change are looked up once.
struct ClockResolver {
  enum Resolution: Hashable {
    case once(Instant)
    /// The reading comes twice: the first of its moments, until ``passes()`` says otherwise.
    case repeated(Instant)
    /// The clock skips the reading.
    case never
  }

  /// A row among those of its queue.
  struct Row: Hashable {
    let queue: Int
    let index: Int
    let line: Int
  }

  /// The rows of a night that have times which come twice.
  struct Night: Hashable {
    let day: LocalDay
    let firstLine: Int
    /// Rows whose reading no other row has.
    var alone = 0
    /// Pairs of rows of one reading by the order of their file.
    var rising = 0
    var falling = 0
    var unordered = 0
    /// Further rows of a reading that has two already.
    var surplus = 0

    var rows: Int { alone + 2 * (rising + falling + unordered) + surplus }
  }

  /// How the hours that come twice were taken.
  struct Passes: Hashable {
    /// The rows of the second pass with its moments.
    var second: [Row: Instant] = [:]
    var nights: [Night] = []
  }

  let zone: Zone
  /// Offsets by day, nil within for days on which the clock may change.
  private var offsets: [LocalDay: Int?] = [:]
  private var lastDay: LocalDay?
  private var lastOffset: Int?
  /// The rows of readings that come twice, in the order of the file.
  private var repeated: [Repeated] = []
  /// The order of each source's rows on days around changes of the clock.
  private var orders: [SourceDay: Order] = [:]

  private struct Repeated {
    let source: Int32
    let reading: LocalReading
    let second: Instant
    let row: Row
  }

  private struct SourceDay: Hashable {
    let source: Int32
    let day: LocalDay
  }

  private struct Key: Hashable {
    let source: Int32
    let reading: LocalReading
  }

  init(zone: Zone) {
    self.zone = zone
  }

  /// The moment of a row; `source` tells its rows from those of other queues.
  mutating func resolve(_ reading: LocalReading, of source: Int32, row: Row) -> Resolution {
    if let offset = steadyOffset(on: reading.day) {
      return .once(Instant(seconds: reading.secondsSince1970 - offset))
    }
    orders[SourceDay(source: source, day: reading.day), default: Order()].note(reading)
    switch zone.occurrence(of: reading) {
    case .once(let instant): return .once(instant)
    case .never: return .never
    case .twice(let first, let second):
      repeated.append(Repeated(source: source, reading: reading, second: second, row: row))
      return .repeated(first)
    }
  }

  /// Which rows are of the second pass, when all rows of the file are known.
  ///
  /// A row alone is of the first pass. What comes a third time goes with the second row.
  func passes() -> Passes {
    var passes = Passes()
    var nights: [LocalDay: Int] = [:]
    var met: [Key: [Repeated]] = [:]
    for row in repeated {
      let day = row.reading.day
      if nights[day] == nil {
        nights[day] = passes.nights.count
        passes.nights.append(Night(day: day, firstLine: row.row.line))
      }
      met[Key(source: row.source, reading: row.reading), default: []].append(row)
    }
    for (key, rows) in met {
      guard let night = nights[key.reading.day] else { continue }
      guard rows.count > 1 else {
        passes.nights[night].alone += 1
        continue
      }
      let trend = trend(of: key.source, on: key.reading.day)
      switch trend {
      case .rising: passes.nights[night].rising += 1
      case .falling: passes.nights[night].falling += 1
      case nil: passes.nights[night].unordered += 1
      }
      passes.nights[night].surplus += rows.count - 2
      for row in trend == .falling ? rows.prefix(1) : rows.dropFirst() {
        passes.second[row.row] = row.second
      }
    }
    return passes
  }

  /// The order of a source's rows on a day, or where they do not show it, of all the file's.
  private func trend(of source: Int32, on day: LocalDay) -> Order.Trend? {
    if let own = orders[SourceDay(source: source, day: day)]?.trend { return own }
    var all = Order()
    for (key, order) in orders where key.day == day { all.add(order) }
    return all.trend
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

/// How the times of rows follow each other.
private struct Order {
  enum Trend {
    case rising, falling
  }

  private var last: LocalReading?
  private var rises = 0
  private var falls = 0

  mutating func note(_ reading: LocalReading) {
    if let last {
      if last < reading { rises += 1 }
      if reading < last { falls += 1 }
    }
    last = reading
  }

  mutating func add(_ other: Order) {
    rises += other.rises
    falls += other.falls
  }

  /// At the change itself the clock steps against the order, once: the other steps outnumber it.
  var trend: Trend? {
    if rises == falls { return nil }
    return rises > falls ? .rising : .falling
  }
}
