import Timeline
import Workforce

/// Reads an ACD's CSV file by a mapping into rows of the workspace's kind.
struct ImportReader {
  /// The rows of one queue, sorted, each slot once.
  struct QueueRows {
    var rows: [Observation] = []
    var duplicates = 0
  }

  private let file: String
  private let mapping: HistoryMapping
  private let source: HistoryMapping.QueueSource
  private let replacing: Bool
  private let inspection: Inspection
  private let parser: StampParser
  private var clock: ClockResolver?
  private var indices: [String: Int] = [:]
  private let known: [String]
  private var unknown: Set<String> = []
  /// Rows by queue, in the order of the file.
  private var rows: [[Observation]]
  private var repetitions: [Repetition: [Int]] = [:]

  /// A reading of one queue that came twice on the clock.
  private struct Repetition: Hashable {
    let queue: Int
    let day: LocalDay
  }

  /// Where the mapped columns stand in the file.
  private struct Columns {
    let timestamp: Int
    let queue: Int?
    let offered: Int
    let handled: Int?
    let handlingTime: Int?
  }

  init(
    file: String, mapping: HistoryMapping, queue: HistoryMapping.QueueSource, centre: Centre,
    replacing: Bool, _ inspection: Inspection
  ) {
    self.file = file
    self.mapping = mapping
    self.replacing = replacing
    self.inspection = inspection
    source = queue
    parser = StampParser(format: mapping.format)
    clock = mapping.zone.map { ClockResolver(zone: $0) }
    rows = Array(repeating: [], count: centre.queues.count)
    known = centre.queues.map(\.id.rawValue)
    for (index, id) in known.enumerated() { indices[id] = index }
    if case .column(_, let names) = queue {
      for (name, id) in names { indices[name] = indices[id.rawValue] }
    }
  }

  /// Rows by queue in the order of the centre's queues, nil where the file cannot be read at all.
  mutating func read() -> [QueueRows]? {
    guard let bytes = Workspace.bytes(at: file, named: file, inspection) else { return nil }
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields) else {
        inspection.error(
          Place(file: file, line: 1), "the file is empty", hint: "export the history anew")
        return nil
      }
      guard let columns = columns(fields, scanner) else { return nil }
      let width = fields.count
      while try scanner.next(into: &fields) {
        guard fields.count == width else {
          inspection.error(
            Place(file: file, line: scanner.line),
            "the row has \(fields.count) fields, the header has \(width)",
            hint: "put a field that holds a separator into quotes")
          continue
        }
        readRow(fields, columns, scanner)
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
    if rows.allSatisfy(\.isEmpty), !inspection.hasErrors {
      inspection.error(Place(file: file), "the file has no rows", hint: "export the history anew")
    }
    reportRepetitions()
    return rows.map(withoutDuplicates)
  }

  private func columns(_ fields: [CSVScanner.Field], _ scanner: CSVScanner) -> Columns? {
    let names = fields.map { scanner.text($0) }
    func index(_ column: String, _ key: String) -> Int? {
      if let index = names.firstIndex(of: column) { return index }
      inspection.error(
        Place(file: file, line: 1),
        "there is no column \"\(column)\", which the mapping names under \(key)",
        hint: Spelling.hint(for: column, among: names))
      return nil
    }
    let timestamp = index(mapping.timestamp, "timestamp")
    let offered = index(mapping.offered, "offered")
    let handled = mapping.handled.map { index($0, "handled") }
    let time = mapping.handlingTime.map { index($0, "aht") }
    var queue: Int?
    if case .column(let column, _) = source {
      queue = index(column, "queue")
      if queue == nil { return nil }
    }
    guard let timestamp, let offered, handled != .some(nil), time != .some(nil) else { return nil }
    return Columns(
      timestamp: timestamp, queue: queue, offered: offered, handled: handled ?? nil,
      handlingTime: time ?? nil)
  }

  private mutating func readRow(
    _ fields: [CSVScanner.Field], _ columns: Columns, _ scanner: CSVScanner
  ) {
    guard let queue = queueIndex(columns.queue.map { fields[$0] }, scanner),
      let offered = number(fields[columns.offered], mapping.offered, scanner),
      let handled = number(columns.handled.map { fields[$0] }, mapping.handled, scanner),
      let time = number(columns.handlingTime.map { fields[$0] }, mapping.handlingTime, scanner),
      let start = start(fields[columns.timestamp], queue, offered, scanner)
    else { return }
    rows[queue].append(
      Observation(
        start: start, offered: offered.hundredthsOfHundredths,
        handled: handled.hundredthsOfHundredths,
        handlingTime: (mapping.secondsPerUnit * time).hundredthsOfHundredths, file: 0,
        line: Int32(truncatingIfNeeded: scanner.line)))
  }

  private mutating func queueIndex(_ field: CSVScanner.Field?, _ scanner: CSVScanner) -> Int? {
    let name: String
    switch source {
    case .value(let id): name = id.rawValue
    case .column: name = field.map { scanner.text($0) } ?? ""
    }
    if let index = indices[name] { return index }
    // A name is told once.
    guard unknown.insert(name).inserted else { return nil }
    let spot = field.map { scanner.place(ofByte: $0.range.lowerBound) }
    inspection.error(
      Place(file: file, line: spot?.line ?? scanner.line, column: spot?.column),
      "\"\(name)\" is neither a queue of queues.yaml nor a name of the mapping",
      hint: Spelling.nearest(to: name, among: indices.keys).map { "did you mean \"\($0)\"?" }
        ?? "add it to the mapping's names: {\"\(name)\": \(known.first ?? "a-queue")}")
    return nil
  }

