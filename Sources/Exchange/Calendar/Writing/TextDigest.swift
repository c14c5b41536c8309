extension ContentLines {
  /// A number that tells texts apart: of the bytes written since a place.
  ///
  /// It is kept in files, so its rule must stay: eight bytes at a time, the last ones filled up with
  /// zeros, each mixed in by a multiplication and a shift. Of a million texts two share a number with a
  /// chance of one in 37 million.
  ///
  /// The multiplier is 2^64 divided by the golden ratio, made odd, by which SplitMix64 steps; the shift
  /// brings the high bits, which a multiplication mixes best, down to the low ones, as in its finaliser
  /// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). A salt is
  /// spread by the first 16 bits of the same constant.
  func digest(from start: Int, salt: Int = 0) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var digest = UInt64(truncatingIfNeeded: buffer.count - start) ^ UInt64(salt) &* 0x9e37
      func mix(_ word: UInt64) {
        digest = (digest ^ word) &* 0x9e37_79b9_7f4a_7c15
        digest ^= digest >> 29
      }
      var place = start
      while place + 8 <= buffer.count {
        mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        place += 8
      }
      var rest: UInt64 = 0
      while place < buffer.count {
        rest = rest << 8 | UInt64(buffer[place])
        place += 1
      }
      mix(rest)
      mix(0)
      return digest
    }
  }
}
