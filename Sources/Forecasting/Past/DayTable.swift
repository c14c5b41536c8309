package import Timeline

/// One queue's past and the time to forecast as a dense table: working days × slots of the day.
///
/// Weekdays on which the queue is never open and slots of the day that are never open are not in the
/// table, so that a week is ``week`` rows and "the slot before" of the first in the morning is the last
/// of the evening before. All members of the blend see a past through this table, and of it only the
/// cells before their origin.
package struct DayTable: Sendable {
  /// The working days: ``pastDays`` of the past, then those to forecast.
  package let days: [LocalDay]
  /// For each day, 0 for Monday to 6 for Sunday.
  package let weekdays: [Int]
  /// What sets each day apart.
  package let signs: [DaySigns.Sign]
  /// Working days a week.
  package let week: Int
  /// Days that may hold observations.
  package let pastDays: Int
  /// The slots of the day that are in the table, as positions in the local day, rising.
  package let slots: [Int]
  /// Slots of the whole local day, open or not.
  package let slotsOfLocalDay: Int
  /// By `7 x slotsPerDay`, Monday first: whether contacts can come at all.
  package let isOpen: [Bool]
  /// Contacts of a whole slot by `pastDays x slotsPerDay`; NaN where nothing was observed.
  package let volume: [Double]
  /// The same with gaps filled from the week before, for looking back only; closed cells are 0.
  package let filled: [Double]
  /// Contacts of each past day, gaps filled.
  package let totals: [Double]
  /// Whether a day was observed but for a small part.
  package let isSeen: [Bool]
  /// What is counted as one, whether contacts, thousands of them or shares: the least by which two
  /// volumes differ.
  package let unit: Double
  /// Whether contacts come as whole numbers, but for means over the two passes of a repeated hour.
  package let isCounted: Bool

  private let positions: [Int]

  package var slotsPerDay: Int { slots.count }
  package var slotsPerWeek: Int { week * slots.count }

  /// The share of a day, by what fills it, that may be missing of a day that still counts as seen.
  static let mostMissing = 0.1

  package init(
    days: [LocalDay], signs: [DaySigns.Sign], week: Int, pastDays: Int, slots: [Int],
    slotsOfLocalDay: Int, isOpen: [Bool], volume: [Double],
    measure: (unit: Double, isCounted: Bool)? = nil
  ) {
    precondition(volume.count == pastDays * slots.count, "a value for each slot of the past")
    precondition(isOpen.count == 7 * slots.count, "a mark for each slot of the week")
    self.days = days
    self.signs = signs
    self.week = week
    self.pastDays = pastDays
    self.slots = slots
    self.slotsOfLocalDay = slotsOfLocalDay
    var positions = Array(repeating: -1, count: slotsOfLocalDay)
    for (position, slot) in slots.enumerated() { positions[slot] = position }
    self.positions = positions
    self.isOpen = isOpen
    let weekdays = days.map { $0.weekday.index }
    self.weekdays = weekdays
    let count = slots.count
    var observed = volume
    for day in 0..<pastDays {
      for slot in 0..<count where !isOpen[weekdays[day] * count + slot] {
        observed[day * count + slot] = .nan
      }
    }
    self.volume = observed
    let measure = measure ?? Self.measure(of: observed)
    unit = measure.unit
    isCounted = measure.isCounted
    let filled = Self.fill(
      observed, week: week, slotsPerDay: count, weekdays: weekdays, isOpen: isOpen)
    self.filled = filled
    totals = (0..<pastDays).map { day in
      filled[day * count..<(day + 1) * count].reduce(0, +)
    }
    isSeen = (0..<pastDays).map { day in
      var missing = 0.0
      var all = 0.0
      var isAnySeen = false
      for slot in 0..<count where isOpen[weekdays[day] * count + slot] {
        let cell = day * count + slot
        all += filled[cell]
        if observed[cell].isNaN { missing += filled[cell] } else { isAnySeen = true }
      }
      return isAnySeen && missing <= Self.mostMissing * all
    }
  }

  /// A copy to which some days of the past say nothing.
  package func leavingOut(_ days: [Int]) -> DayTable {
    guard !days.isEmpty else { return self }
    var rest = volume
    for day in days {
      for cell in day * slotsPerDay..<(day + 1) * slotsPerDay { rest[cell] = .nan }
    }
    return with(volume: rest)
  }

  /// A copy whose days before one have so many times their contacts; it is counted in the same units.
  package func scaled(before day: Int, by factor: Double) -> DayTable {
    var scaled = volume
    for cell in 0..<day * slotsPerDay { scaled[cell] *= factor }
    return with(volume: scaled)
  }

  private func with(volume: [Double]) -> DayTable {
    DayTable(
      days: days, signs: signs, week: week, pastDays: pastDays, slots: slots,
      slotsOfLocalDay: slotsOfLocalDay, isOpen: isOpen, volume: volume,
      measure: (unit, isCounted))
  }

  /// Where a slot of the whole local day stands in ``slots``; nil for one that is never open.
  package func position(of slot: Int) -> Int? {
    positions[slot] < 0 ? nil : positions[slot]
  }

  /// Where a date stands in ``days``; nil for one that is not worked.
  package func index(of day: LocalDay) -> Int? {
    var range = days.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if days[middle] == day { return middle }
      range = days[middle] < day ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  package func isOpen(_ slot: Int, on day: Int) -> Bool {
    isOpen[weekdays[day] * slotsPerDay + slot]
  }

  /// Gaps take the week before.
  ///
  /// Those of the first week take the week after, which is known before any
  /// trial of the past begins, else the mean of their slot so far, else what next came in it: nothing that
  /// comes weeks later moves them.
  private static func fill(
    _ volume: [Double], week: Int, slotsPerDay: Int, weekdays: [Int], isOpen: [Bool]
  ) -> [Double] {
    var filled = volume
    guard slotsPerDay > 0 else { return filled }
    let length = week * slotsPerDay
    var sums = Array(repeating: 0.0, count: slotsPerDay)
    var counts = sums
    for cell in filled.indices {
      let slot = cell % slotsPerDay
      if !filled[cell].isNaN {
        sums[slot] += filled[cell]
        counts[slot] += 1
      } else if !isOpen[weekdays[cell / slotsPerDay] * slotsPerDay + slot] {
        filled[cell] = 0
      } else if cell >= length {
        filled[cell] = filled[cell - length]
      } else if cell + length < volume.count, !volume[cell + length].isNaN {
        filled[cell] = volume[cell + length]
      } else if counts[slot] > 0 {
        filled[cell] = sums[slot] / counts[slot]
      } else {
        let later = stride(from: cell, to: volume.count, by: slotsPerDay)
        filled[cell] = later.lazy.map { volume[$0] }.first { !$0.isNaN } ?? 0
      }
    }
    return filled
  }

  private static func measure(of volume: [Double]) -> (unit: Double, isCounted: Bool) {
    let seen = volume.filter { !$0.isNaN }
    let whole = seen.count { $0 == $0.rounded() }
    let sorted = seen.suffix(mostMeasured).sorted()
    let rounding = 1e-9 * (sorted.last ?? 0)
    var unit = sorted.first { $0 > rounding } ?? 1
    for (low, high) in zip(sorted, sorted.dropFirst()) where high - low > rounding {
      unit = min(unit, high - low)
    }
    return (unit, Double(whole) > 0.99 * Double(seen.count))
  }

  /// Volumes, the last ones, that are looked at to find the unit.
  private static let mostMeasured = 20_000
}
