/// The best breaks of a shift: where being away costs least.
extension Pricer {
  /// The least sum of gains that a shift's breaks give up.
  func lossOfBreaks(_ kind: Menu.Kind, from cell: Int) -> Double {
    guard kind.breaksAreApart else { return lossOfBreaksInOrder(kind, from: cell).loss }
    // Windows that leave each other alone: the minima are independent.
    var total = 0.0
    for pause in kind.breaks {
      var least = Double.infinity
      for start in pause.starts {
        let at = cell + start
        least = min(least, sums[at + pause.cells] - sums[at])
      }
      total += least
    }
    return total
  }

  /// Where the breaks begin that ``lossOfBreaks(_:from:)`` counts, in cells after the shift's start;
  /// of equal ones the earliest.
  func bestBreaks(_ kind: Menu.Kind, from cell: Int) -> SIMD8<UInt16> {
    guard kind.breaksAreApart else { return lossOfBreaksInOrder(kind, from: cell).breaks }
    var result = SIMD8<UInt16>.zero
    for (number, pause) in kind.breaks.enumerated() {
      var least = Double.infinity
      for start in pause.starts {
        let at = cell + start
        let loss = sums[at + pause.cells] - sums[at]
        if loss < least {
          least = loss
          result[number] = UInt16(start)
        }
      }
    }
    return result
  }

  /// Breaks whose windows overlap: each begins after the one before it has ended.
  ///
  /// The least loss of the first k breaks, the k-th beginning at s, is the loss of that one and the
  /// least over all beginnings of the one before that leave room.
  private func lossOfBreaksInOrder(
    _ kind: Menu.Kind, from cell: Int
  ) -> (loss: Double, breaks: SIMD8<UInt16>) {
    var tables: [[Double]] = []
    for (number, pause) in kind.breaks.enumerated() {
      var earlier = 0
      var least = number == 0 ? 0 : Double.infinity
      var table: [Double] = []
      for start in pause.starts {
        if number > 0 {
          let before = kind.breaks[number - 1]
          while earlier < before.starts.count, before.starts[earlier] + before.cells <= start {
            least = min(least, tables[number - 1][earlier])
            earlier += 1
          }
        }
        table.append(least + sums[cell + start + pause.cells] - sums[cell + start])
      }
      tables.append(table)
    }
    // Back from the last break: the earliest beginning that attains what is left of the loss.
    var result = SIMD8<UInt16>.zero
    var limit = Int.max
    let total = tables.last?.min() ?? 0
    for number in kind.breaks.indices.reversed() {
      let pause = kind.breaks[number]
      var least = Double.infinity
      var chosen = 0
      for (index, start) in pause.starts.enumerated() where start + pause.cells <= limit {
        if tables[number][index] < least {
          least = tables[number][index]
          chosen = start
        }
      }
      result[number] = UInt16(chosen)
      limit = chosen
    }
    return (total, result)
  }
}
