import Testing

@testable import Exchange

@Suite("Digests of texts")
struct TextDigestTests {
  /// Recorded from the rule of ``ContentLines/digest(from:salt:)`` as a few lines of Python compute it;
  /// editions keep such numbers, so another one would tell every event anew.
  @Test(
    "A text has the number that it has always had",
    arguments: [
      ("", 0, 0 as UInt64), ("a", 0, 0xc27d_0280_a2a7_0bd4),
      ("SUMMARY:Frühdienst", 0, 0x0e7b_2177_9efc_3032),
      ("SUMMARY:Frühdienst", 30, 0x4d9b_ced9_f40f_6fbd),
    ])
  func recorded(text: String, salt: Int, number: UInt64) {
    var lines = ContentLines()
    lines.add(Array("BEGIN".utf8))
    let start = lines.count
    lines.add(Array(text.utf8))
    #expect(lines.digest(from: start, salt: salt) == number)
  }
}
