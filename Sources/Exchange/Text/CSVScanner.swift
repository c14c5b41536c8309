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

  /// Starts behind a byte order mark and a line `sep=;`, which spreadsheets write and heed; without
  /// one the separator is that which the first line speaks for.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let first = bytes[position...].prefix { $0 != .newline }
    if let stated = CSVScanner.statedSeparator(in: first) {
      separator = stated
      position = min(bytes.count, first.endIndex + 1)
      nextLine = 2
    } else {
      separator = CSVScanner.likelySeparator(in: first)
    }
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

  /// The same scanner before it read the row that it read last.
  var atSameRow: CSVScanner {
    var scanner = self
    scanner.position = rowStart
    scanner.nextLine = line
    return scanner
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

  /// The text of a field as a message holds it: on one line, and of sixty characters at the most.
  func excerpt(_ field: Field) -> String {
    // A byte or four make a character; what is cut off is not looked at.
    let range = field.range.prefix(260)
    let start = Field(
      range: range.lowerBound..<range.upperBound, isQuoted: field.isQuoted,
      hasDoubledQuotes: field.hasDoubledQuotes)
    let line = text(start).unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7f ? " " : Character(scalar)
    }
    return line.count > 60 ? String(line.prefix(60)) + "..." : String(line)
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
    let count = bytes.count
    var end = start
    while end < count {
      let byte = bytes[end]
      if byte == separator || byte == .newline { break }
      end += 1
    }
    position = end
    let isLast = end == count || bytes[end] == .newline
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

  /// What may part fields, in order of preference.
  private static let separators: [UInt8] = [.comma, .semicolon, .tab, .pipe]

  /// The separator that a line `sep=;` states.
  private static func statedSeparator(in line: ArraySlice<UInt8>) -> UInt8? {
    let text = line.last == .carriageReturn ? line.dropLast() : line
    guard text.count == 5, let last = text.last, separators.contains(last),
      text.starts(with: Array("sep=".utf8))
    else { return nil }
    return last
  }

  /// The separator that the first line has most of outside quotes, a comma where it has none.
  private static func likelySeparator(in line: ArraySlice<UInt8>) -> UInt8 {
    var counts = Array(repeating: 0, count: separators.count)
    var isQuoted = false
    for byte in line {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, let index = separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }
}
