import Timeline

/// A value for every open slot of consecutive local dates, mostly NaN where there is none.
///
/// The wall clock's table: a slot that the clock shows twice has one place in it, and one that the
/// clock skips has a place too.
struct WallClockTable: Hashable, Sendable {
  let firstDay: LocalDay
  let slotsPerDay: Int
  private(set) var values: [Double]

  /// A value and its place.
  typealias Seen = (day: LocalDay, slot: Int, value: Double)

  /// Slots a week, closed days included.
  var slotsPerWeek: Int { 7 * slotsPerDay }

  /// The means of what was seen at each place, and another value where nothing was.
  init(
    from firstDay: LocalDay, days: Int, slotsPerDay: Int,
    meansOf seen: [Seen],
    elsewhere unseen: Double = .nan
  ) {
    var sums = Array(repeating: 0.0, count: days * slotsPerDay)
    var counts = Array(repeating: 0.0, count: days * slotsPerDay)
    for (day, slot, value) in seen {
      sums[(day - firstDay) * slotsPerDay + slot] += value
      counts[(day - firstDay) * slotsPerDay + slot] += 1
    }
    self.firstDay = firstDay
    self.slotsPerDay = slotsPerDay
    values = zip(sums, counts).map { $1 > 0 ? $0 / $1 : unseen }
  }

  /// The values of some weeks from a date on.
  func weeks(_ count: Int, from day: LocalDay) -> ArraySlice<Double> {
    let first = (day - firstDay) * slotsPerDay
    return values[first..<first + count * slotsPerWeek]
  }

  /// A copy in which a place without value has that of the week before, in the first week the mean
  /// of all weeks; places that are empty in every week stay so.
  var filled: WallClockTable {
    var copy = self
    for index in values.indices where values[index].isNaN {
      copy.values[index] =
        index >= slotsPerWeek ? copy.values[index - slotsPerWeek] : meanOfWeeks(at: index)
    }
    return copy
  }

  private func meanOfWeeks(at place: Int) -> Double {
    let seen = stride(from: place, to: values.count, by: slotsPerWeek)
      .map { values[$0] }.filter { !$0.isNaN }
    return seen.reduce(0, +) / Double(seen.count)
  }
}
