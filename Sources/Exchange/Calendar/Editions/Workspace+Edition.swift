package import Timeline
import Workforce

extension Workspace {
  private static let editionColumns = [
    "uid", "agent", "kind", "what", "day", "zone", "start_local", "end_local", "start", "end",
    "status", "sequence", "modified", "revision", "published", "digest",
  ]

  /// The file of a week's edition, as findings name it.
  package static func editionFile(_ firstDay: LocalDay) -> String {
    "editions/\(firstDay).csv"
  }

  /// Reads what a week's events last said; empty where nothing was told yet.
  package func edition(ofWeekFrom firstDay: LocalDay) throws(Findings) -> Edition {
    let inspection = Inspection()
    let file = Workspace.editionFile(firstDay)
    Writing.removeStale(in: path("editions"))
    guard let bytes = bytes(of: file, inspection) else {
      if let findings = Findings(inspection.result) { throw findings }
      return Edition(firstDay: firstDay)
    }
    var reader = EditionReader(bytes, file: file, inspection)
    let events = reader?.events() ?? []
    if inspection.hasErrors { throw Findings(inspection.result, of: file) }
    return Edition(firstDay: firstDay, events: events)
  }

  /// Writes `editions/<first day>.csv`: a row an event, in order of agent, day and uid.
  ///
  /// It goes first, before the calendars that it numbers: if those cannot be written, a second run
  /// makes the same ones, and no SEQUENCE is ever given twice.
  package func write(_ edition: Edition) throws(ExchangeFault) {
    var text = CSVText(columns: Workspace.editionColumns)
    for event in edition.events {
      text.add(event.uid)
      text.add(event.agent.rawValue)
      text.add(event.kind.rawValue)
      text.add(event.what)
      text.add(event.day)
      text.add(event.zone)
      text.add(event.start)
      text.add(event.end)
      text.add(event.interval.start)
      text.add(event.interval.end)
      text.add(event.status.rawValue)
      text.add(event.sequence)
      text.add(event.modified)
      text.add(event.revision)
      text.add(event.published)
      text.add(hex: event.digest)
      text.endRow()
    }
    try Exchange.write(text.bytes, to: path(Workspace.editionFile(edition.firstDay)))
  }

  /// The header of an edition in order of its columns.
  static var columnsOfEditions: [String] { editionColumns }
}

/// Reads an edition back: it holds every event of a week, so it makes no dictionary of a row.
private struct EditionReader {
  private var scanner: CSVScanner
  private let file: String
  private let inspection: Inspection
  /// The place of each column in a row.
  private let places: [Int]

  /// Nil, with a finding, where the header is not that of an edition.
  init?(_ bytes: [UInt8], file: String, _ inspection: Inspection) {
    scanner = CSVScanner(bytes)
    self.file = file
    self.inspection = inspection
    let columns = Workspace.columnsOfEditions
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields) else {
        CSVTable.reportEmpty(file, columns, inspection)
        return nil
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
      return nil
    }
    guard
      let header = CSVTable.header(
        fields, scanner, file: file, required: columns, optional: [], inspection)
    else { return nil }
    places = columns.compactMap { header.firstIndex(of: $0) }
  }

  /// The events of all rows that can be read.
  mutating func events() -> [Edition.Event] {
    var events: [Edition.Event] = []
    var uids: Set<String> = []
    var fields: [CSVScanner.Field] = []
    do throws(CSVScanner.Flaw) {
      while try scanner.next(into: &fields) {
        guard let event = self.event(fields) else {
          inspection.error(
            Place(file: file, line: scanner.line), "the row is not an event as Nobat writes it",
            hint: "take the file back from your version control; without it all events begin anew")
          continue
        }
        if uids.insert(event.uid).inserted {
          events.append(event)
        } else {
          inspection.error(
            Place(file: file, line: scanner.line), "the event \"\(event.uid)\" is there twice",
            hint: "take the file back from your version control")
        }
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
    return events
  }

  private func event(_ fields: [CSVScanner.Field]) -> Edition.Event? {
    guard fields.count == places.count else { return nil }
    func text(_ column: Int) -> String { scanner.text(fields[places[column]]) }
    guard let kind = Edition.Event.Kind(rawValue: text(2)), let day = LocalDay(text(4)),
      let start = LocalReading(text(6)), let end = LocalReading(text(7)),
      let from = Instant(text(8)), let to = Instant(text(9)), from < to,
      let status = Edition.Event.Status(rawValue: text(10)),
      let sequence = Int(text(11)), (0..<1_000_000_000).contains(sequence),
      let modified = Instant(text(12)), let revision = Int(text(13)),
      (1..<1_000_000_000).contains(revision), let published = Int(text(14)),
      (0..<1_000_000_000).contains(published), let digest = UInt64(text(15), radix: 16)
    else { return nil }
    let (uid, agent, zone) = (text(0), text(1), text(5))
    // Agents without a place in the centre get a file by this id.
    guard uid.hasPrefix("\(agent)-\(day)"), !zone.isEmpty,
      (try? Notation.identifier.read(agent)) != nil
    else { return nil }
    return Edition.Event(
      uid: uid, agent: .init(agent), kind: kind, what: text(3), day: day, zone: zone, start: start,
      end: end, interval: Interval(start: from, end: to), status: status, sequence: sequence,
      modified: modified, revision: revision, published: published, digest: digest)
  }
}
