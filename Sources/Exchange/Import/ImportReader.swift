import Timeline
import Workforce

/// Reads an ACD's file by a layout into rows of the workspace's kind.
///
/// A file is millions of rows: no text is made of a field that is good, and what is wrong is counted
/// by kind.
struct ImportReader {
  /// The rows of one queue, sorted, each slot once.
  struct QueueRows {
    var rows: [Observation] = []
    var duplicates = 0
    /// The length of the slots.
    var minutes = 0
  }

  /// What a name in the file was found to mean.
  struct Meaning {
    /// The queue's number in the centre, nil for a name that nobody knows.
    let queue: Int?
    /// The queue's name with and without what divides it.
    let full: String
    let matched: String
    let qualifiers: [String]
    let line: Int
    let column: Int
    var rows = 0
  }

  let file: String
  let mapping: HistoryMapping
  let centre: Centre
  let replacing: Bool
  /// Whether names that nobody knows are only told.
  let isTrial: Bool
  let inspection: Inspection
  let layout: HistoryLayout
  /// How the layout writes handling times, asked for at every row.
  let unit: HistoryLayout.Unit
  let hasTotalTime: Bool

  var findings = RowFindings()
  var sources = SourceNames()
  var meanings: [Meaning] = []
  var clock: ClockResolver?
  var decimals: DecimalStyle?
  var hasLookedForDecimals = false
  var stamps = StampParser(format: .iso)
  /// 1 or -1: how the offsets of the file count, once a row shows it.
  var offsetSign: Int?
  let queueIndices: [String: Int]
  /// The queue of all rows, where one is given.
  let fixedQueue: Int?
  let knownIDs: [String]
  /// Rows by queue in the order of the file; their `file` is the number of their source.
  var rows: [[Observation]]
  var minutes: [Int]
  /// What all differences between starts are a multiple of, in seconds, where the layout says no length.
  var commonStep = 0
  var firstStart: Instant?
  /// Rows with contacts, and those of them in which as many were handled.
  var busyRows = 0
  var evenRows = 0

  init(
    file: String, mapping: HistoryMapping, centre: Centre, replacing: Bool, isTrial: Bool,
    _ inspection: Inspection
  ) {
    self.isTrial = isTrial
    self.file = file
    self.mapping = mapping
    self.centre = centre
    self.replacing = replacing
    self.inspection = inspection
    clock = mapping.zone.map { ClockResolver(zone: $0) }
    layout = mapping.layout
    unit = mapping.layout.unit
    if case .total = mapping.layout.handlingTime {
      hasTotalTime = true
    } else {
      hasTotalTime = false
    }
    decimals = mapping.layout.decimals
    rows = Array(repeating: [], count: centre.queues.count)
    minutes = Array(repeating: 0, count: centre.queues.count)
    let ids = centre.queues.map(\.id.rawValue)
    knownIDs = ids
    // The mapping's names stand before ids; it has no two that are read as one.
    var indices: [String: Int] = [:]
    for (index, id) in ids.enumerated() { indices[ImportReader.plain(id)] = index }
    for (name, id) in mapping.names {
      indices[ImportReader.plain(name)] = ids.firstIndex(of: id.rawValue)
    }
    queueIndices = indices
    fixedQueue = mapping.queue.flatMap { ids.firstIndex(of: $0.rawValue) }
  }

