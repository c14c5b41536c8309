import Statistics

/// The days of a table before an origin, as the members see them that work on daily totals.
struct DayView: Sendable {
  let table: DayTable
  /// Days known; the first day to forecast is the one after.
  let count: Int
  /// Contacts of each known day.
  let totals: [Double]
  /// Working weeks from each known day to the last one.
  let age: [Double]
  /// Weekdays that were closed of late: hardly a day with contacts in half a year.
  let isClosed: [Bool]
  /// Whether a day was observed, open and not empty.
  let isUsed: [Bool]
  /// Whether a day is used and ordinary.
  let isNormal: [Bool]

  /// Weeks over which closed weekdays are found, and the share of empty days.
  static let weeksOfClosed = 26.0
  static let shareOfClosed = 0.9

  init(of table: DayTable, through count: Int, isSpecial: [Bool]) {
    self.table = table
    self.count = count
    let totals = Array(table.totals[..<count])
    let age = (0..<count).map { Double(count - 1 - $0) / Double(table.week) }
    let isClosed = (0..<7).map { weekday in
      let days = (0..<count).filter {
        table.weekdays[$0] == weekday && table.isSeen[$0] && age[$0] < Self.weeksOfClosed
      }
      let empty = days.filter { totals[$0] == 0 }.count
      return !days.isEmpty && Double(empty) > Self.shareOfClosed * Double(days.count)
    }
    let isUsed = (0..<count).map { day in
      table.isSeen[day] && totals[day] > 0 && !isClosed[table.weekdays[day]]
    }
    self.totals = totals
    self.age = age
    self.isClosed = isClosed
    self.isUsed = isUsed
    isNormal = (0..<count).map { isUsed[$0] && !isSpecial[$0] }
  }

  /// The names of holidays that were closed whenever they were seen.
  var closedHolidays: Set<String> {
    var isEmpty: [String: Bool] = [:]
    for day in 0..<count where table.isSeen[day] {
      guard case .holiday(let kind) = table.signs[day] else { continue }
      isEmpty[kind.name] = (isEmpty[kind.name] ?? true) && totals[day] == 0
    }
    return Set(isEmpty.filter(\.value).keys)
  }

  /// For each day from the origin on: whether nothing can come.
  func isShut(days: Int) -> [Bool] {
    let closed = closedHolidays
    return (count..<count + days).map { day in
      if isClosed[table.weekdays[day]] { return true }
      guard case .holiday(let kind) = table.signs[day] else { return false }
      return closed.contains(kind.name)
    }
  }
}
