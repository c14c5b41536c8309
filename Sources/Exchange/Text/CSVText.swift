import Timeline

/// How the cells of a table become bytes.
struct CSVForm: Hashable, Sendable {
  enum LineEnd: String {
    /// For the workspace's files, which live in version control.
    case lf = "\n"
    /// For files that go to other programs.
    case crlf = "\r\n"
  }

  var separator = UInt8.comma
  var lineEnd = LineEnd.crlf
  /// Whether the text begins with a byte order mark, without which Excel takes UTF-8 for the letters
  /// of its own country.
  var isMarked = false
  /// Whether texts are kept from being taken for formulas; see ``FormulaGuard``.
  var isGuarded = false

  /// For the files of the workspace.
  static let workspace = CSVForm(lineEnd: .lf)
  /// For programs: every text as it is.
  static let machine = CSVForm()
  /// For programs whose files people open in a spreadsheet on the way.
  static let guarded = CSVForm(isGuarded: true)
  /// For Excel itself.
  static let excel = CSVForm(isMarked: true, isGuarded: true)
}

/// Writes a table of CSV (RFC 4180) cell by cell: a text is quoted where it must be, and only there.
///
/// Tables have millions of rows, so they are made as bytes and no cell becomes a text on the way.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  let form: CSVForm
  private var rowStart = 0
  private var isRowStart = true
  /// The day of the moment that was written last, and its text: `2026-12-07`.
  var dated: (day: LocalDay, text: [UInt8])?

  /// Rows to go behind others.
  init(_ form: CSVForm = .workspace) {
    self.form = form
  }

  init(_ form: CSVForm = .workspace, columns: [String]) {
    self.init(form)
    if form.isMarked { bytes += UTF8Text.byteOrderMark }
    rowStart = bytes.count
    append(columns)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes room for what is to come.
  mutating func reserve(rows: Int, bytesEach: Int) {
    bytes.reserveCapacity(bytes.count + rows * bytesEach)
  }

  // MARK: - Rows

  /// Writes a row of texts.
  mutating func append(_ row: [String]) {
    for text in row { add(text) }
    endRow()
  }

  mutating func endRow() {
    // A row of one empty field would be a blank line, which readers skip.
    if bytes.count == rowStart { bytes += [.quote, .quote] }
    bytes += form.lineEnd.rawValue.utf8
    rowStart = bytes.count
    isRowStart = true
  }

  // MARK: - Cells

  /// A text that somebody wrote: quoted and guarded where it must be.
  mutating func add(_ text: String) {
    write { $0.append(text, as: $1) }
  }

  /// A cell that was made ready by ``cell(_:_:)``.
  mutating func add(ready cell: [UInt8]) {
    write { bytes, _ in bytes += cell }
  }

  /// A text as a cell of many rows.
  static func cell(_ text: String, _ form: CSVForm) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text, as: form)
    return bytes
  }

  mutating func addEmpty() {
    write { _, _ in }
  }

  mutating func add(_ number: Int) {
    write { bytes, _ in
      if number < 0 { bytes.append(.minus) }
      bytes.append(digits: abs(number))
    }
  }

  mutating func add(hex number: UInt64) {
    write { bytes, _ in bytes.append(String(number, radix: 16)) }
  }

  /// A value with so many places, nothing where it is not known.
  mutating func add(_ value: Double, places: Int) {
    write { bytes, _ in bytes.append(value, places: places) }
  }

  /// A value with as many places as it needs, up to so many; nothing where it is not known.
  mutating func add(_ value: Double, atMost places: Int) {
    write { bytes, _ in bytes.append(value, atMost: places) }
  }

  /// Writes the bytes of one cell.
  mutating func write(_ cell: (inout [UInt8], CSVForm) -> Void) {
    if !isRowStart { bytes.append(form.separator) }
    isRowStart = false
    cell(&bytes, form)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: String, as form: CSVForm) {
    var text = text
    text.withUTF8 { letters in
      let look = FormulaGuard.look(of: letters)
      // What looks guarded would lose its apostrophe to our readers.
      let mustBeGuarded = look == .guarded || (look == .formula && form.isGuarded)
      var mustBeQuoted = false
      for letter in letters {
        switch letter {
        case .comma, .semicolon, .quote, .newline, .carriageReturn, .tab, form.separator:
          mustBeQuoted = true
        default: break
        }
      }
      if mustBeQuoted { append(.quote) }
      if mustBeGuarded { append(FormulaGuard.mark) }
      guard mustBeQuoted else { return append(contentsOf: letters) }
      for letter in letters {
        append(letter)
        if letter == .quote { append(.quote) }
      }
      append(.quote)
    }
  }
}
