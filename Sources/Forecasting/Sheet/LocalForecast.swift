import Statistics
import Timeline
import Workforce

/// A blend by local dates and slots of the day, closed ones included: what both doors read from.
struct LocalForecast: Sendable {
  let table: DayTable
  let blend: Blend
  /// The first day of the table that is forecast.
  private let origin: Int
  /// Slots of that day that are known.
  private let offset: Int
  private let indices: [LocalDay: Int]
  private let occurrences: [String: Int]
  /// The relative variance of the level itself, of which little may be seen after a jump.
  private let doubtOfLevel: Double

  /// Relative variance of the effect of a holiday that was seen once, and of one never seen.
  static let doubtOfOne = 0.04
  static let doubtOfUnseen = 0.16

  /// Forecasts from a slot of a local day on, those before it known; `together` slots of the table make one
  /// of what is asked for.
  ///
  /// Nil where the table has no slot to forecast.
  init?(
    of table: DayTable, columns: CalendarColumns, from day: LocalDay, slot: Int = 0,
    together: Int = 1, doubt: Double = 0, seed: UInt64
  ) {
    let first = table.days.firstIndex { $0 >= day } ?? table.days.count
    let origin = min(first, table.pastDays)
    guard origin < table.days.count, table.slotsPerDay > 0 else { return nil }
    self.table = table
    doubtOfLevel = doubt
    self.origin = origin
    let isKnown = table.pastDays > origin && table.days[origin] == day
    offset = isKnown ? table.slots.count { $0 < slot } : 0
    blend = Blend(
      of: table, columns: columns, from: origin, offset: offset, days: table.days.count - origin,
      together: together,
      seed: seed)
    indices = Dictionary(
      uniqueKeysWithValues: (origin..<table.days.count).map { (table.days[$0], $0) })
    var occurrences: [String: Int] = [:]
    for day in 0..<origin where table.isSeen[day] {
      if case .holiday(let kind) = table.signs[day] { occurrences[kind.name, default: 0] += 1 }
    }
    self.occurrences = occurrences
  }

  /// Expected contacts of a day by the table's slots; nil on a day that is never worked.
  func volumes(on day: LocalDay) -> ArraySlice<Double>? {
    guard let index = indices[day] else { return nil }
    let first = (index - origin) * table.slotsPerDay
    return blend.expected[first..<first + table.slotsPerDay]
  }

  /// Expected contacts in a slot of the local day that has `perDay` of them.
  func volume(on day: LocalDay, slot: Int) -> Double {
    guard let values = volumes(on: day) else { return 0 }
    guard let position = table.position(of: slot) else { return 0 }
    return values[values.startIndex + position]
  }

  /// The band of contacts that are expected in a slot of the local day.
  func band(around mean: Double, on day: LocalDay, slot: Int) -> Band {
    guard let index = indices[day] else { return .zero }
    let position = table.position(of: slot) ?? 0
    let lead = (index - origin) * table.slotsPerDay + position - offset
    if let near = blend.nearSpread, near.factors.indices.contains(lead), mean > 0 {
      let values = near.quantiles(around: mean, step: lead)
      return Band(
        expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
        highest: values[4])
    }
    return blend.spread.band(around: mean, lead: lead, doubt: doubtOfLevel + doubt(of: index))
  }

  /// How often a holiday of that name was seen.
  func isUnseen(_ day: LocalDay) -> Bool {
    guard let index = indices[day], case .holiday(let kind) = table.signs[index] else {
      return false
    }
    return (occurrences[kind.name] ?? 0) == 0
  }

  private func doubt(of day: Int) -> Double {
    guard case .holiday(let kind) = table.signs[day] else { return 0 }
    guard let seen = occurrences[kind.name] else { return Self.doubtOfUnseen }
    return Self.doubtOfOne / Double(seen)
  }
}
