package import Timeline
import Workforce

/// A layout of shifts that some program reads: its columns, its bytes, and what its rows say.
package struct TablePreset: Sendable {
  /// The word by which a planner asks for it: `google`.
  package let name: String
  /// What it is for, in a line.
  package let summary: String
  /// Whether the other program knows people by their address, so that rows without one are nobody's.
  package let needsAddresses: Bool
  let form: CSVForm
  let columns: [String]
  let naming: FileNaming
  /// Writes the rows of one agent.
  let rows: @Sendable (AgentLine, TableContent, inout TableSheets) -> Void

  init(
    _ name: String, _ summary: String, needsAddresses: Bool = false, form: CSVForm,
    naming: FileNaming, columns: [String],
    rows: @escaping @Sendable (AgentLine, TableContent, inout TableSheets) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.needsAddresses = needsAddresses
    self.form = form
    self.columns = columns
    self.naming = naming
    self.rows = rows
  }

  package static let all: [TablePreset] = [
    .generic, .google, .outlook, .deputy, .teams, .iex, .payroll,
  ]

  /// The files of a roster in order of their names; `stamp` is the time of this edition.
  package func files(of content: TableContent, stamp: Instant) -> [NamedFile] {
    var sheets = TableSheets(of: self)
    for line in content.lines { rows(line, content, &sheets) }
    return sheets.texts.map { zone, text in
      (naming.name(zone: zone, stamp: stamp, in: content.centre), text.bytes)
    }
  }

  /// Whether a file of this name is one that the preset writes, perhaps of an earlier edition.
  package func owns(_ file: String) -> Bool { naming.covers(file) }
}

extension TablePreset {
  /// How the files of a preset are called.
  enum FileNaming {
    /// One file, whose rows say their zone.
    case whole(String)
    /// One file a zone, since no column says it: `google-Europe-Vienna.csv`.
    case byZone(String)
    /// One file with its own time in the centre's zone: `agentScheduleDetail_120726_0805.txt`.
    case stamped(String)

    func name(zone: String, stamp: Instant, in centre: Centre) -> String {
      switch self {
      case .whole(let name): return name
      case .byZone(let name):
        return "\(name)-\(zone.split(separator: "/").joined(separator: "-")).csv"
      case .stamped(let name):
        let reading = centre.zone.reading(at: stamp)
        let (year, month, day) = reading.day.civil
        let numbers = [month, day, year % 100, reading.secondOfDay / 3600]
        let texts = (numbers + [reading.secondOfDay / 60 % 60]).map { number in
          number < 10 ? "0\(number)" : "\(number)"
        }
        return "\(name)_\(texts[0...2].joined())_\(texts[3...].joined()).txt"
      }
    }

    func covers(_ file: String) -> Bool {
      switch self {
      case .whole(let name): file == name
      case .byZone(let name): file.hasPrefix("\(name)-") && file.hasSuffix(".csv")
      case .stamped(let name): file.hasPrefix("\(name)_") && file.hasSuffix(".txt")
      }
    }
  }
}

/// The tables of a preset while they are written, one a zone where the preset has one a zone.
struct TableSheets {
  private let preset: TablePreset
  private var sheets: [String: CSVText] = [:]

  init(of preset: TablePreset) {
    self.preset = preset
    // A table without rows is a table still.
    if case .byZone = preset.naming { return }
    sheets[""] = CSVText(preset.form, columns: preset.columns)
  }

  var form: CSVForm { preset.form }

  /// The finished tables with the names of their zones, in order of these.
  var texts: [(zone: String, text: CSVText)] {
    sheets.sorted { $0.key < $1.key }.map { (zone: $0.key, text: $0.value) }
  }

  /// Writes rows into the table of a zone.
  mutating func write(in zone: Zone, _ rows: (inout CSVText) -> Void) {
    rows(&sheets[zone.identifier, default: CSVText(preset.form, columns: preset.columns)])
  }

  /// Writes rows into the one table.
  mutating func write(_ rows: (inout CSVText) -> Void) {
    rows(&sheets["", default: CSVText(preset.form, columns: preset.columns)])
  }
}
