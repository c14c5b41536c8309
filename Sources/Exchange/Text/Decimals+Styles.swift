/// How a file parts whole numbers from their fractions.
enum DecimalStyle: String, CaseIterable, Hashable, Sendable {
  /// `1,234.5`
  case point
  /// `1.234,5`
  case comma

  fileprivate var mark: UInt8 { self == .point ? .point : .comma }
  fileprivate var group: UInt8 { self == .point ? .comma : .point }
}

extension Decimals {
  /// What one number tells of the style of its file.
  enum Evidence: Hashable {
    /// Written so in every style: `1234`, or no number at all.
    case none
    case style(DecimalStyle)
    /// `1.234` is a thousand and more, or a little more than one.
    case ambiguous
  }

  /// Reads a number of a style, with thousands parted or not; nil where it is none.
  ///
  /// Besides the style's own mark, blanks (also the no-break ones) and apostrophes part thousands;
  /// blanks around the number do not count.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, style: DecimalStyle) -> Double? {
    // Most numbers of an ACD are short and whole.
    if let whole = whole(bytes, range) { return Double(whole) }
    return readGrouped(trimmed(bytes, range), style)
  }

  /// Up to 15 digits and nothing else.
  static func whole(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard (1...15).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      let digit = bytes[index] &- .zero
      guard digit < 10 else { return nil }
      value = 10 * value + Int(digit)
    }
    return value
  }

  /// Which style a number must be of.
  static func evidence(_ bytes: [UInt8], _ range: Range<Int>) -> Evidence {
    let number = trimmed(bytes, range)
    guard let last = number.lastIndex(where: { $0 == .point || $0 == .comma }) else { return .none }
    let readings = DecimalStyle.allCases.filter { readGrouped(number, $0) != nil }
    guard readings.count == 2 else { return readings.first.map { .style($0) } ?? .none }
    // Both read it: as thousands and as three decimals.
    let isLeadingZero = number.first == .zero && last == 1
    guard isLeadingZero else { return .ambiguous }
    return .style(number[last] == .point ? .point : .comma)
  }

  /// Seconds of `1:02:03` or `62:03`; hours may be more than a day's.
  static func clockSeconds(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var parts: [Int] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || bytes[index] == .colon {
      guard let part = whole(bytes, start..<index), part < 1_000_000 else { return nil }
      parts.append(part)
      start = index + 1
    }
    guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    return Double(parts.reduce(0) { 60 * $0 + $1 })
  }

  /// The bytes of a number without blanks around it, every kind of blank within made one apostrophe.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var number: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = bytes[index..<range.upperBound]
      if let blank = blanks.first(where: { rest.starts(with: $0) }) {
        number.append(.apostrophe)
        index += blank.count
      } else {
        number.append(bytes[index])
        index += 1
      }
    }
    while number.last == .apostrophe { number.removeLast() }
    return Array(number.drop { $0 == .apostrophe })
  }

  /// A blank, a no-break space (U+00A0) and a narrow one (U+202F).
  private static let blanks: [[UInt8]] = [[.blank], [0xc2, 0xa0], [0xe2, 0x80, 0xaf]]

  private static func readGrouped(_ number: [UInt8], _ style: DecimalStyle) -> Double? {
    var digits: [UInt8] = []
    var mark: UInt8?
    var sinceMark = 0
    var index = 0
    let isNegative = number.first == .minus
    if isNegative { index = 1 }
    while index < number.count, number[index] != style.mark {
      let byte = number[index]
      index += 1
      if byte &- .zero < 10 {
        digits.append(byte)
        sinceMark += 1
      } else if byte == style.group || byte == .apostrophe {
        // One to three digits stand before the first mark, three between two, and all are alike.
        guard mark == nil ? (1...3).contains(sinceMark) : mark == byte && sinceMark == 3 else {
          return nil
        }
        mark = byte
        sinceMark = 0
      } else {
        return nil
      }
    }
    guard mark == nil || sinceMark == 3 else { return nil }
    if index < number.count {
      digits.append(.point)
      digits.append(contentsOf: number[(index + 1)...])
    }
    return read(digits, digits.indices).map { isNegative ? -$0 : $0 }
  }
}

extension UInt8 {
  fileprivate static let apostrophe = UInt8(ascii: "'")
}
