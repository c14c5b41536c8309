import Timeline
import Statistics

/// How a day's contacts spread over its slots: by weekday, drawn to the weekday's group where little
/// was seen, and apart on holidays.
struct DayShares {
  /// By `7 x slotsPerDay`; a weekday's shares sum to 1.
  private let ordinary: [Double]
  private let holiday: [Double]
  private let table: DayTable

  /// Weeks until a day counts half.
  static let halfLife = 16.0
  /// How far a weekday's shares are drawn to its group's: pseudo days for each unit of relative
  /// variance of a slot.
  static let pull = 20.0
  /// Mean days' volume of the Sunday's shape that holidays start with.
  static let holidayPrior = 0.5

  private static let groups = [0...4, 0...4, 0...4, 0...4, 0...4, 5...5, 6...6]

  init(of view: DayView) {
    let table = view.table
    self.table = table
    let slots = table.slotsPerDay
    var sums = Array(repeating: 0.0, count: 7 * slots)
    var special = Array(repeating: 0.0, count: slots)
    var weights = Array(repeating: 0.0, count: 7)
    var normal = (total: 0.0, days: 0.0)
    for day in 0..<view.count {
      let cells = day * slots..<(day + 1) * slots
      if view.isNormal[day] {
        let weight = discount(age: view.age[day], halfLife: Self.halfLife)
        let base = table.weekdays[day] * slots
        weights[table.weekdays[day]] += weight
        for slot in 0..<slots {
          sums[base + slot] += weight * table.filled[cells.lowerBound + slot]
        }
        normal.total += view.totals[day]
        normal.days += 1
      } else if case .holiday = table.signs[day], table.isSeen[day], view.totals[day] > 0 {
        for slot in 0..<slots { special[slot] += table.filled[cells.lowerBound + slot] }
      }
    }
    let pseudo = Self.pseudoContacts(of: view, sums: sums)
    var ordinary = sums
    for weekday in 0..<7 {
      var group = Array(repeating: 0.0, count: slots)
      for member in Self.groups[weekday] {
        for slot in 0..<slots where table.isOpen[weekday * slots + slot] {
          group[slot] += sums[member * slots + slot]
        }
      }
      if group.allSatisfy({ $0 == 0 }) {
        // A weekday and its like were never seen: all others say more than nothing.
        for other in 0..<7 {
          for slot in 0..<slots where table.isOpen[weekday * slots + slot] {
            group[slot] += sums[other * slots + slot]
          }
        }
      }
      Self.normalise(&group, orOver: table.isOpen[weekday * slots..<(weekday + 1) * slots])
      var own = (0..<slots).map { sums[weekday * slots + $0] + pseudo * group[$0] }
      if own.allSatisfy({ $0 == 0 }) { own = group }
      Self.normalise(&own, orOver: table.isOpen[weekday * slots..<(weekday + 1) * slots])
      for slot in 0..<slots { ordinary[weekday * slots + slot] = own[slot] }
    }
    self.ordinary = ordinary

    let prior = normal.days > 0 ? Self.holidayPrior * normal.total / normal.days : 1
    let isSundayOpen = weights[6] > 0 && !view.isClosed[6]
    let seen = isSundayOpen ? [6] : (0..<5).filter { weights[$0] > 0 }
    for slot in 0..<slots {
      let like = seen.reduce(0) { $0 + ordinary[$1 * slots + slot] }
      special[slot] += seen.isEmpty ? 0 : prior * like / Double(seen.count)
    }
    Self.normalise(&special, orOver: Array(repeating: true, count: slots)[...])
    holiday = special
  }

  /// The shares of a day, which sum to 1.
  func shares(of day: Int) -> [Double] {
    let slots = table.slotsPerDay
    let own = table.weekdays[day] * slots
    guard case .holiday(let kind) = table.signs[day], kind.kind != .workday else {
      return Array(ordinary[own..<own + slots])
    }
    var shares = (0..<slots).map { table.isOpen[own + $0] ? holiday[$0] : 0 }
    Self.normalise(&shares, orOver: table.isOpen[own..<own + slots])
    return shares
  }

  /// Contacts that weigh as much as what is known of a slot's noise: counts that scatter by their own
  /// square root get ``pull`` a slot, whatever they are counted in.
  private static func pseudoContacts(of view: DayView, sums: [Double]) -> Double {
    let table = view.table
    let slots = table.slotsPerDay
    // Changes from a week to the next, seen slot by slot: their squares over their sums are 1 for
    // Poisson counts, 2 for counts that come in pairs.
    var squares = 0.0
    var contacts = 0.0
    let first = max(table.week, view.count - 26 * table.week)
    for day in first..<max(first, view.count) {
      let before = day - table.week
      guard view.isNormal[day], view.isNormal[before], view.totals[before] > 0 else { continue }
      let ratio = view.totals[day] / view.totals[before]
      for slot in 0..<slots {
        let (now, then) = (table.filled[day * slots + slot], table.filled[before * slots + slot])
        let change = now - ratio * then
        squares += change * change / (1 + ratio)
        contacts += now
      }
    }
    let unit = contacts > 0 ? squares / contacts : 1
    return pull * Double(slots) * unit
  }

  private static func normalise(_ shares: inout [Double], orOver isOpen: ArraySlice<Bool>) {
    let sum = shares.reduce(0, +)
    if sum > 0 {
      for slot in shares.indices { shares[slot] /= sum }
    } else {
      let open = Double(isOpen.filter(\.self).count)
      for (slot, isOpen) in zip(shares.indices, isOpen) { shares[slot] = isOpen ? 1 / open : 0 }
    }
  }
}
