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

extension Series: Encodable where Value: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SeriesKey.self)
    try container.encode(grid, forKey: .grid)
    try container.encode(values, forKey: .values)
  }
}

extension Series: Decodable where Value: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: SeriesKey.self)
    let grid = try container.decode(Grid.self, forKey: .grid)
    let values = try container.decode([Value].self, forKey: .values)
    guard values.count == grid.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container,
        debugDescription: "\(values.count) values cannot fill a time line of \(grid.count) slots")
    }
    self.init(grid: grid, values: values)
  }
}

private enum SeriesKey: CodingKey {
  case grid, values
}
