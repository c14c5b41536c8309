package import Timeline
package import Workforce

/// How an ACD's file is read: its layout, and which of the ACD's names mean which queue.
///
/// A small YAML file, kept with the workspace, says it for any table:
///
/// ```yaml
/// timestamp: {column: Interval Start, zone: Europe/Vienna, format: dmy}
/// queue: {column: Queue Name, names: {Spanish Voice: es-voice}}
/// offered: {column: Offered}
/// aht: {column: Average Handle Time, unit: s}
/// interval: 15m
/// ```
///
/// For a layout that Nobat knows, `queue: {names: {...}}` is enough, and even that may be left out
/// where the ACD calls its queues as the workspace does.
package struct HistoryMapping: Hashable, Sendable {
  /// How a moment is written.
  package enum StampFormat: String, CaseIterable, Hashable, Sendable {
    /// `2026-12-07T07:00` or `2026-12-07 07:00:00`, with or without an offset.
    case iso
    /// The year first, in any form: `2026/12/07 7:00 AM`, `20261207 07:00`.
    case ymd
    /// `07.12.2026 07:00`, also with slashes or hyphens.
    case dmy
    /// `12/07/2026 7:00 AM`.
    case mdy
    /// Seconds or milliseconds since 1970.
    case epoch
  }

  let layout: HistoryLayout
  /// The clock of stamps without an offset; nil where every stamp has one.
  package let zone: Zone?
  /// Queues by the names that the ACD gives them.
  package let names: [String: Queue.ID]
  /// The queue of all rows, where the file is of one.
  package let queue: Queue.ID?
  /// The length of slots, where it is given rather than found.
  package let interval: Minutes?

  /// The same for a file of one queue, whatever its rows say.
  package func with(queue: Queue.ID) -> HistoryMapping {
    HistoryMapping(layout: layout, zone: zone, names: names, queue: queue, interval: interval)
  }
}

extension HistoryMapping {
  /// The mapping of a format, from a mapping file anywhere on the disk where one is given.
  ///
  /// `zone` is the clock of stamps without an offset, `interval` the length of slots where the file
  /// does not say it; both stand before what the mapping says.
  package static func read(
    _ path: String?, format: HistoryFormat = .generic, zone: Zone? = nil,
    interval: Minutes? = nil, zones: ZoneDatabase, centre: Centre
  ) throws(Findings) -> HistoryMapping {
    let inspection = Inspection()
    let reader = MappingReader(
      path: path ?? "", format: format, zone: zone, interval: interval, zones: ZoneShelf(zones),
      centre: centre, inspection: inspection)
    let mapping = path == nil ? reader.mappingWithoutFile() : reader.mapping()
    if let mapping, !inspection.hasErrors { return mapping }
    throw Findings(inspection.result, of: path ?? format.rawValue)
  }
}
