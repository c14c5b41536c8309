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

  /// Weeks over which closed weekdays are found, the share of empty days, and the share of what was to be
  /// expected by the other weekdays that may come all the same.
  static let weeksOfClosed = 26.0
  static let shareOfClosed = 0.9
  static let straysOfClosed = 0.1

  init(of table: DayTable, through count: Int, isSpecial: [Bool]) {
    self.table = table
    self.count = count
    let totals = Array(table.totals[..<count])
    let age = (0..<count).map { Double(count - 1 - $0) / Double(table.week) }
    let recent = (0..<count).filter { table.isSeen[$0] && age[$0] < Self.weeksOfClosed }
    let mean = recent.reduce(0) { $0 + totals[$1] } / Double(max(1, recent.count))
    let isClosed = (0..<7).map { weekday in
      let days = recent.filter { table.weekdays[$0] == weekday }
      let empty = days.count { totals[$0] == 0 }
      let came = days.reduce(0) { $0 + totals[$1] }
      // Of a contact a week or two, most days are empty by chance.
      let expected = mean * Double(days.count)
      let isTold = mean == 0 || expected >= DayTable.tellingCount * table.unit
      return !days.isEmpty && Double(empty) > Self.shareOfClosed * Double(days.count)
        && isTold && came <= Self.straysOfClosed * expected
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

  /// The names of holidays that were closed whenever they were seen, on so many contacts that would have
  /// come otherwise that it was no chance.
  var closedHolidays: Set<String> {
    let open = (0..<count).filter { isUsed[$0] || (table.isSeen[$0] && totals[$0] == 0) }
    let usual = open.reduce(0) { $0 + totals[$1] } / Double(max(1, open.count))
    var seen: [String: (isEmpty: Bool, expected: Double)] = [:]
    for day in 0..<count where table.isSeen[day] {
      guard case .holiday(let kind) = table.signs[day] else { continue }
      let before = seen[kind.name] ?? (true, 0)
      seen[kind.name] = (before.isEmpty && totals[day] == 0, before.expected + usual)
    }
    let telling = DayTable.tellingCount * table.unit
    return Set(seen.filter { $0.value.isEmpty && $0.value.expected >= telling }.keys)
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

  /// Whether contacts are so few that days without any are nothing unusual, in all stretches of four weeks
  /// since half a year: methods that see logarithms of days, or the usual slot, would miss the mean.
  ///
  /// A queue that opened or fell silent within that time was busy in some of them.
  var isSparse: Bool {
    var contacts: [Double] = []
    var days: [Double] = []
    for day in 0..<count
    where age[day] < Self.weeksOfClosed && table.isSeen[day] && !isClosed[table.weekdays[day]] {
      let stretch = Int(age[day] / 4)
      while contacts.count <= stretch {
        contacts.append(0)
        days.append(0)
      }
      contacts[stretch] += totals[day]
      days[stretch] += 1
    }
    guard days.reduce(0, +) > 0 else { return false }
    let few = Self.fewADay * table.unit
    return zip(contacts, days).allSatisfy {
      $0 <= (few + 3 * (few * table.unit / max(1, $1)).squareRoot()) * $1
    }
      && contacts.reduce(0, +) <= few * days.reduce(0, +)
  }

  /// Contacts a day below which a past is sparse: of five one day in 150 is empty.
  static let fewADay = 5.0
}
