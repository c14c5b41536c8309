package import Exchange
package import Timeline
package import Workforce

/// What a planner says about the files of an import.
package struct ImportOrder: Sendable {
  package let files: [String]
  package let format: HistoryFormat
  /// The mapping file (YAML); a known format may do without.
  package let mapping: String?
  /// The clock of stamps without an offset, in place of the mapping's.
  package let zone: Zone?
  /// The length of slots, where the files do not say it.
  package let interval: Minutes?
  /// The queue of all rows, in place of the mapping's.
  package let queue: Queue.ID?
  package let options: ImportOptions

  package init(
    files: [String], format: HistoryFormat, mapping: String?, zone: Zone?, interval: Minutes?,
    queue: Queue.ID?, options: ImportOptions
  ) {
    self.files = files
    self.format = format
    self.mapping = mapping
    self.zone = zone
    self.interval = interval
    self.queue = queue
    self.options = options
  }
}

extension Journey {
  /// Joins an ACD's files with the workspace's history: all of them or none, and nothing is written
  /// where the import is a trial.
  ///
  /// The files and the mapping may lie anywhere on the disk.
  package func importHistory(_ order: ImportOrder) throws(JourneyFault) -> [HistoryImport] {
    var mapping = try reading { () throws(Findings) in
      try HistoryMapping.read(
        order.mapping, format: order.format, zone: order.zone, interval: order.interval,
        zones: zones, centre: centre)
    }
    if let queue = order.queue { mapping = mapping.with(queue: queue) }
    let result = try reading { () throws(Findings) in
      try workspace.importHistory(order.files, by: mapping, order.options, of: centre)
    }
    if !order.options.isTrial {
      try writing { () throws(ExchangeFault) in try workspace.commit(result) }
    }
    return result.imports
  }
}
