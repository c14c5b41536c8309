/// Cuts CSV (RFC 4180) into fields, without copying their bytes.
///
/// Lines end in LF or CRLF; a field in quotes may hold separators, line ends and doubled quotes.
/// A quote inside a field that does not begin with one is taken as it stands.
struct CSVScanner {
  struct Field {
    /// The bytes between the separators, or between the quotes.
    let range: Range<Int>
    let isQuoted: Bool
    let hasDoubledQuotes: Bool
  }

  /// Why a row cannot be cut.
  enum Flaw: Error {
    /// A quote is opened at this byte and never closed.
    case unclosedQuote(Int)
    /// At this byte a quoted field goes on behind its closing quote.
    case textAfterQuote(Int)
  }

  let bytes: [UInt8]
  let separator: UInt8
  private(set) var position: Int
  /// The line of the row that was read last, counted from 1, and its first byte.
  private(set) var line = 0
  private(set) var rowStart = 0
  private var nextLine = 1

  /// Starts behind a byte order mark; the separator is the one that the first line speaks for.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    separator = CSVScanner.separator(of: bytes)
  }

  /// Reads the next row, or gives false at the end; blank lines are skipped.
  mutating func next(into fields: inout [Field]) throws(Flaw) -> Bool {
    fields.removeAll(keepingCapacity: true)
    skipBlankLines()
    guard position < bytes.count else { return false }
    line = nextLine
    rowStart = position
    while true {
      let field =
        position < bytes.count && bytes[position] == .quote ? try quotedField() : plainField()
      fields.append(field)
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      nextLine += 1
      return true
    }
  }

  /// The text of a field of the row that was read last, without the apostrophe that may guard it.
  func text(_ field: Field) -> String { FormulaGuard.removed(from: rawText(field)) }

  private func rawText(_ field: Field) -> String {
    guard field.hasDoubledQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var single: [UInt8] = []
    var isSecond = false
    for byte in bytes[field.range] {
      isSecond = byte == .quote && !isSecond
      if byte != .quote || isSecond { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// Where a field begins: its line, which is later than the row's behind a quoted line end, and its
  /// column.
  func place(ofByte offset: Int) -> (line: Int, column: Int) {
    let before = bytes[rowStart..<offset]
    let start = before.lastIndex(of: .newline).map { $0 + 1 } ?? rowStart
    return (
      line + before.count { $0 == .newline },
      UTF8Text.column(of: offset, inLineAt: start, of: bytes)
    )
  }

  /// Leaves the position at the separator or line feed behind the field, or at the end.
  private mutating func plainField() -> Field {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == .newline { break }
      position += 1
    }
    var end = position
    let isLast = position == bytes.count || bytes[position] == .newline
    if isLast, end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
    return Field(range: start..<end, isQuoted: false, hasDoubledQuotes: false)
  }

  private mutating func quotedField() throws(Flaw) -> Field {
    let opening = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      guard position < bytes.count else { throw Flaw.unclosedQuote(opening) }
      let byte = bytes[position]
      position += 1
      if byte == .newline { nextLine += 1 }
      guard byte == .quote else { continue }
      guard position < bytes.count, bytes[position] == .quote else { break }
      hasDoubledQuotes = true
      position += 1
    }
    let range = opening + 1..<position - 1
    let isBeforeLineEnd =
      position + 1 < bytes.count && bytes[position] == .carriageReturn
      && bytes[position + 1] == .newline
    if isBeforeLineEnd || (position + 1 == bytes.count && bytes[position] == .carriageReturn) {
      position += 1
    }
    guard
      position == bytes.count || bytes[position] == separator || bytes[position] == .newline
    else { throw Flaw.textAfterQuote(position) }
    return Field(range: range, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func skipBlankLines() {
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] == .carriageReturn { end += 1 }
      guard end == bytes.count || bytes[end] == .newline else { return }
      position = min(bytes.count, end + 1)
      nextLine += 1
    }
  }

  /// `;` where the first line has more of them than commas (spreadsheets of many countries).
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != .newline }
    let semicolons = header.count { $0 == .semicolon }
    return semicolons > header.count { $0 == .comma } ? .semicolon : .comma
  }
}
