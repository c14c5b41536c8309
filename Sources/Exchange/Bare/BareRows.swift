import Timeline

/// Reads the rows of one series of a bare file: stamp, series and volume, in any order of columns.
///
/// Such files have millions of rows, so that no text is made of a field that is good.
struct BareRows {
  struct Row {
    /// Seconds since 1970: of a moment, or of what a wall clock shows.
    var seconds: Int
    var isMoment: Bool
    /// NaN where nothing was observed.
    var volume: Double
    let line: Int
  }

  static let local = "timestamp_local"
  static let utc = "timestamp_utc"
  static let volume = "volume"
  static let series = "series"

  private let file: String
  private let inspection: Inspection
  private(set) var rows: [Row] = []
  /// The series that is read: the one asked for, else the first of the file.
  private(set) var name: String?
  private var wanted: [UInt8]?
  private let isUnasked: Bool
  /// Names of other series, as many as a message may list.
  private var others: [[UInt8]] = []
  private static let mostOthers = 60

  private struct Columns {
    let stamp: Int
    let isUTC: Bool
    let series: Int?
    let volume: Int
  }

  init(of name: String?, file: String, _ inspection: Inspection) {
    self.file = file
    self.inspection = inspection
    self.name = name
    wanted = name.map { Array($0.utf8) }
    isUnasked = name == nil
  }

