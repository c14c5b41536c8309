/// What is wrong with the rows of a file, by kind: each kind is told once, with its number of rows and
/// the first of them, however many there are.
struct RowFindings {
  /// A kind of fault, in a column where it is about one.
  struct Kind: Hashable {
    enum Fault: Hashable {
      case width, number, ambiguousNumber, negative, stamp, shortYear, noZone, skippedEmpty, skipped
      case interval, otherInterval, leftOutInterval, offSlot, tooManySources, offset, notDaily
      case repeated, contradicting, replaced, addedUp
      case fraction, moreHandled, longHandling, unhandledTime, mixed(Int), joined(Int)
    }

    let fault: Fault
    var column = 0
  }

  /// As many lines of a kind are named.
  static let namedLines = 3

  fileprivate struct Entry {
    let severity: Finding.Severity
    let line: Int
    let column: Int?
    let message: String
    let hint: String
    var count = 1
    var lines: [Int]
  }

  private var entries: [Kind: Entry] = [:]

  /// Notes a row; the words are those of its kind's first row.
  mutating func add(
    _ severity: Finding.Severity, _ kind: Kind, line: Int, column: Int? = nil,
    _ message: @autoclosure () -> String, hint: @autoclosure () -> String = ""
  ) {
    guard entries[kind] == nil else {
      entries[kind]?.note(line)
      return
    }
    entries[kind] = Entry(
      severity: severity, line: line, column: column, message: message(), hint: hint(),
      lines: [line])
  }

  /// `line 5`, or `lines 2, 3, 7 and more` for the first lines of a greater number.
  static func naming(_ lines: some Collection<Int>, of count: Int) -> String {
    let named = lines.sorted().prefix(namedLines).map(String.init).joined(separator: ", ")
    return "line\(count == 1 ? "" : "s") \(named)\(count > namedLines ? " and more" : "")"
  }

  func report(of file: String, to inspection: Inspection) {
    // The inspection sorts what it is told, but keeps the first ones only.
    for entry in entries.values.sorted(by: { ($0.line, $0.message) < ($1.line, $1.message) }) {
      let place = Place(file: file, line: entry.line, column: entry.column)
      let message = entry.message + entry.others
      switch entry.severity {
      case .error: inspection.error(place, message, hint: entry.hint)
      case .warning: inspection.warning(place, message, hint: entry.hint)
      }
    }
  }
}

extension RowFindings.Entry {
  mutating func note(_ line: Int) {
    count += 1
    // Rows may be noted in order of time rather than of the file.
    if lines.count < RowFindings.namedLines { lines.append(line) }
  }

  /// ` (1204 such rows: lines 2, 3, 7 and more)`, nothing for a single row.
  var others: String {
    guard count > 1 else { return "" }
    return " (\(count) such rows: \(RowFindings.naming(lines, of: count)))"
  }
}
