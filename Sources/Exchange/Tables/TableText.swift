import Timeline

/// How the cells of a table become bytes.
struct TableForm: Hashable, Sendable {
  var separator = UInt8.comma
  var lineEnd = CSVText.LineEnd.crlf
  /// Whether the text begins with a byte order mark, without which Excel takes UTF-8 for the letters
  /// of its own country.
  var isMarked = false
  /// Whether texts are kept from being taken for formulas; see ``FormulaGuard``.
  var isGuarded = false

  /// For programs: every text as it is.
  static let machine = TableForm()
  /// For programs whose files people open in a spreadsheet on the way.
  static let guarded = TableForm(isGuarded: true)
  /// For Excel itself.
  static let excel = TableForm(isMarked: true, isGuarded: true)
}

/// A table of CSV (RFC 4180) as bytes, written cell by cell.
struct TableText {
  private(set) var bytes: [UInt8] = []
  let form: TableForm
  private var isRowStart = true

  init(_ form: TableForm, columns: [String]) {
    self.form = form
    if form.isMarked { bytes += UTF8Text.byteOrderMark }
    for column in columns { add(column) }
    endRow()
  }

  /// A text that somebody wrote: quoted and guarded where it must be.
  mutating func add(_ text: String) {
    startCell()
    TableText.encode(text, form, into: &bytes)
  }

  /// A cell that was made ready by ``cell(_:_:)``.
  mutating func add(ready cell: [UInt8]) {
    startCell()
    bytes += cell
  }

  /// A text as a cell of many rows.
  static func cell(_ text: String, _ form: TableForm) -> [UInt8] {
    var bytes: [UInt8] = []
    encode(text, form, into: &bytes)
    return bytes
  }

  mutating func addEmpty() { startCell() }

  mutating func add(_ number: Int) {
    startCell()
    if number < 0 { bytes.append(.minus) }
    bytes.append(digits: abs(number))
  }

  mutating func add(_ minutes: Minutes) { add(minutes.count) }

  mutating func endRow() {
    bytes += form.lineEnd.rawValue.utf8
    isRowStart = true
  }

  private mutating func startCell() {
    if !isRowStart { bytes.append(form.separator) }
    isRowStart = false
  }

  private static func encode(_ text: String, _ form: TableForm, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { letters in
      let look = FormulaGuard.look(of: letters)
      let mustBeGuarded = look == .guarded || (look == .formula && form.isGuarded)
      var mustBeQuoted = false
      for letter in letters {
        switch letter {
        case .comma, .semicolon, .quote, .newline, .carriageReturn, .tab, form.separator:
          mustBeQuoted = true
        default: break
        }
      }
      if mustBeQuoted { bytes.append(.quote) }
      if mustBeGuarded { bytes.append(FormulaGuard.mark) }
      guard mustBeQuoted else { return bytes.append(contentsOf: letters) }
      for letter in letters {
        bytes.append(letter)
        if letter == .quote { bytes.append(.quote) }
      }
      bytes.append(.quote)
    }
  }
}

// MARK: - Dates and times

extension TableText {
  /// How a date is written.
  enum DayForm {
    /// `2026-12-07`.
    case iso
    /// `12/07/2026`, as in the United States.
    case american
    /// `12072026`.
    case compact
  }

  /// How a time of day is written.
  enum ClockForm {
    /// `17:05`.
    case minutes
    /// `17:05:00`.
    case seconds
    /// `05:05 PM`.
    case halves
    /// `05:05:00 PM`.
    case halfSeconds
  }

  mutating func add(_ day: LocalDay, _ form: DayForm = .iso) {
    startCell()
    write(day, form)
  }

  /// The time of a reading; its day is not said.
  mutating func add(timeOf reading: LocalReading, _ form: ClockForm) {
    startCell()
    write(secondOfDay: reading.secondOfDay, form)
  }

  /// `2026-12-07T17:05`.
  mutating func add(_ reading: LocalReading) {
    startCell()
    bytes.append(reading.day)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(clock: reading)
  }

  /// `2026-12-07T16:05:00Z`.
  mutating func add(_ instant: Instant) {
    startCell()
    bytes.append(LocalReading(secondsSince1970: instant.seconds))
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Seconds east of Greenwich as `+05:30`, with seconds only where there are any.
  mutating func add(offset seconds: Int) {
    startCell()
    let size = abs(seconds)
    bytes.append(seconds < 0 ? .minus : UInt8(ascii: "+"))
    bytes.append(digits: size / 3600, width: 2)
    bytes.append(.colon)
    bytes.append(digits: size / 60 % 60, width: 2)
    guard size % 60 > 0 else { return }
    bytes.append(.colon)
    bytes.append(digits: size % 60, width: 2)
  }

  private mutating func write(_ day: LocalDay, _ form: DayForm) {
    if form == .iso { return bytes.append(day) }
    let (year, month, date) = day.civil
    bytes.append(digits: month, width: 2)
    if form == .american { bytes.append(.slash) }
    bytes.append(digits: date, width: 2)
    if form == .american { bytes.append(.slash) }
    bytes.append(digits: year, width: 4)
  }

  private mutating func write(secondOfDay second: Int, _ form: ClockForm) {
    let isHalved = form == .halves || form == .halfSeconds
    let hour = second / 3600
    // The hour after midnight and the one after noon are both called 12.
    bytes.append(digits: isHalved ? (hour + 11) % 12 + 1 : hour, width: 2)
    bytes.append(.colon)
    bytes.append(digits: second / 60 % 60, width: 2)
    if form == .seconds || form == .halfSeconds {
      bytes.append(.colon)
      bytes.append(digits: second % 60, width: 2)
    }
    if isHalved { bytes.append(hour < 12 ? " AM" : " PM" as StaticString) }
  }
}