  /// Reads the file; `prefersUTC` says which stamps to take where it has both kinds.
  mutating func read(_ bytes: [UInt8], prefersUTC: Bool) {
    if !UTF8Text.isASCII(bytes), let offset = UTF8Text.firstFlaw(in: bytes) {
      return Workspace.reportEncoding(offset, bytes, file, inspection)
    }
    var scanner = CSVScanner(bytes)
    var stamps = BareStamps()
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields) else {
        return inspection.error(
          Place(file: file, line: 1), "the file is empty",
          hint: "begin it with timestamp_local,series,volume")
      }
      guard let columns = columns(fields, scanner, prefersUTC: prefersUTC) else { return }
      let width = fields.count
      while try scanner.next(into: &fields) {
        guard fields.count == width else {
          inspection.error(
            Place(file: file, line: scanner.line),
            "the row has \(fields.count) fields, the header has \(width)",
            hint: "write a comma for every empty field")
          continue
        }
        readRow(fields, columns, scanner, &stamps)
      }
      reportSeries(hasColumn: columns.series != nil)
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
  }

  private func columns(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner, prefersUTC: Bool
  ) -> Columns? {
    let names = fields.map { scanner.text($0) }
    let place = Place(file: file, line: scanner.line)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      guard [Self.local, Self.utc, Self.volume, Self.series].contains(name) else { continue }
      inspection.error(place, "the column \"\(name)\" occurs twice", hint: "keep one of them")
      return nil
    }
    let local = names.firstIndex(of: Self.local)
    let utc = names.firstIndex(of: Self.utc)
    let stamp = prefersUTC ? utc ?? local : local ?? utc
    guard let stamp, let volume = names.firstIndex(of: Self.volume) else {
      var stamps = BareStamps()
      let isData = fields.contains { stamps.read(scanner.bytes, $0.range, isUTC: true) != nil }
      let missing =
        (stamp == nil ? ["\(Self.local) or \(Self.utc)"] : [])
        + (names.contains(Self.volume) ? [] : [Self.volume])
      inspection.error(
        place,
        isData
          ? "the file has no header: its first line is a row"
          : "the header lacks the column\(missing.count > 1 ? "s" : "") "
            + missing.joined(separator: " and "),
        hint: "begin the file with timestamp_local,series,volume")
      return nil
    }
    return Columns(
      stamp: stamp, isUTC: names[stamp] == Self.utc, series: names.firstIndex(of: Self.series),
      volume: volume)
  }

  private mutating func readRow(
    _ fields: [CSVScanner.Field], _ columns: Columns, _ scanner: CSVScanner,
    _ stamps: inout BareStamps
  ) {
    if let series = columns.series, !isWanted(fields[series], scanner) { return }
    let stamp = fields[columns.stamp]
    guard let read = stamps.read(scanner.bytes, stamp.range, isUTC: columns.isUTC) else {
      return report(
        stamp, "\"\(scanner.excerpt(stamp))\" is no date and time",
        hint: columns.isUTC
          ? "write a moment such as 2026-12-07T07:00:00Z"
          : "write it as 2026-12-07T07:00:00", scanner)
    }
    guard read.seconds.isMultiple(of: 60) else {
      return report(
        stamp, "\"\(scanner.excerpt(stamp))\" has seconds", hint: "slots begin at whole minutes",
        scanner)
    }
    guard let volume = volume(fields[columns.volume], scanner) else { return }
    rows.append(
      Row(seconds: read.seconds, isMoment: read.isMoment, volume: volume, line: scanner.line))
  }

  /// A number of 0 or more, NaN for an empty field, or nil with a finding.
  private func volume(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> Double? {
    guard !field.range.isEmpty else { return .nan }
    guard let value = Decimals.read(scanner.bytes, field.range) ?? longNumber(field, scanner)
    else {
      report(
        field, "the volume is \"\(scanner.excerpt(field))\"",
        hint: "write a number such as 12, or nothing where it is not known", scanner)
      return nil
    }
    guard value >= 0 else {
      report(
        field, "the volume is \(scanner.excerpt(field)), and a count is never negative",
        hint: "mend it, or leave it empty where it is not known", scanner)
      return nil
    }
    return value
  }

  /// What programs write of a fraction, `0.30000000000000004` or `1.5e-07`; no `nan`, no `inf`.
  private func longNumber(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> Double? {
    let isPlain = scanner.bytes[field.range].allSatisfy { byte in
      byte &- .zero < 10 || byte == .point || byte == .minus || byte == UInt8(ascii: "+")
        || byte | 0x20 == UInt8(ascii: "e")
    }
    guard isPlain, field.range.count <= 40, let value = Double(scanner.text(field)),
      value.isFinite
    else { return nil }
    return value
  }

  private func report(
    _ field: CSVScanner.Field, _ message: String, hint: String, _ scanner: CSVScanner
  ) {
    let (line, column) = scanner.place(ofByte: field.range.lowerBound)
    inspection.error(Place(file: file, line: line, column: column), message, hint: hint)
  }
}

// MARK: - Series

extension BareRows {
  private mutating func isWanted(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> Bool {
    guard let wanted else {
      let text = scanner.text(field)
      name = text
      self.wanted = Array(text.utf8)
      return true
    }
    if isNamed(wanted, field, scanner) { return true }
    // Only a message lists the others.
    if others.count < Self.mostOthers, !others.contains(where: { isNamed($0, field, scanner) }) {
      others.append(Array(scanner.text(field).utf8))
    }
    return false
  }

  private func isNamed(
    _ name: [UInt8], _ field: CSVScanner.Field, _ scanner: CSVScanner
  ) -> Bool {
    let bytes = scanner.bytes
    if name.count == field.range.count {
      var index = 0
      while index < name.count, name[index] == bytes[field.range.lowerBound + index] { index += 1 }
      if index == name.count { return true }
    }
    // A name with quotes or a guard stands otherwise in the file than it reads.
    guard field.hasDoubledQuotes || bytes[field.range].first == UInt8(ascii: "'") else {
      return false
    }
    return scanner.text(field).utf8.elementsEqual(name)
  }

  /// Says that the series asked for is not there, or that none of several was asked for.
  private func reportSeries(hasColumn: Bool) {
    guard hasColumn, !others.isEmpty, let name else { return }
    let names = others.map { String(decoding: $0, as: UTF8.self) }
    let place = Place(file: file)
    let rest = others.count < Self.mostOthers ? "" : " and more"
    if isUnasked {
      let list = ([name] + names).sorted().joined(separator: ", ")
      inspection.error(
        place, "the file has several series: \(list)\(rest)", hint: "name one with --series")
    } else if rows.isEmpty, !inspection.hasErrors {
      let list = names.sorted().joined(separator: ", ")
      inspection.error(
        place, "there is no series \"\(name)\"; the file has \(list)\(rest)",
        hint: Spelling.nearest(to: name, among: names).map { "did you mean \"\($0)\"?" } ?? "")
    }
  }
}
