/// Numbers as files show them, independent of any locale.
enum Decimals {
  /// `312.50` for 312.5 and two places: always as many places, halves away from zero.
  ///
  /// A value that is not known (NaN) is an empty field.
  static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "" }
    let scale = powersOfTen[places]
    let scaled = (abs(value) * scale).rounded()
    // Beyond 2^53 a double has no fraction to print.
    guard scaled < 0x1p53 else { return String(value) }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    let padding = String(repeating: "0", count: places - digits.utf8.count)
    return "\(sign)\(whole).\(padding)\(digits)"
  }

  /// `312.5`, `40`: as many places as needed, at the most `places`.
  static func short(_ value: Double, atMost places: Int) -> String {
    var text = fixed(value, places)
    guard text.utf8.contains(.point) else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Reads `312`, `312.5`, `-3`; nothing else (no exponent, no blank, no comma), nil where it is not
  /// such a number.
  static func read(_ text: some StringProtocol) -> Double? {
    let bytes = Array(text.utf8)
    return read(bytes, bytes.indices)
  }

  /// The same of a range of bytes, without copying them.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var mantissa = 0
    var digits = 0
    var places = 0
    var hasPoint = false
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == .minus
    if isNegative { index += 1 }
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      let digit = byte &- .zero
      if digit < 10 {
        mantissa = 10 * mantissa + Int(digit)
        digits += 1
        if hasPoint { places += 1 }
        // 15 digits are exact in a double, so that one division rounds the number rightly.
        if digits > 15 { return nil }
      } else if byte == .point, !hasPoint, digits > 0 {
        hasPoint = true
      } else {
        return nil
      }
    }
    guard digits > 0, hasPoint == (places > 0) else { return nil }
    let value = hasPoint ? Double(mantissa) / powersOfTen[places] : Double(mantissa)
    return isNegative ? -value : value
  }

  static let powersOfTen: [Double] = (0...15).map { exponent in
    (0..<exponent).reduce(1) { product, _ in 10 * product }
  }
}
