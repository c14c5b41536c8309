/// What a file shows only when one looks at many of its rows.
extension ImportReader {
  /// The bytes of a file as UTF-8, or nil with a finding.
  static func bytes(of file: String, _ inspection: Inspection) -> [UInt8]? {
    let bytes: [UInt8]
    do throws(FileBytes.Fault) {
      bytes = try FileBytes.read(file)
    } catch {
      let (message, hint) =
        switch error {
        case .missing: ("there is no such file", "check its name and folder")
        case .folder: ("it is a folder", "name the files in it")
        case .unreadable(let reason): ("the file cannot be read: \(reason)", "")
        }
      inspection.error(Place(file: file), message, hint: hint)
      return nil
    }
    // Spreadsheets save "Unicode text" as UTF-16.
    do throws(UTF16Text.Flaw) {
      if let text = try UTF16Text.decoded(bytes) { return Array(text.utf8) }
    } catch {
      inspection.error(
        Place(file: file, line: error.line), "the file is damaged UTF-16: \(error.message)",
        hint: "export it anew, or save it as UTF-8")
      return nil
    }
    if !UTF8Text.isASCII(bytes), let offset = UTF8Text.firstFlaw(in: bytes) {
      Workspace.reportEncoding(offset, bytes, file, inspection)
      return nil
    }
    if let zero = bytes.prefix(4096).firstIndex(of: 0) {
      inspection.error(
        Place(file: file, line: UTF8Text.line(of: zero, in: bytes)),
        "the file is no text: byte \(zero + 1) is 0", hint: "save it as CSV in UTF-8")
      return nil
    }
    return bytes
  }

  /// Finds the order of day and month, where the layout leaves it open; false with a finding where no
  /// row shows it.
  mutating func lookForDates(_ columns: ImportColumns, _ scanner: CSVScanner) -> Bool {
    if let format = layout.moment.format {
      stamps = StampParser(format: format)
      return true
    }
    var ahead = scanner
    var fields: [CSVScanner.Field] = []
    var sample = ""
    while let more = try? ahead.next(into: &fields), more {
      guard fields.count == columns.width else { continue }
      let range = fields[columns.date].range
      if let format = HistoryMapping.StampFormat(of: scanner.bytes, range) {
        stamps = StampParser(format: format)
        return true
      }
      if sample.isEmpty { sample = ahead.text(fields[columns.date]) }
    }
    inspection.error(
      Place(file: file), "no date of the file shows whether \"\(sample)\" begins with day or month",
      hint: "write timestamp: {format: dmy} or {format: mdy} in the mapping")
    return false
  }

  /// Finds how the file parts decimals, from the row at hand on; nil where no number shows it.
  func lookForDecimals(_ columns: ImportColumns, _ scanner: CSVScanner) -> DecimalStyle? {
    var ahead = scanner.atSameRow
    var fields: [CSVScanner.Field] = []
    let counts = columns.offered + [columns.handled].compactMap(\.self) + columns.handlingTime
    while let more = try? ahead.next(into: &fields), more {
      guard fields.count == columns.width else { continue }
      for column in counts {
        if case .style(let style) = Decimals.evidence(scanner.bytes, fields[column].range) {
          return style
        }
      }
    }
    return nil
  }
}

extension HistoryMapping.StampFormat {
  /// The format that one date must be of, nil where day and month may be interchanged.
  fileprivate init?(of bytes: [UInt8], _ range: Range<Int>) {
    var cursor = ByteCursor(bytes, range)
    cursor.skipBlanks()
    guard let (first, digits) = cursor.number(atMost: 8) else { return nil }
    if digits >= 4 {
      self = .ymd
    } else if let mark = cursor.dateMark(), let (second, _) = cursor.number(atMost: 2) {
      // Points stand in dates that begin with the day.
      if mark == .point || first > 12 {
        self = .dmy
      } else if second > 12 {
        self = .mdy
      } else {
        return nil
      }
    } else {
      return nil
    }
  }
}

enum UTF16Text {
  /// Where a text is damaged.
  struct Flaw: Error {
    let line: Int
    let message: String
  }

  /// The text of bytes that begin with the mark of UTF-16, nil for any other.
  static func decoded(_ bytes: [UInt8]) throws(Flaw) -> String? {
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    guard isLittle || bytes.starts(with: [0xfe, 0xff]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      let line = line(of: firstFlaw(in: units), in: units)
      throw Flaw(line: line, message: "this line holds half a character")
    }
    guard bytes.count.isMultiple(of: 2) else {
      let line = line(of: units.count, in: units)
      throw Flaw(line: line, message: "its last byte is half a unit, so its end is missing")
    }
    return text
  }

  /// The first half of a pair that lacks the other half; the end where there is none.
  private static func firstFlaw(in units: [UInt16]) -> Int {
    var index = 0
    while index < units.count {
      if UTF16.isTrailSurrogate(units[index]) { return index }
      if UTF16.isLeadSurrogate(units[index]) {
        guard index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return index
  }

  private static func line(of index: Int, in units: [UInt16]) -> Int {
    units[..<index].reduce(1) { $1 == UInt16(UInt8.newline) ? $0 + 1 : $0 }
  }
}
