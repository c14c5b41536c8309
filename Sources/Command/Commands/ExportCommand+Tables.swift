import ArgumentParser
import Exchange
import Planning

/// What `nobat export --format` takes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case ics, csv, google, outlook, deputy, teams, iex, payroll

  /// The table of the format; nil for calendars.
  var preset: TablePreset? { TablePreset.all.first { $0.name == rawValue } }

  /// A line for each format, as help shows them.
  static var explanation: String {
    let width = 2 + (allCases.map(\.rawValue.count).max() ?? 0)
    return allCases.map { format in
      let name = format.rawValue.padding(to: width)
      return "  \(name)\(format.preset?.summary ?? "one calendar an agent (iCalendar)")"
    }
    .joined(separator: "\n")
  }
}

extension ExportFormats {
  /// The formats that were named, each once; nil where none was.
  init?(_ formats: [ExportFormat]) {
    guard !formats.isEmpty else { return nil }
    let named = ExportFormat.allCases.filter { formats.contains($0) }
    self.init(calendars: named.contains(.ics), tables: named.compactMap(\.preset))
  }
}

extension ExportedCalendars {
  /// `12 calendars and shifts.csv`.
  var words: String {
    let names = tables.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let parts = calendars.isEmpty ? names : ["\(calendars.count) calendars"] + names
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
