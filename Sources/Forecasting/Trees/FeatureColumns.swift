/// What is known of each row, column by column; NaN where something is not known.
struct FeatureColumns: Sendable {
  let rows: Int
  let columns: Int
  /// Column after column, `rows` values each.
  var values: [Float]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: .nan, count: rows * columns)
  }

  func column(_ index: Int) -> ArraySlice<Float> {
    values[index * rows..<(index + 1) * rows]
  }
}
