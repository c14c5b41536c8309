package import Timeline

extension DayTable {
  /// Weeks over which slots are found that never have contacts.
  static let weeksOfClosed = 26
  /// Contacts that chance leaves out once in 400 times: where so many were expected and none came,
  /// none can come.
  static let tellingCount = 6.0

  /// The days from a local table's first to the last one to forecast.
  ///
  /// - Parameters:
  ///   - local: what was observed.
  ///   - isOpen: by `7 x slotsPerDay` of the local day, the hours that the queue keeps; all of them
  ///     where nobody says. Slots in which nothing ever comes are closed too.
  ///   - end: the day after the last one to forecast.
  ///   - calendar: the holidays of the queue's customers.
  package init(
    _ local: LocalTable, isOpen: [Bool], before end: LocalDay, calendar: HolidayCalendar
  ) {
    let open = Self.everOpen(local, isOpen)
    let perDay = local.slotsPerDay
    let slots = (0..<perDay).filter { slot in (0..<7).contains { open[$0 * perDay + slot] } }
    let isWorked = (0..<7).map { weekday in
      open[weekday * perDay..<(weekday + 1) * perDay].contains(true)
    }
    let count = max(end - local.firstDay, local.dayCount)
    let signs = DaySigns(firstDay: local.firstDay, count: count, calendar: calendar)
    let worked = (0..<count).filter { isWorked[signs.weekdays[$0]] }
    let past = worked.prefix { $0 < local.dayCount }
    let volume = past.flatMap { day in
      slots.map { slot in
        let cell = day * perDay + slot
        return local.exposure[cell] > 0 ? local.contacts[cell] / local.exposure[cell] : .nan
      }
    }
    self.init(
      days: worked.map { local.firstDay + $0 }, signs: worked.map { signs.signs[$0] },
      week: isWorked.filter(\.self).count, pastDays: past.count, slots: slots,
      slotsOfLocalDay: perDay,
      isOpen: (0..<7).flatMap { weekday in slots.map { open[weekday * perDay + $0] } },
      volume: volume)
  }

  /// Weekdays, 0 for Monday, on which a queue is open and nothing was ever observed.
  package func unseenWeekdays(of local: LocalTable, isOpen: [Bool]) -> [Int] {
    let perDay = local.slotsPerDay
    var isSeen = Array(repeating: false, count: 7)
    for day in 0..<local.dayCount {
      let cells = local.cells(of: day)
      if cells.contains(where: { local.exposure[$0] > 0 }) {
        isSeen[(local.firstDay + day).weekday.index] = true
      }
    }
    return (0..<7).filter { weekday in
      !isSeen[weekday] && isOpen[weekday * perDay..<(weekday + 1) * perDay].contains(true)
    }
  }

  /// The slots of the week in which contacts come.
  private static func everOpen(_ local: LocalTable, _ isOpen: [Bool]) -> [Bool] {
    let perDay = local.slotsPerDay
    let first = max(0, local.dayCount - 7 * weeksOfClosed)
    var contacts = Array(repeating: 0.0, count: 7 * perDay)
    var exposure = contacts
    for day in first..<local.dayCount {
      let base = (local.firstDay + day).weekday.index * perDay
      for slot in 0..<perDay {
        contacts[base + slot] += local.contacts[day * perDay + slot]
        exposure[base + slot] += local.exposure[day * perDay + slot]
      }
    }
    guard contacts.contains(where: { $0 > 0 }) else { return isOpen }
    let isLong = local.isLong
    let groups = [0...4, 0...4, 0...4, 0...4, 0...4, 5...5, 6...6]
    // Whether a single contact or one of thousands is a unit: the least that ever came.
    let unit = local.contacts.filter { $0 > 0 }.min() ?? 1
    let mean = contacts.reduce(0, +) / max(exposure.reduce(0, +), 1e-300)
    return isOpen.indices.map { cell in
      guard isOpen[cell], contacts[cell] == 0, isLong else { return isOpen[cell] }
      guard exposure[cell] > 0 else { return false }
      let slot = cell % perDay
      let rows = groups[cell / perDay]
      let like = rows.reduce(0) { $0 + contacts[$1 * perDay + slot] }
      let seen = rows.reduce(0) { $0 + exposure[$1 * perDay + slot] }
      // Where none of the like slots had any either, all slots together say what was to be expected.
      let expected = like > 0 ? like / seen * exposure[cell] : mean * seen
      return expected < tellingCount * unit
    }
  }
}
