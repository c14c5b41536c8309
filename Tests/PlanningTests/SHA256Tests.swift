import Planning
import Testing

@Suite("The digest that names inputs")
struct SHA256Tests {
  @Test(
    "Published digests come out",
    arguments: [
      // FIPS 180-4 examples, and the million-letter one of NIST's test vectors.
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func publishedDigests(text: String, digest: String) {
    #expect(SHA256.digest(of: text.utf8) == digest)
  }

  @Test("Lengths around a block's end are padded right")
  func paddingAtBlockEnds() {
    // Computed with sha256sum of that many letters x.
    let known = [
      55: "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072",
      56: "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e",
      64: "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c",
    ]
    for (count, digest) in known {
      #expect(SHA256.digest(of: Array(repeating: UInt8(ascii: "x"), count: count)) == digest)
    }
  }
}
