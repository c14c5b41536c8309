/// The apostrophe that keeps a spreadsheet from taking a text for a formula (OWASP "CSV Injection",
/// CWE-1236, ASVS 1.2.10).
///
/// A spreadsheet runs a cell that begins with = + - @, a tab or a line end, quoted or not; behind an
/// apostrophe it is a text. Our readers take the apostrophe away again, and only that one: `'Tis` stays
/// as it is. So that nothing is lost on the way, a text that begins like a guarded one gets an
/// apostrophe too, in every file that Nobat writes.
enum FormulaGuard {
  static let mark = UInt8(ascii: "'")

  /// How a text looks to a spreadsheet and to our readers.
  enum Look: Hashable {
    case harmless
    /// A spreadsheet would run it.
    case formula
    /// Apostrophes stand before what would be a formula; our readers take one of them away.
    case guarded
  }

  static func look(of text: some Collection<UInt8>) -> Look {
    guard let first = text.first else { return .harmless }
    // Nearly all texts begin with a letter or a digit.
    if isPlain(first) { return .harmless }
    let rest = text.drop { $0 == mark }
    guard startsFormula(rest) else { return .harmless }
    return rest.startIndex == text.startIndex ? .formula : .guarded
  }

  /// A text that no spreadsheet runs.
  static func guarding(_ text: String) -> String {
    look(of: text.utf8) == .harmless ? text : "'" + text
  }

  /// A text without the apostrophe that guards it.
  static func removed(from text: String) -> String {
    look(of: text.utf8) == .guarded ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    return isLetter || byte &- .zero < 10
  }

  private static func startsFormula(_ text: some Collection<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8.minus, UInt8(ascii: "@"), UInt8.tab,
      UInt8.carriageReturn, UInt8.newline, 0:
      true
    case 0xef:
      // The full-width = + - @ of East Asian keyboards: U+FF1D, U+FF0B, U+FF0D, U+FF20.
      [[0xef, 0xbc, 0x9d], [0xef, 0xbc, 0x8b], [0xef, 0xbc, 0x8d], [0xef, 0xbc, 0xa0]]
        .contains { text.starts(with: $0) }
    default: false
    }
  }
}
