import Timeline
import Workforce

/// Reads the mapping file of an import.
struct MappingReader {
  let path: String
  let format: HistoryFormat
  let zone: Zone?
  let interval: Minutes?
  let zones: ZoneShelf
  let centre: Centre
  let inspection: Inspection

  /// The mapping of a layout whose names are the workspace's own.
  func mappingWithoutFile() -> HistoryMapping? {
    guard let layout = format.layout else {
      inspection.error(
        Place(file: "--map"), "the generic format needs a mapping, which says which column is what",
        hint: "name a mapping file with --map, or the ACD's layout with --format")
      return nil
    }
    return HistoryMapping(layout: layout, zone: zone, names: [:], queue: nil, interval: interval)
  }

  func mapping() -> HistoryMapping? {
    guard FileBytes.exists(path) else {
      inspection.error(
        Place(file: path), "there is no such file", hint: "write it, or mend the path")
      return nil
    }
    guard let bytes = Workspace.bytes(at: path, named: path, inspection),
      let root = YAMLText.read(bytes, file: path, inspection)
    else { return nil }
    if let layout = format.layout { return mapping(of: layout, root) }
    let keys = [
      "timestamp", "queue", "offered", "handled", "aht", "handle-time", "interval", "decimal",
    ]
    return Record("the mapping", root, keys: keys, inspection).flatMap(genericMapping)
  }

  /// A known layout with names, a zone or the order of its dates.
  private func mapping(of layout: HistoryLayout, _ root: Entry) -> HistoryMapping? {
    let keys = ["queue", "timestamp", "interval", "decimal"]
    guard let record = Record("the mapping of \(format.rawValue)", root, keys: keys, inspection)
    else { return nil }
    var layout = layout
    let timestamp = record["timestamp"].flatMap {
      Record("timestamp", $0, keys: ["zone", "format"], inspection)
    }
    if let order = timestamp?.optional("format", Notation<HistoryMapping.StampFormat>.word) {
      layout.moment.format = order
    }
    layout.decimals = record.optional("decimal", Notation<DecimalStyle>.word) ?? layout.decimals
    let stated = timestamp?.optional("zone", zones.notation)
    let length = record.optional("interval", .interval)
    let queue = record["queue"].flatMap {
      Record("queue", $0, keys: ["names", "value"], inspection)
    }
    return HistoryMapping(
      layout: layout, zone: zone ?? stated, names: queue.map(names) ?? [:],
      queue: queue?.optional("value", knownQueues.reference()), interval: interval ?? length)
  }

  // MARK: - Any table

  private func genericMapping(_ record: Record) -> HistoryMapping? {
    let timestamp = part(
      "timestamp", of: record, keys: ["column", "date", "time", "zone", "format"])
    let format = timestamp?.optional("format", Notation<HistoryMapping.StampFormat>.word) ?? .iso
    let zone = zone ?? timestamp?.optional("zone", zones.notation)
    if ![.iso, .epoch].contains(format), let timestamp, zone == nil, !timestamp.has("zone") {
      timestamp.error(
        "format", "stamps of the form \(format.rawValue) say no offset, and there is no zone",
        hint: "write the ACD's zone, such as zone: Europe/Vienna")
    }
    let moment = timestamp.flatMap { self.moment($0, format) }
    let queue = part("queue", of: record, keys: ["column", "names", "value"])
    let column = queue.flatMap(queueColumn)
    let offered = part("offered", of: record, keys: ["column"])?.required("column", .text)
    let handled = optionalPart("handled", of: record, keys: ["column"])?.required("column", .text)
    let (time, unit) = handlingTime(record)
    if case .total = time, handled == nil {
      record.error(
        "handle-time", "a total time needs the number of contacts handled",
        hint: "write handled: {column: ...}")
    }
    let interval = interval ?? record.required("interval", .interval)
    let decimals = record.optional("decimal", Notation<DecimalStyle>.word)
    guard let moment, let queue, let column, let offered, let interval else { return nil }
    let layout = HistoryLayout(
      name: HistoryFormat.generic.rawValue,
      queue: .init(names: column.map { [.init($0)] } ?? []), moment: moment,
      interval: .fixed(interval), offered: [.init(offered)],
      handled: handled.map { .init($0) }, handlingTime: time, unit: unit, decimals: decimals)
    return HistoryMapping(
      layout: layout, zone: zone, names: names(queue),
      queue: queue.optional("value", knownQueues.reference()), interval: nil)
  }

