/// The percent-encoding of paths (RFC 3986, 2 and 3.3).
enum PathText {
  /// A path from the root with everything encoded that must be, and nothing else, so that two
  /// writings of one path become the same; nil where it holds a wrong escape or a `.` or `..` step.
  static func encoded(_ path: String) -> String? {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    var result = ""
    for (position, step) in steps.enumerated() {
      guard let bytes = Hex.unescaped(step, mark: "%"), step != ".", step != ".." else {
        return nil
      }
      if position > 0 { result += "/" }
      result += encoded(bytes)
    }
    return result.hasPrefix("/") ? result : "/" + result
  }

  /// A name as one step of a path.
  static func encoded(segment name: String) -> String { encoded(Array(name.utf8)) }

  /// The name that a step of a path is written for; nil where it is not UTF-8.
  static func decoded(segment: some StringProtocol) -> String? {
    Hex.unescaped(segment, mark: "%").flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Letters and signs that never need an escape.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if isPlain(byte) {
        result.append(byte)
      } else {
        result += Hex.escaped(byte, mark: "%")
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Digits of base sixteen, and texts in which a mark and two of them stand for a byte.
enum Hex {
  /// The three bytes that stand for one.
  static func escaped(_ byte: UInt8, mark: Unicode.Scalar) -> [UInt8] {
    [UInt8(ascii: mark), digit(byte >> 4), digit(byte & 15)]
  }

  /// The bytes that a text stands for, or nil where a mark has not two digits behind it.
  static func unescaped(_ text: some StringProtocol, mark: Unicode.Scalar) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: mark) else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value)
      else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
