import Timeline
import Workforce

/// When a row's slot begins.
extension ImportReader {
  /// The moment of a row, or nil with a finding.
  mutating func start(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ source: Int32, of queue: Int,
    _ offered: Double, _ scanner: CSVScanner
  ) -> Instant? {
    let date = fields[columns.date]
    let time = columns.time.map { fields[$0] }
    switch stamps.stamp(scanner.bytes, date.range, time: time?.range) {
    case .moment(let instant): return instant
    case .reading(let reading):
      if let column = columns.offset, !fields[column].range.isEmpty {
        return shifted(reading, fields[column], columns.titles[column], scanner)
      }
      let row = ClockResolver.Row(queue: queue, index: rows[queue].count, line: scanner.line)
      switch clock?.resolve(reading, of: source, row: row) {
      case .once(let instant), .repeated(let instant): return instant
      case .never: reportSkipped(reading, offered, date, scanner)
      case nil:
        report(
          .noZone, date, scanner,
          "the stamp \"\(text(date, time, scanner))\" has no offset, and the mapping names no zone",
          hint: "write the ACD's zone, such as timestamp: {zone: Europe/Vienna}, or --tz")
      }
    case .shortYear:
      report(
        .shortYear, date, scanner,
        "the year of \"\(text(date, time, scanner))\" has two digits",
        hint: "export dates with years of four digits")
    case .unreadable:
      report(
        .stamp, date, scanner, "the stamp is \"\(text(date, time, scanner))\"",
        hint: "write \(stamps.format.example)")
    }
    return nil
  }

  private func text(
    _ date: CSVScanner.Field, _ time: CSVScanner.Field?, _ scanner: CSVScanner
  ) -> String {
    let parts = [date, time].compactMap { $0.map { scanner.excerpt($0) } }
    return parts.joined(separator: " ")
  }

  private mutating func report(
    _ fault: RowFindings.Kind.Fault, _ field: CSVScanner.Field, _ scanner: CSVScanner,
    _ message: String, hint: String
  ) {
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    findings.add(.error, .init(fault: fault), line: line, column: column, message, hint: hint)
  }

  /// A reading with the offset that the file gives beside it, in minutes.
  ///
  /// Whether minutes east or west of Greenwich are positive, files do not say: the sign is the one
  /// that the zone shows at the first row that is not in Greenwich time.
  private mutating func shifted(
    _ reading: LocalReading, _ field: CSVScanner.Field, _ title: String, _ scanner: CSVScanner
  ) -> Instant? {
    guard let minutes = Decimals.read(scanner.bytes, field.range), abs(minutes) <= 1080,
      minutes == minutes.rounded()
    else {
      let (line, column) = scanner.place(ofByte: field.range.lowerBound)
      findings.add(
        .error, .init(fault: .offset), line: line, column: column,
        "\(title) is \"\(scanner.excerpt(field))\"",
        hint: "write minutes from Greenwich, such as 60")
      return nil
    }
    let seconds = 60 * Int(minutes)
    if offsetSign == nil, seconds != 0 {
      offsetSign = sign(of: seconds, at: reading, title, scanner)
    }
    return Instant(seconds: reading.secondsSince1970 - (offsetSign ?? 1) * seconds)
  }

  private func sign(
    of seconds: Int, at reading: LocalReading, _ title: String, _ scanner: CSVScanner
  ) -> Int {
    let zone = mapping.zone ?? centre.zone
    for sign in [1, -1] {
      let instant = Instant(seconds: reading.secondsSince1970 - sign * seconds)
      if zone.offset(at: instant) == sign * seconds { return sign }
    }
    inspection.warning(
      Place(file: file, line: scanner.line),
      "\(title) is \(seconds / 60) minutes, which \(zone) has neither east nor west of Greenwich",
      hint: "it is taken as east; name the system's zone with --tz")
    return 1
  }

  /// A system that writes all 24 hours has empty rows for the hour that the clock skips; contacts in
  /// it mean that the stamps are of another clock.
  private mutating func reportSkipped(
    _ reading: LocalReading, _ offered: Double, _ field: CSVScanner.Field, _ scanner: CSVScanner
  ) {
    let zone = clock?.zone.identifier ?? ""
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    if offered > 0 {
      findings.add(
        .error, .init(fault: .skipped), line: line, column: column,
        "\(reading) does not exist in \(zone): the clock is put forward past it",
        hint: "check the zone: these stamps are probably of another clock")
    } else {
      findings.add(
        .warning, .init(fault: .skippedEmpty), line: line, column: column,
        "\(reading) does not exist in \(zone): the row is left out, it has no contacts")
    }
  }

  /// Moves the rows of an hour that comes twice to the pass that they are of, and says for each night
  /// how they were taken.
  mutating func settlePasses() {
    guard let clock else { return }
    let passes = clock.passes()
    for (row, start) in passes.second { rows[row.queue][row.index].start = start }
    for night in passes.nights { report(night, clock) }
  }

  private func report(_ night: ClockResolver.Night, _ clock: ClockResolver) {
    let hours = clock.repeatedHours(on: night.day)
    let span = hours.map { "\($0.from)-\($0.to.time)" } ?? "\(night.day)"
    let rows = night.rows == 1 ? "1 row" : "\(night.rows) rows"
    var parts: [String] = []
    func tell(_ count: Int, _ words: String) {
      if count > 0 { parts.append("\(count) came \(words)") }
    }
    tell(2 * night.rising, "twice and were taken in file order")
    tell(2 * night.falling, "twice and were taken in reverse, as the times of the file fall")
    tell(
      2 * night.unordered,
      "twice and were taken in file order, although nothing shows whether its times rise")
    tell(night.alone, "once and \(night.alone == 1 ? "was" : "were") taken as the first pass")
    tell(night.surplus, "yet again")
    inspection.warning(
      Place(file: file, line: night.firstLine),
      "\(rows) of \(span) (\(clock.zone)) lie\(night.rows == 1 ? "s" : "") in the hour that comes "
        + "twice: \(parts.joined(separator: ", "))")
  }
}

extension HistoryMapping.StampFormat {
  /// What a planner may write.
  fileprivate var example: String {
    switch self {
    case .iso: "2026-12-07T07:00, or set the mapping's format"
    case .ymd: "2026-12-07 07:00 or 20261207 07:00, or set the mapping's format"
    case .dmy: "07.12.2026 07:00, or set the mapping's format"
    case .mdy: "12/07/2026 07:00, or set the mapping's format"
    case .epoch: "seconds since 1970 such as 1796626800, or set the mapping's format"
    }
  }
}