  /// A number of 0 or more, NaN for an empty or absent field, or nil with a finding.
  private func number(
    _ field: CSVScanner.Field?, _ name: String?, _ scanner: CSVScanner
  ) -> Double? {
    guard let field, let name, !field.range.isEmpty else { return .nan }
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    let place = Place(file: file, line: line, column: column)
    guard let value = Decimals.read(scanner.bytes, field.range), value <= 1e9 else {
      inspection.error(
        place, "\(name) is \"\(scanner.text(field))\"",
        hint: "write a plain number such as 12 or 12.5, or nothing where it is not known")
      return nil
    }
    guard value >= 0 else {
      inspection.error(
        place, "\(name) is \(scanner.text(field)), and a count or time is never negative",
        hint: "mend it, or leave it empty where it is not known")
      return nil
    }
    return value
  }

  /// The moment of a row, or nil with a finding.
  private mutating func start(
    _ field: CSVScanner.Field, _ queue: Int, _ offered: Double, _ scanner: CSVScanner
  ) -> Instant? {
    let text = scanner.text(field)
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    let place = Place(file: file, line: line, column: column)
    switch parser.stamp(text) {
    case .moment(let instant): return instant
    case .reading(let reading):
      guard let resolution = clock?.resolve(reading, queue: queue) else {
        inspection.error(
          place, "the stamp \"\(text)\" has no offset, and the mapping names no zone",
          hint: "write the ACD's zone, such as timestamp: {zone: Europe/Vienna}")
        return nil
      }
      switch resolution {
      case .once(let instant): return instant
      case .repeated(let instant, _):
        repetitions[Repetition(queue: queue, day: reading.day), default: []].append(line)
        return instant
      case .never:
        reportSkipped(reading, offered, place)
        return nil
      }
    case nil:
      inspection.error(place, "the stamp is \"\(text)\"", hint: "write \(mapping.format.example)")
      return nil
    }
  }

  /// A system that writes all 24 hours has empty rows for the hour that the clock skips; contacts in
  /// it mean that the stamps are of another clock.
  private func reportSkipped(_ reading: LocalReading, _ offered: Double, _ place: Place) {
    let zone = mapping.zone?.identifier ?? ""
    if offered > 0 {
      inspection.error(
        place, "\(reading) does not exist in \(zone): the clock is put forward past it",
        hint: "check the mapping's zone, or the system's clock")
    } else {
      inspection.warning(
        place, "\(reading) does not exist in \(zone): the row is left out, it has no contacts")
    }
  }

  private func reportRepetitions() {
    let sorted = repetitions.sorted {
      ($0.value.first ?? 0, $0.key.queue) < ($1.value.first ?? 0, $1.key.queue)
    }
    for (key, lines) in sorted {
      inspection.warning(
        Place(file: file, line: lines.first),
        "the clock of \(mapping.zone?.identifier ?? "") goes back on \(key.day), and \(lines.count) "
          + "row\(lines.count == 1 ? "" : "s") of queue \"\(known[key.queue])\" "
          + "\(lines.count == 1 ? "has a time" : "have times") that come\(lines.count == 1 ? "s" : "") "
          + "twice (lines \(lines[0]) to \(lines[lines.count - 1]))",
        hint: "a time's first row is taken as the earlier moment, its second as the later")
    }
  }

  /// Sorted by start, each slot once; rows off the slots and rows that contradict each other are
  /// findings.
  private func withoutDuplicates(_ rows: [Observation]) -> QueueRows {
    let sorted = rows.sorted { ($0.start, $0.line) < ($1.start, $1.line) }
    var result = QueueRows()
    for row in sorted {
      let place = Place(file: file, line: Int(row.line))
      if let first = sorted.first,
        (row.start - first.start).count % mapping.interval.count != 0
          || row.start.seconds % 60 != 0
      {
        inspection.error(
          place, "\(row.start) is no multiple of \(mapping.interval) after \(first.start)",
          hint: "check the mapping's interval")
      }
      guard let last = result.rows.last, last.start == row.start else {
        result.rows.append(row)
        continue
      }
      result.duplicates += 1
      if last.agrees(with: row) {
        inspection.warning(place, "the row repeats line \(last.line)", hint: "it is left out")
      } else if replacing {
        inspection.warning(
          place, "the row has other values than line \(last.line) for \(row.start)",
          hint: "it takes its place")
        result.rows[result.rows.count - 1] = row
      } else {
        inspection.error(
          place, "the row has other values than line \(last.line) for \(row.start)",
          hint: "remove one of them, or import with --replace to keep the later one")
      }
    }
    return result
  }
}

extension HistoryMapping.StampFormat {
  fileprivate var example: String {
    switch self {
    case .iso: "2026-12-07T07:00, or set the mapping's format"
    case .dmy: "07.12.2026 07:00, or set the mapping's format"
    case .mdy: "12/07/2026 07:00, or set the mapping's format"
    }
  }
}

extension Double {
  /// Rounded to the four decimals that history files keep.
  fileprivate var hundredthsOfHundredths: Double { (10_000 * self).rounded() / 10_000 }
}
