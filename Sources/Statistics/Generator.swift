/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// Parts of a computation draw from streams of their own, so that one more draw in one part does not
/// change another.
package struct Generator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The stream of a name: independent of other names' streams and of how often this one was used.
  package init(seed: UInt64, stream name: String) {
    // FNV-1a of the name, mixed once with the seed.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    var mixer = Generator(seed: seed ^ hash)
    self.init(seed: mixer.next())
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in [0, 1), on a grid of 2^-53.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number below `bound`, all equally likely.
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "a draw needs something to draw from")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
