import Timeline

/// What the table says about one country and its parts.
///
/// The text is made by our own script and checked as a whole by the tests: what it cannot hold is a
/// precondition.
struct CountrySection {
  /// A part of the country, such as `9`, with all names that the table has for it.
  struct Part: Hashable {
    let code: String
    let names: [String]
  }

  private let lines: [TableText]

  init(_ text: TableText) {
    lines = text.split(separator: UInt8(ascii: "\n"))
  }

  /// In order of code.
  var parts: [Part] {
    lines.filter { $0.starts(with: "/ ".utf8) }.map { line in
      let fields = line.dropFirst(2).fields
      return Part(
        code: String(decoding: fields[0], as: UTF8.self),
        names: fields[1].split(separator: UInt8(ascii: ";"))
          .map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// The special days of the country or one of its parts, by kind and row of the table.
  func holidays(of part: String?, years: ClosedRange<Int>) -> [Holiday] {
    let part = part.map { Array($0.utf8) }
    var kind = Holiday.Kind.public
    var holidays: [Holiday] = []
    for line in lines {
      switch line.first {
      case UInt8(ascii: ">"): kind = CountrySection.kind(line.dropFirst(2))
      case UInt8(ascii: "\t"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        let fields = line.fields
        guard Scope(fields[0]).contains(part) else { continue }
        let name = String(decoding: fields[2], as: UTF8.self)
        let local = fields.count > 3 ? String(decoding: fields[3], as: UTF8.self) : nil
        DateText(fields[1]).forEach(in: years) { day, isEstimated in
          holidays.append(
            Holiday(
              day: day, name: name, localName: local, kind: kind, isEstimated: isEstimated))
        }
      default: continue
      }
    }
    return holidays
  }

  /// The weekends of the country or one of its parts, whose own rows come after the country's.
  func weekends(of part: String?) -> Weekends {
    let part = part.map { Array($0.utf8) }
    var changes: [Weekends.Change] = []
    for line in lines where line.starts(with: "w\t".utf8) {
      let fields = line.fields
      guard Scope(fields[1]).contains(part) else { continue }
      let first = fields.count > 3 ? LocalDay(String(decoding: fields[3], as: UTF8.self)) : nil
      // A row without a first day begins the story anew.
      if first == nil { changes = [] }
      let weekdays = Weekday.allCases.filter {
        fields[2].contains(UInt8(ascii: "0") + UInt8($0.number))
      }
      changes.append(Weekends.Change(first: first, weekdays: Set(weekdays)))
    }
    return Weekends(changes: changes)
  }

  private static func kind(_ text: TableText) -> Holiday.Kind {
    guard let kind = Holiday.Kind(rawValue: String(decoding: text, as: UTF8.self)) else {
      preconditionFailure("holidays.txt has a kind that nobody knows")
    }
    return kind
  }
}

/// Where a row holds: everywhere, in some parts (`+BY,ST`), or in all but some (`-BE`).
private struct Scope {
  private let sign: UInt8?
  private let parts: TableText

  init(_ text: TableText) {
    sign = text.first
    parts = text.dropFirst()
  }

  /// Whether it holds in a part, or in the country as a whole.
  func contains(_ part: [UInt8]?) -> Bool {
    switch sign {
    case UInt8(ascii: "+"): part.map { names($0) } ?? false
    case UInt8(ascii: "-"): part.map { !names($0) } ?? true
    default: true
    }
  }

  private func names(_ part: [UInt8]) -> Bool {
    parts.split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual(part) }
  }
}

extension TableText {
  /// The fields of a line, empty ones too.
  var fields: [TableText] {
    split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
  }
}
