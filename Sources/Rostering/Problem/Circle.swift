import Timeline

/// The week as a ring of equal cells, the finest raster on which anything starts or ends.
///
/// Within a cell an agent is on duty throughout or not at all. What lies before or after the week's
/// grid counts a whole grid length later or earlier, because neighbouring weeks are planned alike.
struct Circle: Hashable, Sendable {
  let start: Instant
  /// Length of a cell.
  let cell: Minutes
  let count: Int

  init(grid: Grid, cell: Minutes) {
    precondition(grid.slot.count.isMultiple(of: cell.count), "a slot is made of whole cells")
    start = grid.start
    self.cell = cell
    count = grid.count * (grid.slot.count / cell.count)
  }

  /// Length of a cell in hours.
  var hours: Double { cell.hours }

  /// The cell that begins at a moment of the raster, wherever it lies.
  func index(startingAt instant: Instant) -> Int {
    let steps = (instant - start).count / cell.count
    let remainder = steps % count
    return remainder < 0 ? remainder + count : remainder
  }

  /// A length of the raster in cells.
  func cells(in length: Minutes) -> Int { length.count / cell.count }
}

/// The greatest common divisor; that of zero and a number is the number.
func commonDivisor(_ first: Int, _ second: Int) -> Int {
  var (large, small) = (abs(first), abs(second))
  while small != 0 { (large, small) = (small, large % small) }
  return large
}
