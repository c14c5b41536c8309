import Statistics

/// How a model of the next slots sees volumes: as they are, or by logarithms.
///
/// Floors are shares of the mean volume, so that a model of volumes k times as large is the same model.
enum SlotScale: Hashable, Sendable {
  case plain
  /// log(volume + shift): a shift well below the usual volume leaves effects multiplicative there, and
  /// keeps the few contacts of a quiet night from looking like the largest swings of the day.
  case logarithms(shift: Double)

  /// The shift of ``logarithms(shift:)``, as a share of the mean volume.
  static func logarithms(of mean: Double, share: Double) -> SlotScale {
    .logarithms(shift: share * mean)
  }

  func scaled(_ volume: Double) -> Double {
    switch self {
    case .plain: volume
    case .logarithms(let shift): log(max(volume, 0) + shift)
    }
  }

  func volume(_ scaled: Double) -> Double {
    switch self {
    case .plain: max(0, scaled)
    // The bound keeps a path that ran away a number.
    case .logarithms(let shift): max(0, exp(min(scaled, 700)) - shift)
    }
  }
}
