/// The rows of a CSV file whose header names its columns.
struct CSVTable {
  struct Row {
    let place: Place
    let values: [String: Entry]
  }

  let rows: [Row]
  /// Whether every row could be read; if not, what is missing here may stand in another.
  let isComplete: Bool

  /// Reads a table; nil, with a finding, where not even the header can be read.
  ///
  /// Columns may stand in any order, optional ones may be absent, others are findings. A row with
  /// more or fewer fields than the header is a finding and left out.
  static func read(
    _ bytes: [UInt8], file: String, required: [String], optional: [String] = [],
    _ inspection: Inspection
  ) -> CSVTable? {
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    var rows: [Row] = []
    var isComplete = true
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields),
        let header = header(
          fields, scanner, file: file, required: required, optional: optional, inspection)
      else {
        if fields.isEmpty { reportEmpty(file, required + optional, inspection) }
        return nil
      }
      while try scanner.next(into: &fields) {
        let place = Place(file: file, line: scanner.line)
        guard fields.count == header.count else {
          isComplete = false
          inspection.error(
            place, "the row has \(fields.count) fields, the header has \(header.count)",
            hint: "put a field that holds a separator into quotes")
          continue
        }
        let entries = zip(header, fields).map { name, field in
          let (line, column) = scanner.place(ofByte: field.range.lowerBound)
          return (
            name,
            Entry(
              content: .text(scanner.text(field)),
              place: Place(file: file, line: line, column: column))
          )
        }
        rows.append(Row(place: place, values: Dictionary(entries) { first, _ in first }))
      }
    } catch {
      report(error, scanner, file: file, inspection)
      isComplete = false
    }
    return CSVTable(rows: rows, isComplete: isComplete)
  }

  /// The names of the columns in order, or nil where a required one is missing.
  static func header(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner, file: String, required: [String],
    optional: [String], _ inspection: Inspection
  ) -> [String]? {
    let names = fields.map { scanner.text($0) }
    let known = required + optional
    let missing = required.filter { !names.contains($0) }
    for (index, name) in names.enumerated() {
      let (line, column) = scanner.place(ofByte: fields[index].range.lowerBound)
      let place = Place(file: file, line: line, column: column)
      if !known.contains(name) {
        let likely = missing + known.filter { !missing.contains($0) }
        inspection.error(
          place, "\"\(name)\" is not a column of this file",
          hint: Spelling.hint(for: name, among: likely))
      } else if names[..<index].contains(name) {
        inspection.error(place, "the column \"\(name)\" occurs twice", hint: "keep one of them")
      }
    }
    guard missing.isEmpty else {
      let list = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      inspection.error(
        Place(file: file, line: 1),
        "the header lacks the column\(missing.count > 1 ? "s" : "") \(list)",
        hint: "it is \(known.joined(separator: ","))")
      return nil
    }
    return names
  }

  static func reportEmpty(_ file: String, _ columns: [String], _ inspection: Inspection) {
    inspection.error(
      Place(file: file, line: 1), "the file has no header",
      hint: "begin it with \(columns.joined(separator: ","))")
  }

  static func report(
    _ flaw: CSVScanner.Flaw, _ scanner: CSVScanner, file: String, _ inspection: Inspection
  ) {
    switch flaw {
    case .unclosedQuote(let offset):
      let (line, column) = scanner.place(ofByte: offset)
      inspection.error(
        Place(file: file, line: line, column: column),
        "the quote that opens here is never closed",
        hint: "close it, and double every quote within the field")
    case .textAfterQuote(let offset):
      let (line, column) = scanner.place(ofByte: offset)
      inspection.error(
        Place(file: file, line: line, column: column),
        "the field goes on behind its closing quote", hint: "double every quote within the field")
    }
  }
}
