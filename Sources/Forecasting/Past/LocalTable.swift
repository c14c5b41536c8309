package import Timeline
package import Workforce

/// One queue's past by its own clock: local days x slots of the day, flat, a day after the other.
///
/// Every cell says how much came and for how long the queue was open and observed. Days of 23 and 25
/// hours, gaps in the source and half-observed slots are then nothing special: their cells have an
/// exposure of 0, 2 or something in between.
package struct LocalTable: Sendable {
  package let firstDay: LocalDay
  package let dayCount: Int
  package let slotsPerDay: Int
  /// Contacts of a cell.
  package private(set) var contacts: [Double]
  /// How often the cell's slot was seen open, 1 for once in full; the known factor of an event
  /// multiplies it.
  package private(set) var exposure: [Double]
  /// What events left out that are to be learnt, in order of time.
  package private(set) var learned: [LearnedCell] = []
  /// Contacts while the queue was closed: they say nothing about open hours.
  package private(set) var contactsWhileClosed = 0.0
  /// The local days of which something was left out because of an event, in order.
  package private(set) var excludedDays: [LocalDay] = []

  /// A cell's share under an event to be learnt.
  package struct LearnedCell: Sendable {
    package let tag: String
    package let day: Int
    package let slot: Int
    package let contacts: Double
    package let exposure: Double
  }

  /// The slots of a history that end by a moment, nil where none of them tells anything.
  package init?(
    _ history: QueueHistory, before end: Instant, by clock: LocalClock, events: [Event],
    closedOn isClosed: (LocalDay) -> Bool
  ) {
    let grid = history.grid
    let usable = grid.indices.filter { index in
      let offered = history.offered[index]
      return offered.isFinite && offered >= 0 && grid.start(of: index + 1) <= end
    }
    guard let first = usable.first, let last = usable.last else { return nil }
    if grid.slot.count >= 1440 {
      let known = LocalTable(
        daysOf: history, usable: usable, by: clock, events: events, closedOn: isClosed)
      guard let known else { return nil }
      self = known
      return
    }
    var days = (first: LocalDay(daysSince1970: .max), last: LocalDay(daysSince1970: .min))
    for index in [first, last] {
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        days = (min(days.first, piece.day), max(days.last, piece.day))
      }
    }
    firstDay = days.first
    dayCount = days.last - days.first + 1
    slotsPerDay = clock.slotsPerDay
    contacts = Array(repeating: 0, count: dayCount * slotsPerDay)
    exposure = contacts
    let isDayClosed = (0..<dayCount).map { isClosed(days.first + $0) }

    var pieces: [LocalClock.Piece] = []
    for index in usable {
      pieces.removeAll(keepingCapacity: true)
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        if clock.isOpen(piece), !isDayClosed[piece.day - firstDay] { pieces.append(piece) }
      }
      let openSeconds = pieces.reduce(0) { $0 + $1.seconds }
      guard openSeconds > 0 else {
        contactsWhileClosed += history.offered[index]
        continue
      }
      let rate = history.offered[index] / Double(openSeconds)
      for piece in pieces {
        add(piece, rate: rate, slotSeconds: 60 * clock.slot.count, events: events)
      }
    }
    guard exposure.contains(where: { $0 > 0 }) else { return nil }
  }

  /// A history of whole days: its slots are local dates, however long the clock made them.
  private init?(
    daysOf history: QueueHistory, usable: [Int], by clock: LocalClock, events: [Event],
    closedOn isClosed: (LocalDay) -> Bool
  ) {
    let grid = history.grid
    // Slots of 24 hours drift from the dates by the hour of a changed clock; their middles do not.
    let dates = usable.map { clock.zone.day(at: grid.start(of: $0) + .hours(12)) }
    guard let first = dates.first, let last = dates.last else { return nil }
    firstDay = first
    dayCount = last - first + 1
    slotsPerDay = 1
    contacts = Array(repeating: 0, count: dayCount)
    exposure = contacts
    for (index, date) in zip(usable, dates) {
      let weekday = date.weekday.index * clock.slotsPerDay
      let isOpen =
        clock.isOpen[weekday..<weekday + clock.slotsPerDay].contains(true) && !isClosed(date)
      guard isOpen else {
        contactsWhileClosed += history.offered[index]
        continue
      }
      let noon = LocalClock.Piece(
        day: date, slot: 0, start: grid.start(of: index) + .hours(12), seconds: 60)
      add(noon, rate: history.offered[index] / 60, slotSeconds: 60, events: events)
    }
    guard exposure.contains(where: { $0 > 0 }) else { return nil }
  }

  /// The readings of a bare series before a moment, nil where there is none.
  package init?(_ series: WallClockSeries, before day: LocalDay, minute: Int) {
    let known = series.readings.prefix { ($0.day, $0.minute) < (day, minute) }
    guard let first = known.first, let last = known.last else { return nil }
    firstDay = first.day
    dayCount = last.day - first.day + 1
    slotsPerDay = max(1, 1440 / series.slot.count)
    contacts = Array(repeating: 0, count: dayCount * slotsPerDay)
    exposure = contacts
    for reading in known {
      let slot = min(slotsPerDay - 1, reading.minute / series.slot.count)
      let cell = (reading.day - firstDay) * slotsPerDay + slot
      contacts[cell] += reading.volume
      exposure[cell] += 1
    }
  }

  /// Whether slots and weekdays that were never seen can be taken as closed.
  package var isLong: Bool { dayCount > 7 * Self.weeksToTrustGaps }

  /// From here on what was never seen is taken as closed, in weeks.
  static let weeksToTrustGaps = 4

  package func cells(of day: Int) -> Range<Int> { day * slotsPerDay..<(day + 1) * slotsPerDay }

  private mutating func add(
    _ piece: LocalClock.Piece, rate: Double, slotSeconds: Int, events: [Event]
  ) {
    let came = rate * Double(piece.seconds)
    var seen = Double(piece.seconds) / Double(slotSeconds)
    let day = piece.day - firstDay
    var tag: String?
    for event in events where event.interval.contains(piece.start) {
      switch event.effect {
      case .factor(let factor) where factor > 0:
        seen *= factor
      case .exclude, .factor:
        if excludedDays.last != piece.day { excludedDays.append(piece.day) }
        return
      case .learn:
        tag = tag ?? event.tag
      }
    }
    if let tag {
      learned.append(
        LearnedCell(tag: tag, day: day, slot: piece.slot, contacts: came, exposure: seen))
    } else {
      contacts[day * slotsPerDay + piece.slot] += came
      exposure[day * slotsPerDay + piece.slot] += seen
    }
  }
}
