import Statistics

/// Gumbel noise of mean zero, drawn once and read from changing places.
///
/// The best of choices with Gumbel noise of a temperature is a draw with the probabilities of
/// Boltzmann's law; reading a table from a random place on costs next to nothing.
struct NoiseTable: Sendable {
  static let count = 1 << 16
  private let values: ContiguousArray<Double>

  init(_ generator: inout Generator) {
    let eulerGamma = 0.577_215_664_901_532_9
    values = ContiguousArray(
      (0..<NoiseTable.count).map { _ in
        let uniform = max(generator.uniform(), 0x1p-53)
        return -log(-log(uniform)) - eulerGamma
      })
  }

  /// Adds noise of a temperature, read from a place on.
  func add(_ temperature: Double, to array: inout ContiguousArray<Double>, from place: Int) {
    var index = place
    for position in array.indices {
      array[position] += temperature * values[index]
      index = (index + 1) & (NoiseTable.count - 1)
    }
  }
}
