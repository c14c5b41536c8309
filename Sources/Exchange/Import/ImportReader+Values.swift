import Timeline

/// What the fields of a row say.
extension ImportReader {
  /// Counts of several columns added up; NaN where the first is empty, nil with a finding.
  mutating func sum(
    _ parts: [Int], _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ scanner: CSVScanner
  ) -> Double? {
    guard var total = count(parts[0], fields, columns, scanner) else { return nil }
    for part in parts.dropFirst() {
      guard let more = count(part, fields, columns, scanner) else { return nil }
      if !more.isNaN { total += more }
    }
    return total
  }

  /// A number of 0 or more, NaN for an empty or absent field, or nil with a finding.
  mutating func count(
    _ column: Int?, _ fields: [CSVScanner.Field], _ columns: ImportColumns,
    _ scanner: CSVScanner, unit: HistoryLayout.Unit = .seconds
  ) -> Double? {
    guard let column, !fields[column].range.isEmpty else { return .nan }
    let range = fields[column].range
    if let whole = Decimals.whole(scanner.bytes, range), unit != .clock, whole <= 1_000_000_000 {
      return Double(whole)
    }
    return unusualCount(column, fields[column], columns, scanner, unit)
  }

  private mutating func unusualCount(
    _ column: Int, _ field: CSVScanner.Field, _ columns: ImportColumns, _ scanner: CSVScanner,
    _ unit: HistoryLayout.Unit
  ) -> Double? {
    let (bytes, range) = (scanner.bytes, field.range)
    let title = columns.titles[column]
    func place() -> (line: Int, column: Int) { scanner.place(ofByte: range.lowerBound) }
    if bytes[range].allSatisfy({ $0 == .blank }) { return .nan }
    if unit == .clock {
      if let seconds = Decimals.clockSeconds(bytes, range) { return seconds }
      findings.add(
        .error, .init(fault: .number, column: column), line: place().line, column: place().column,
        "\(title) is \"\(scanner.excerpt(field))\"",
        hint: "write hours, minutes and seconds: 0:05:12")
      return nil
    }
    if decimals == nil, !hasLookedForDecimals {
      decimals = lookForDecimals(columns, scanner)
      hasLookedForDecimals = true
    }
    // Where no number of the file tells its style, a point in a file that is parted by commas is plain;
    // every other mark before three digits may be a thousand's.
    let isPlain = scanner.separator == .comma && !bytes[range].contains(.comma)
    if decimals == nil, !isPlain, Decimals.evidence(bytes, range) == .ambiguous {
      findings.add(
        .error, .init(fault: .ambiguousNumber, column: column), line: place().line,
        column: place().column,
        "\(title) is \"\(scanner.excerpt(field))\", and nothing in the file shows whether its mark parts "
          + "thousands or decimals", hint: "write decimal: comma or decimal: point in the mapping")
      return nil
    }
    guard let value = Decimals.read(bytes, range, style: decimals ?? .point), value <= 1e9 else {
      let isClock = Decimals.clockSeconds(bytes, range) != nil
      findings.add(
        .error, .init(fault: .number, column: column), line: place().line, column: place().column,
        "\(title) is \"\(scanner.excerpt(field))\"",
        hint: isClock
          ? "write unit: hh:mm:ss in the mapping's handle-time"
          : "write a plain number such as 12 or 12.5, or nothing where it is not known")
      return nil
    }
    guard value >= 0 else {
      findings.add(
        .error, .init(fault: .negative, column: column), line: place().line,
        column: place().column,
        "\(title) is \(scanner.excerpt(field)), and a count or time is never negative",
        hint: "mend it, or leave it empty where it is not known")
      return nil
    }
    return value
  }

