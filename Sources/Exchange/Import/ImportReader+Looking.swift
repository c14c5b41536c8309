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
    if let text = UTF16Text.decoded(bytes) { return Array(text.utf8) }
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
  /// The text of bytes that begin with the mark of UTF-16, nil for any other.
  static func decoded(_ bytes: [UInt8]) -> String? {
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    guard isLittle || bytes.starts(with: [0xfe, 0xff]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }
}
