import Timeline
import Workforce

/// A queue's history as cleaning looks at it: each slot with its local day and slot of the day, and
/// whether it can be judged.
struct SlotRecord {
  let grid: Grid
  let zone: Zone
  let offered: [Double]
  let firstDay: LocalDay
  let dayCount: Int
  let slotsPerDay: Int
  /// For each slot of the grid, its local day, counted from the first, and its slot of that day.
  let days: [Int]
  let slots: [Int]
  /// Whether the queue is open during a part of a slot, holidays considered.
  let isOpen: [Bool]
  /// Whether an event is named for the slot: what it did is known.
  let isNamed: [Bool]
  /// Whether a day is a holiday, beside one, or in the weeks of Christmas: unlike others by nature.
  let isSpecial: [Bool]

  init(_ history: QueueHistory, of queue: Queue, in centre: Centre) {
    let grid = history.grid
    let clock = LocalClock(of: queue.opening, over: grid.interval, source: grid)
    let calendar = centre.calendar(queue.market)
    let firstDay = clock.zone.day(at: grid.start)
    let dayCount = max(1, clock.zone.day(at: grid.end) - firstDay + 1)
    let isShut = (0..<dayCount).map {
      queue.isClosedOnHolidays && calendar.isPublicHoliday(firstDay + $0)
    }
    var days = Array(repeating: 0, count: grid.count)
    var slots = days
    var isOpen = Array(repeating: false, count: grid.count)
    for index in grid.indices {
      var isFirst = true
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        let day = piece.day - firstDay
        if isFirst {
          days[index] = day
          slots[index] = piece.slot * clock.slot.count / min(1440, grid.slot.count)
        }
        isFirst = false
        if clock.isOpen(piece), !isShut[day] { isOpen[index] = true }
      }
    }
    var isNamed = Array(repeating: false, count: grid.count)
    for event in centre.events where event.queues.contains(queue.id) {
      for index in grid.indices where event.interval.overlaps(grid.interval(of: index)) {
        isNamed[index] = true
      }
    }
    self.grid = grid
    zone = clock.zone
    offered = history.offered.map { $0.isFinite && $0 >= 0 ? $0 : .nan }
    self.firstDay = firstDay
    self.dayCount = dayCount
    slotsPerDay = max(1, (1440 + grid.slot.count - 1) / grid.slot.count)
    self.days = days
    self.slots = slots
    self.isOpen = isOpen
    self.isNamed = isNamed
    isSpecial = (0..<dayCount).map { Self.isSpecial(firstDay + $0, calendar) }
  }

  /// The weekday of a day, 0 for Monday.
  func weekday(_ day: Int) -> Int { (firstDay + day).weekday.index }

  /// The cell of a slot in a table of the week.
  func cell(_ index: Int) -> Int { weekday(days[index]) * slotsPerDay + slots[index] }

  private static func isSpecial(_ day: LocalDay, _ calendar: HolidayCalendar) -> Bool {
    if (-1...1).contains(where: { !calendar.holidays(on: day + $0).isEmpty }) { return true }
    let (_, month, number) = day.civil
    return month == 12 && number >= 22 || month == 1 && number <= 2
  }
}