  /// The mean handling time in seconds, NaN where it is not known, or nil with a finding.
  mutating func time(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, _ handled: Double,
    _ scanner: CSVScanner
  ) -> Double? {
    guard !columns.handlingTime.isEmpty else { return .nan }
    let factor: Double = unit == .minutes ? 60 : 1
    var total = Double.nan
    for part in columns.handlingTime {
      guard let time = count(part, fields, columns, scanner, unit: unit) else { return nil }
      if !time.isNaN { total = total.isNaN ? time : total + time }
    }
    guard hasTotalTime else { return factor * total }
    if handled > 0 { return factor * total / handled }
    if total > 0, handled == 0 {
      findings.add(
        .warning, .init(fault: .unhandledTime), line: scanner.line,
        "there is handling time, but nothing was handled", hint: "its time is not counted")
    }
    return .nan
  }

  /// Keeps or checks the length of a queue's slots; false where the row is left out.
  mutating func interval(
    _ fields: [CSVScanner.Field], _ columns: ImportColumns, of queue: Int, _ scanner: CSVScanner
  ) -> Bool {
    guard let column = columns.interval else { return true }
    let (bytes, range) = (scanner.bytes, fields[column].range)
    var cursor = ByteCursor(bytes, range)
    cursor.skipBlanks()
    guard let (length, _) = cursor.number(atMost: 4), [5, 10, 15, 30, 60].contains(length) else {
      let text = scanner.excerpt(fields[column])
      let (line, place) = scanner.place(ofByte: range.lowerBound)
      if layout.skippedIntervals.contains(text.lowercased()) {
        findings.add(
          .warning, .init(fault: .leftOutInterval), line: line, column: place,
          "rows of \"\(text)\" are no slots", hint: "they are left out")
      } else {
        findings.add(
          .error, .init(fault: .interval), line: line, column: place,
          "\(columns.titles[column]) is \"\(text)\"", hint: "write 5, 10, 15, 30 or 60 minutes")
      }
      return false
    }
    if minutes[queue] == 0 { minutes[queue] = length }
    guard minutes[queue] == length else {
      findings.add(
        .error, .init(fault: .otherInterval), line: scanner.line,
        "the row has a slot of \(length)m, earlier rows of queue \"\(knownIDs[queue])\" of "
          + "\(minutes[queue])m", hint: "keep one length of slots for a queue")
      return false
    }
    return true
  }

  mutating func reportWidth(_ count: Int, _ columns: ImportColumns, _ scanner: CSVScanner) {
    let whose = layout.header == .firstLine ? "the header has" : "rows of \(layout.name) have"
    findings.add(
      .error, .init(fault: .width), line: scanner.line,
      "the row has \(count) fields, \(whose) \(columns.width)",
      hint: "put a field that holds a separator into quotes")
  }

  /// Counts what is possible but seldom meant.
  mutating func notePlausibility(
    _ offered: Double, _ handled: Double, _ time: Double, _ columns: ImportColumns,
    _ scanner: CSVScanner
  ) {
    if offered > 0 {
      busyRows += 1
      if handled == offered { evenRows += 1 }
    }
    if offered != offered.rounded(.towardZero), !offered.isNaN {
      findings.add(
        .warning, .init(fault: .fraction), line: scanner.line,
        "\(Decimals.short(offered, atMost: 4)) contacts were offered, and contacts come whole",
        hint: "check that the column is a count, and how it parts decimals")
    }
    if handled > offered {
      findings.add(
        .warning, .init(fault: .moreHandled), line: scanner.line,
        "\(Decimals.short(handled, atMost: 4)) contacts were handled and only "
          + "\(Decimals.short(offered, atMost: 4)) offered",
        hint: "check that the columns are not interchanged")
    }
    if time >= 7200 {
      findings.add(
        .warning, .init(fault: .longHandling), line: scanner.line,
        "a contact took \(Decimals.short(time / 3600, atMost: 1)) hours on average",
        hint: "check the unit, and whether the column is a total")
    }
  }

  /// In a system that loses contacts, offered equals handled in many rows but not in all.
  func reportEvenCounts() {
    guard !layout.sameCountsHint.isEmpty, busyRows >= 20, evenRows == busyRows else { return }
    inspection.warning(
      Place(file: file),
      "in all \(busyRows) rows with contacts as many were offered as handled",
      hint: layout.sameCountsHint)
  }
}