  /// Rows by queue in the order of the centre's queues, nil where the file cannot be read at all.
  mutating func read() -> [QueueRows]? {
    guard let bytes = ImportReader.bytes(of: file, inspection) else { return nil }
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      let start = scanner
      guard try scanner.next(into: &fields) else {
        inspection.error(
          Place(file: file, line: 1), "the file is empty", hint: "export the history anew")
        return nil
      }
      guard let columns = columns(fields, scanner), isClockKnown(columns) else { return nil }
      // Without a header the first line is a row.
      if case .none = layout.header, !isHeader(fields, columns, scanner) { scanner = start }
      guard lookForDates(columns, scanner) else { return nil }
      while try scanner.next(into: &fields) {
        guard fields.count == columns.width else {
          reportWidth(fields.count, columns, scanner)
          continue
        }
        readRow(fields, columns, scanner)
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
    let hasRows = rows.contains { !$0.isEmpty } || meanings.contains { $0.queue == nil }
    reportSources()
    settlePasses()
    reportEvenCounts()
    let result = settle()
    findings.report(of: file, to: inspection)
    if !hasRows, !inspection.hasErrors {
      inspection.error(Place(file: file), "the file has no rows", hint: "export the history anew")
    }
    return result
  }

  private func columns(_ fields: [CSVScanner.Field], _ scanner: CSVScanner) -> ImportColumns? {
    let titles: [String]
    switch layout.header {
    case .firstLine: titles = fields.map { scanner.text($0) }
    case .none(let names):
      titles = names
      guard fields.count == names.count else {
        inspection.error(
          Place(file: file, line: scanner.line),
          "the row has \(fields.count) fields, rows of \(layout.name) have \(names.count)",
          hint: "check --format, and that the fields are parted by commas or semicolons")
        return nil
      }
    }
    return ImportColumns(
      layout, titles: titles, naming: fixedQueue == nil, file: file, inspection)
  }

  /// Whether local times can be told; a finding if not, before names and numbers are looked at.
  private func isClockKnown(_ columns: ImportColumns) -> Bool {
    guard layout.isLocal, clock == nil, columns.offset == nil else { return true }
    inspection.error(
      Place(file: file), "the times of \(layout.name) are local, and nothing names their zone",
      hint:
        "write the ACD's zone: --tz Europe/Vienna, or timestamp: {zone: Europe/Vienna} in the mapping"
    )
    return false
  }

  /// Whether the first line of a file that should have no header is one.
  private mutating func isHeader(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ scanner: CSVScanner
  ) -> Bool {
    let digits = scanner.bytes[fields[columns.date].range].contains { $0 &- .zero < 10 }
    if !digits {
      inspection.warning(
        Place(file: file, line: scanner.line),
        "the first line names columns, although files of \(layout.name) have no header",
        hint: "it is left out; check that the columns stand in the layout's order")
    }
    return !digits
  }

  private mutating func readRow(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ scanner: CSVScanner
  ) {
    guard let source = source(fields, columns, scanner) else { return }
    let queue: Int
    if let fixedQueue {
      queue = fixedQueue
    } else {
      meanings[source].rows += 1
      guard let index = meanings[source].queue else { return }
      queue = index
    }
    guard interval(fields, columns, of: queue, scanner),
      let offered = sum(columns.offered, fields, columns, scanner),
      let handled = count(columns.handled, fields, columns, scanner),
      let time = time(fields, columns, handled, scanner),
      let start = start(fields, columns, Int32(source), of: queue, offered, scanner)
    else { return }
    notePlausibility(offered, handled, time, columns, scanner)
    noteStep(start)
    rows[queue].append(
      Observation(
        start: start, offered: ImportReader.rounded(offered),
        handled: ImportReader.rounded(handled), handlingTime: ImportReader.rounded(time),
        file: Int32(source), line: Int32(truncatingIfNeeded: scanner.line)))
  }

  /// The number of a row's source, 0 where nothing tells one from another.
  private mutating func source(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ scanner: CSVScanner
  ) -> Int? {
    guard !columns.source.isEmpty else { return 0 }
    guard let (number, isNew) = sources.number(of: fields, at: columns.source, in: scanner.bytes)
    else {
      findings.add(
        .error, .init(fault: .tooManySources), line: scanner.line,
        "there are more than \(SourceNames.limit) names of queues",
        hint: "check that the mapping's column is the one of queues")
      return nil
    }
    if isNew, fixedQueue == nil { meanings.append(meaning(of: fields, columns, scanner)) }
    return number
  }

  private mutating func noteStep(_ start: Instant) {
    guard let first = firstStart else {
      firstStart = start
      return
    }
    let difference = abs(start.seconds - first.seconds)
    // Once the step is found, nearly every row is a multiple of it.
    if commonStep == 0 || difference % commonStep != 0 {
      var (large, small) = (difference, commonStep)
      while small != 0 { (large, small) = (small, large % small) }
      commonStep = large
    }
  }

  /// Rounded to the four decimals that history files keep; most counts are whole.
  static func rounded(_ value: Double) -> Double {
    let whole = value.rounded(.towardZero)
    return whole == value || value.isNaN ? value : (10_000 * value).rounded() / 10_000
  }
}