  private func moment(
    _ timestamp: Record, _ format: HistoryMapping.StampFormat
  ) -> HistoryLayout.Moment? {
    if timestamp.has("date") || timestamp.has("time") {
      if timestamp.has("column") {
        timestamp.error("column", "it has a column and a date or time", hint: "keep one of them")
        return nil
      }
      guard let date = timestamp.required("date", .text),
        let time = timestamp.required("time", .text)
      else { return nil }
      return .init(date: .init(date), time: .init(time), format: format)
    }
    return timestamp.required("column", .text).map { .init(date: .init($0), format: format) }
  }

  /// `aht`, or `handle-time`, which may also be a total.
  private func handlingTime(
    _ record: Record
  ) -> (HistoryLayout.HandlingTime?, HistoryLayout.Unit) {
    if record.has("aht"), record.has("handle-time") {
      record.error("handle-time", "it has an aht and a handle-time", hint: "keep one of them")
    }
    let key = record.has("aht") ? "aht" : "handle-time"
    guard let part = optionalPart(key, of: record, keys: ["column", "unit", "total"]) else {
      return (nil, .seconds)
    }
    let unit = part.optional("unit", Notation<HistoryLayout.Unit>.word) ?? .seconds
    let isTotal = part.optional("total", .yesOrNo) ?? false
    guard let name = part.required("column", .text) else { return (nil, unit) }
    let column = HistoryLayout.Column(name)
    return (isTotal ? .total([column]) : .average(column), unit)
  }

  // MARK: - Queues

  private var knownQueues: Shelf<Queue> {
    Shelf(listing: centre.queues.map(\.id), of: "queues.yaml")
  }

  /// The queue's column: nil within for a file of one queue, nil with a finding.
  private func queueColumn(_ queue: Record) -> String?? {
    guard queue.has("value") else { return queue.required("column", .text).map { .some($0) } }
    guard !queue.has("column"), !queue.has("names") else {
      queue.error("value", "it has a value and a column", hint: "keep one of them")
      return nil
    }
    return .some(nil)
  }

  private func names(_ queue: Record) -> [String: Queue.ID] {
    guard let entry = queue["names"] else { return [:] }
    guard case .map(let pairs) = entry.content else {
      queue.error("names", "names is not a map", hint: "write {Spanish Voice: es-voice}")
      return [:]
    }
    let values = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    let record = Record("the names", values: values, place: entry.place, queue.inspection)
    var names: [String: Queue.ID] = [:]
    var plainNames: [String: String] = [:]
    for pair in pairs {
      let plain = ImportReader.plain(pair.key)
      if let other = plainNames[plain] {
        record.error(
          pair.key,
          "\"\(pair.key)\" and \"\(other)\" are one name, as capitals and blanks do not count",
          hint: "keep one of them")
      }
      plainNames[plain] = pair.key
      names[pair.key] = record.required(pair.key, knownQueues.reference())
    }
    return names
  }

  private func part(_ key: String, of record: Record, keys: [String]) -> Record? {
    guard record.has(key) else {
      record.error(key, "it has no \(key)", hint: "write \(key): {\(keys[0]): ...}")
      return nil
    }
    return optionalPart(key, of: record, keys: keys)
  }

  private func optionalPart(_ key: String, of record: Record, keys: [String]) -> Record? {
    record[key].flatMap { Record(key, $0, keys: keys, record.inspection) }
  }
}
