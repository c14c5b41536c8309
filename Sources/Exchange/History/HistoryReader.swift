import Timeline
import Workforce

/// Reads history files, row by row, into observations by queue.
///
/// A centre's history is millions of rows, so that no text is made of a field that is good.
struct HistoryReader {
  static let required = ["queue", "start", "minutes", "offered"]
  static let optional = ["handled", "aht"]

  /// The observations of one queue, in the order of the files, and the length of its slots.
  struct QueueRows {
    let queue: Queue.ID
    let name: [UInt8]
    var observations: [Observation] = []
    var minutes = 0
    /// The row that gave the length.
    var firstFile: Int32 = 0
    var firstLine: Int32 = 0
  }

  private let inspection: Inspection
  private(set) var files: [String] = []
  private(set) var queues: [QueueRows]
  private var unknown: Set<String> = []
  private var stamps = StampReader()
  private var lastQueue = 0

  init(_ queues: [Queue.ID], _ inspection: Inspection) {
    self.inspection = inspection
    self.queues = queues.map { QueueRows(queue: $0, name: Array($0.rawValue.utf8)) }
  }

  /// Reads a file; its findings name its lines.
  mutating func read(_ bytes: [UInt8], file: String) {
    files.append(file)
    if !UTF8Text.isASCII(bytes), let offset = UTF8Text.firstFlaw(in: bytes) {
      Workspace.reportEncoding(offset, bytes, file, inspection)
      return
    }
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields) else {
        return CSVTable.reportEmpty(
          file, HistoryReader.required + HistoryReader.optional, inspection)
      }
      guard let columns = columns(fields, scanner, file) else { return }
      let width = fields.count
      while try scanner.next(into: &fields) {
        guard fields.count == width else {
          inspection.error(
            Place(file: file, line: scanner.line),
            "the row has \(fields.count) fields, the header has \(width)",
            hint: "write a comma for every empty field")
          continue
        }
        readRow(fields, columns, scanner)
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
  }

  private struct Columns {
    let queue: Int
    let start: Int
    let minutes: Int
    let offered: Int
    let handled: Int?
    let handlingTime: Int?
  }

  private func columns(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner, _ file: String
  ) -> Columns? {
    let names = CSVTable.header(
      fields, scanner, file: file, required: HistoryReader.required,
      optional: HistoryReader.optional, inspection)
    guard let names, let queue = names.firstIndex(of: "queue"),
      let start = names.firstIndex(of: "start"), let minutes = names.firstIndex(of: "minutes"),
      let offered = names.firstIndex(of: "offered")
    else { return nil }
    return Columns(
      queue: queue, start: start, minutes: minutes, offered: offered,
      handled: names.firstIndex(of: "handled"), handlingTime: names.firstIndex(of: "aht"))
  }

  private mutating func readRow(
    _ fields: [CSVScanner.Field], _ columns: Columns, _ scanner: CSVScanner
  ) {
    let bytes = scanner.bytes
    guard let queue = queueIndex(fields[columns.queue], scanner) else { return }
    guard let start = stamps.read(bytes, fields[columns.start].range) else {
      return report(
        "start", fields[columns.start], "a moment such as 2026-12-07T07:00:00Z", scanner)
    }
    guard let length = Decimals.read(bytes, fields[columns.minutes].range),
      HistoryReader.slotLengths.contains(length)
    else { return report("minutes", fields[columns.minutes], "5, 10, 15, 30 or 60", scanner) }
    guard let offered = count(fields[columns.offered], "offered", scanner),
      let handled = count(columns.handled.map { fields[$0] }, "handled", scanner),
      let handlingTime = count(columns.handlingTime.map { fields[$0] }, "aht", scanner)
    else { return }

    let file = Int32(files.count - 1)
    let line = Int32(truncatingIfNeeded: scanner.line)
    if queues[queue].observations.isEmpty {
      queues[queue].minutes = Int(length)
      queues[queue].firstFile = file
      queues[queue].firstLine = line
    } else if queues[queue].minutes != Int(length) {
      let rows = queues[queue]
      return inspection.error(
        Place(file: files[Int(file)], line: scanner.line),
        "queue \"\(rows.queue)\" has slots of \(Int(length))m here and of \(rows.minutes)m in "
          + "\(files[Int(rows.firstFile)]), line \(rows.firstLine)",
        hint: "keep one length of slots for a queue")
    }
    queues[queue].observations.append(
      Observation(
        start: start, offered: offered, handled: handled, handlingTime: handlingTime, file: file,
        line: line))
  }

  static let slotLengths: [Double] = [5, 10, 15, 30, 60]

  /// A number of 0 or more, NaN for an empty or absent field, or nil with a finding.
  private func count(
    _ field: CSVScanner.Field?, _ name: String, _ scanner: CSVScanner
  ) -> Double? {
    guard let field, !field.range.isEmpty else { return .nan }
    guard let value = Decimals.read(scanner.bytes, field.range) else {
      report(name, field, "a number such as 12, or nothing where it is not known", scanner)
      return nil
    }
    guard value >= 0 else {
      let (line, column) = scanner.place(ofByte: field.range.lowerBound)
      inspection.error(
        Place(file: files[files.count - 1], line: line, column: column),
        "\(name) is \(scanner.text(field)), and a count or time is never negative",
        hint: "mend it, or leave it empty where it is not known")
      return nil
    }
    return value
  }

  private mutating func queueIndex(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> Int? {
    // Rows are mostly sorted by queue.
    if lastQueue < queues.count, isNamed(lastQueue, scanner.bytes, field.range) { return lastQueue }
    for index in queues.indices where isNamed(index, scanner.bytes, field.range) {
      lastQueue = index
      return index
    }
    let name = scanner.text(field)
    // The bytes of a name may be guarded; see FormulaGuard.
    if let index = queues.firstIndex(where: { $0.queue.rawValue == name }) { return index }
    // A name is told once a file.
    guard unknown.insert("\(files.count) \(name)").inserted else { return nil }
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    inspection.error(
      Place(file: files[files.count - 1], line: line, column: column),
      "queue \"\(name)\" is not in queues.yaml",
      hint: Spelling.hint(for: name, among: queues.map(\.queue.rawValue)))
    return nil
  }

  private func isNamed(_ index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let name = queues[index].name
    guard name.count == range.count else { return false }
    for offset in name.indices where name[offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private func report(
    _ name: String, _ field: CSVScanner.Field, _ expected: String, _ scanner: CSVScanner
  ) {
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    inspection.error(
      Place(file: files[files.count - 1], line: line, column: column),
      "\(name) is \"\(scanner.text(field))\"", hint: "write \(expected)")
  }
}
