/// Equal slots of absolute time, one after the other: the time line of a forecast, a requirement
/// or a roster.
package struct Grid: Hashable, Sendable, Codable {
  package let start: Instant
  package let slot: Minutes
  package let count: Int

  package init(start: Instant, slot: Minutes, count: Int) {
    precondition(slot.count > 0, "a slot lasts at least a minute")
    precondition(count >= 0, "a grid has no negative number of slots")
    self.start = start
    self.slot = slot
    self.count = count
  }

  /// The slots that cover an interval from its start; the last may reach past its end.
  package init(covering interval: Interval, slot: Minutes) {
    let length = interval.length.count
    self.init(
      start: interval.start, slot: slot, count: (length + slot.count - 1) / slot.count)
  }

  package var indices: Range<Int> { 0..<count }
  package var end: Instant { start + count * slot }
  package var interval: Interval { Interval(start: start, end: end) }

  /// The start of slot `index`, which may lie outside the grid.
  package func start(of index: Int) -> Instant { start + index * slot }

  package func interval(of index: Int) -> Interval {
    Interval(start: start(of: index), length: slot)
  }

  /// The slot that holds a moment, or nil outside the grid.
  package func index(of instant: Instant) -> Int? {
    let index = (instant.seconds - start.seconds).flooredQuotient(by: 60 * slot.count)
    return indices.contains(index) ? index : nil
  }
}

/// A value for every slot of a grid.
package struct Series<Value> {
  package let grid: Grid
  package var values: [Value]

  package init(grid: Grid, values: [Value]) {
    precondition(values.count == grid.count, "a series has one value a slot")
    self.grid = grid
    self.values = values
  }

  package init(grid: Grid, repeating value: Value) {
    self.init(grid: grid, values: Array(repeating: value, count: grid.count))
  }

  package subscript(index: Int) -> Value {
    get { values[index] }
    set { values[index] = newValue }
  }
}

extension Series: Sendable where Value: Sendable {}
extension Series: Equatable where Value: Equatable {}
extension Series: Hashable where Value: Hashable {}
extension Series: Encodable where Value: Encodable {}
extension Series: Decodable where Value: Decodable {}
