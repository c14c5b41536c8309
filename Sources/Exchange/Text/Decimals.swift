/// Numbers as files show them, independent of any locale.
enum Decimals {
  /// `312.50` for 312.5 and two places: always as many places, halves away from zero.
  ///
  /// A value that is not known (NaN) is an empty field.
  static func fixed(_ value: Double, _ places: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(value, places: places)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `312.5`, `40`: as many places as needed, at the most `places`.
  static func short(_ value: Double, atMost places: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(value, atMost: places)
    return String(decoding: bytes, as: UTF8.self)
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

extension [UInt8] {
  /// The bytes of ``Decimals/fixed(_:_:)``.
  mutating func append(_ value: Double, places: Int) {
    append(value, places, isShort: false)
  }

  /// The bytes of ``Decimals/short(_:atMost:)``.
  mutating func append(_ value: Double, atMost places: Int) {
    append(value, places, isShort: true)
  }

  private mutating func append(_ value: Double, _ places: Int, isShort: Bool) {
    guard value.isFinite else { return }
    let scale = Decimals.powersOfTen[places]
    let scaled = (abs(value) * scale).rounded()
    // Beyond 2^53 a double has no fraction to print.
    guard scaled < 0x1p53 else { return append(String(value)) }
    let whole = Int(scaled) / Int(scale)
    var rest = Int(scaled) % Int(scale)
    if value < 0, scaled > 0 { append(.minus) }
    append(digits: whole)
    var width = places
    if isShort {
      guard rest > 0 else { return }
      while rest % 10 == 0 {
        rest /= 10
        width -= 1
      }
    }
    guard width > 0 else { return }
    append(.point)
    append(digits: rest, width: width)
  }
}
