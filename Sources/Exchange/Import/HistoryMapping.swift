import FoundationEssentials
package import Timeline
package import Workforce

/// Which columns of an ACD's file mean what: read from a small YAML file that is kept with the
/// workspace.
///
/// ```yaml
/// timestamp: {column: Interval Start, zone: Europe/Vienna, format: dmy}
/// queue: {column: Queue Name, names: {Spanish Voice: es-voice}}
/// offered: {column: Offered}
/// aht: {column: Average Handle Time, unit: s}
/// interval: 15m
/// ```
package struct HistoryMapping: Hashable, Sendable {
  /// How a moment is written.
  package enum StampFormat: String, CaseIterable, Hashable, Sendable {
    /// `2026-12-07T07:00` or `2026-12-07 07:00:00`, with or without an offset.
    case iso
    /// `07.12.2026 07:00`, also with slashes or hyphens.
    case dmy
    /// `12/07/2026 07:00`.
    case mdy
  }

  package enum QueueSource: Hashable, Sendable {
    /// The name in a column, by the ACD's name or by the queue's own id.
    case column(String, names: [String: Queue.ID])
    /// One queue for the whole file.
    case value(Queue.ID)
  }

  package let timestamp: String
  /// The clock of stamps without an offset; nil where every stamp has one.
  package let zone: Zone?
  package let format: StampFormat
  package let queue: QueueSource
  package let offered: String
  package let handled: String?
  package let handlingTime: String?
  /// What the handling time is multiplied by to give seconds.
  package let secondsPerUnit: Double
  package let interval: Minutes

  package init(
    timestamp: String, zone: Zone?, format: StampFormat = .iso, queue: QueueSource,
    offered: String, handled: String? = nil, handlingTime: String? = nil,
    secondsPerUnit: Double = 1, interval: Minutes
  ) {
    self.timestamp = timestamp
    self.zone = zone
    self.format = format
    self.queue = queue
    self.offered = offered
    self.handled = handled
    self.handlingTime = handlingTime
    self.secondsPerUnit = secondsPerUnit
    self.interval = interval
  }

  /// Reads a mapping file, anywhere on the disk.
  package static func read(
    _ path: String, zones: ZoneDatabase, centre: Centre
  ) throws(Findings) -> HistoryMapping {
    let inspection = Inspection()
    let mapping = read(path, ZoneShelf(zones), centre, inspection)
    if let mapping, !inspection.hasErrors { return mapping }
    throw Findings(inspection.result, of: path)
  }

  private static func read(
    _ path: String, _ zones: ZoneShelf, _ centre: Centre, _ inspection: Inspection
  ) -> HistoryMapping? {
    guard FileManager.default.fileExists(atPath: path) else {
      inspection.error(
        Place(file: path), "there is no such file", hint: "write it, or mend the path")
      return nil
    }
    guard let bytes = Workspace.bytes(at: path, named: path, inspection),
      let root = YAMLText.read(bytes, file: path, inspection),
      let record = Record(
        "the mapping", root,
        keys: ["timestamp", "queue", "offered", "handled", "aht", "interval"], inspection)
    else { return nil }
    let reader = MappingReader(record: record, zones: zones, centre: centre)
    return reader.mapping()
  }
}

private struct MappingReader {
  let record: Record
  let zones: ZoneShelf
  let centre: Centre

  func mapping() -> HistoryMapping? {
    let timestamp = part("timestamp", keys: ["column", "zone", "format"])
    let stampColumn = timestamp?.required("column", .text)
    let zone = timestamp?.optional("zone", zones.notation)
    let format = timestamp?.optional("format", Notation<HistoryMapping.StampFormat>.word) ?? .iso
    if format != .iso, let timestamp, !timestamp.has("zone") {
      timestamp.error(
        "format", "stamps of the form \(format.rawValue) say no offset, and there is no zone",
        hint: "write the ACD's zone, such as zone: Europe/Vienna")
    }
    let queue = queue()
    let offered = part("offered", keys: ["column"])?.required("column", .text)
    let handled = optionalPart("handled", keys: ["column"])?.required("column", .text)
    let time = optionalPart("aht", keys: ["column", "unit"])
    let unit = time?.optional("unit", Notation<TimeUnit>.word) ?? .seconds
    let timeColumn = time?.required("column", .text)
    let interval = record.required("interval", .interval)
    guard let stampColumn, let queue, let offered, let interval else { return nil }
    return HistoryMapping(
      timestamp: stampColumn, zone: zone, format: format, queue: queue, offered: offered,
      handled: handled, handlingTime: timeColumn, secondsPerUnit: unit == .minutes ? 60 : 1,
      interval: interval)
  }

  private func queue() -> HistoryMapping.QueueSource? {
    guard let queue = part("queue", keys: ["column", "names", "value"]) else { return nil }
    let known = Shelf<Queue>(listing: centre.queues.map(\.id), of: "queues.yaml")
    if queue.has("value"), !queue.has("column"), !queue.has("names") {
      return queue.optional("value", known.reference()).map(HistoryMapping.QueueSource.value)
    }
    if queue.has("value") {
      queue.error("value", "it has a value and a column", hint: "keep one of them")
      return nil
    }
    let column = queue.required("column", .text)
    var names: [String: Queue.ID] = [:]
    if let entry = queue["names"] {
      guard case .map(let pairs) = entry.content else {
        queue.error("names", "names is not a map", hint: "write {Spanish Voice: es-voice}")
        return nil
      }
      let record = Record(
        "the names", values: Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first },
        place: entry.place, queue.inspection)
      for pair in pairs {
        let id: Queue.ID? = record.required(pair.key, known.reference())
        names[pair.key] = id
      }
    }
    return column.map { .column($0, names: names) }
  }

  private func part(_ key: String, keys: [String]) -> Record? {
    guard record.has(key) else {
      record.error(key, "it has no \(key)", hint: "write \(key): {\(keys[0]): ...}")
      return nil
    }
    return optionalPart(key, keys: keys)
  }

  private func optionalPart(_ key: String, keys: [String]) -> Record? {
    record[key].flatMap { Record(key, $0, keys: keys, record.inspection) }
  }
}

private enum TimeUnit: String, CaseIterable, Sendable {
  case seconds = "s"
  case minutes = "min"
}
