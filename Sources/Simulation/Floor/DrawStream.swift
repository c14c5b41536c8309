import Statistics

/// A stream of random numbers that are asked for by number: the draw of contact 17 is the same
/// whether contact 16 drew or not.
///
/// So a change of the centre changes only what follows from it, and two centres can be compared on
/// the same customers (common random numbers). The numbers are those of SplitMix64, whose state only
/// counts (``Generator``).
struct DrawStream: BitwiseCopyable, Sendable {
  private let origin: UInt64

  /// The stream of a name in one replication.
  init(seed: UInt64, name: String, replication: Int) {
    var generator = Generator(seed: seed, stream: name)
    let ofName = generator.next()
    var mixer = Generator(seed: ofName ^ (UInt64(truncatingIfNeeded: replication) &* Self.stride))
    origin = mixer.next()
  }

  /// Uniform in (0, 1), without both ends.
  @inline(__always)
  func uniform(at number: UInt64) -> Double {
    var mixed = origin &+ (number &+ 1) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return (Double(mixed >> 12) + 0.5) * 0x1p-52
  }

  /// An odd number without pattern, so that replications begin far from each other.
  private static let stride: UInt64 = 0xd1b5_4a32_d192_ed03
}
