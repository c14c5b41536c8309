import CHolidays
package import Timeline

/// The holidays of countries and their parts, as compiled into the program.
///
/// The table is a text that `Scripts/holidays` makes from the Python package holidays; its head says
/// how it reads. Only the country that is asked for is read.
package enum WorldHolidays {
  /// The years of the table, first and last.
  package static let years = 2015...2035

  /// Every country, in order of code.
  package static let countries: [Region] = index.map(\.region)

  /// The parts of a country, in order of code; none where all of it is alike.
  package static func parts(of country: Region) -> [Region] {
    guard let section = section(of: country.country) else { return [] }
    return section.parts.map { part in
      Region(country: country.country, part: part.code, name: part.names.first ?? part.code)
    }
  }

  /// All special days of a place, of every kind.
  package static func calendar(
    of region: Region, years: ClosedRange<Int> = WorldHolidays.years
  ) -> HolidayCalendar {
    guard let section = section(of: region.country) else { return HolidayCalendar() }
    return HolidayCalendar(section.holidays(of: region.part, years: years))
  }

  /// The same, by code.
  package static func calendar(
    _ code: String, years: ClosedRange<Int> = WorldHolidays.years
  ) throws(UnknownRegion) -> HolidayCalendar {
    calendar(of: try region(code), years: years)
  }

  /// The days of rest of an ordinary week, and when they changed.
  package static func weekends(of region: Region) -> Weekends {
    section(of: region.country)?.weekends(of: region.part) ?? Weekends(changes: [])
  }

  /// The package that the table was made from, with its version: `holidays 0.109`.
  package static var source: String {
    let words = notice.split { $0 == " " || $0 == "\n" || $0 == "," }
    let name = words.firstIndex(of: "package").map { words[$0...].dropFirst().prefix(2) } ?? []
    return name.joined(separator: " ")
  }

  /// What the table is, and where it comes from: its head without the marks of comments.
  package static var notice: String {
    let head = lines.prefix { $0.first == UInt8(ascii: "#") }
    return head.map { String(decoding: $0.dropFirst(2), as: UTF8.self) + "\n" }.joined()
  }
}

// MARK: - The table

/// A piece of the table; it lies in the program and stays where it is.
typealias TableText = Slice<UnsafeBufferPointer<UInt8>>

extension WorldHolidays {
  /// Where a country's part of the table lies.
  private struct Entry: Sendable {
    let region: Region
    let place: Range<Int>
  }

  /// All of it, UTF-8.
  static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nobat_holidays(), count: nobat_holidays_length())
  }

  /// The section of a country, given in capital letters.
  static func section(of country: String) -> CountrySection? {
    index.first { $0.region.country == country }.map { CountrySection(bytes[$0.place]) }
  }

  /// The lines before the sections, lazily: of half a million bytes the first few thousand.
  private static var lines: some Sequence<TableText> {
    sequence(state: bytes[...]) { (rest: inout TableText) -> TableText? in
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      return line
    }
  }

  private static let index: [Entry] = {
    var found: [(fields: [TableText], offset: Int, size: Int)] = []
    var body = bytes.startIndex
    for line in lines where line.first != UInt8(ascii: "#") {
      body = line.endIndex + 1
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 4 else { break }
      found.append((fields, Int(decimal: fields[1]), Int(decimal: fields[2])))
    }
    return found.map { fields, offset, size in
      Entry(
        region: Region(
          country: String(decoding: fields[0], as: UTF8.self),
          name: String(decoding: fields[3], as: UTF8.self)),
        place: (body + offset)..<(body + offset + size))
    }
  }()
}
