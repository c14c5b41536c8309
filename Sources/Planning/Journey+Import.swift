package import Exchange
package import Workforce

extension Journey {
  /// Joins an ACD's file with the workspace's history; writes it only if told so.
  ///
  /// The ACD's CSV file and the mapping, a YAML file that says which column is what, may lie anywhere
  /// on the disk.
  package func importHistory(
    _ file: String, mapping: String, queue: Queue.ID?, source: String?, replacing: Bool,
    writing isWriting: Bool
  ) throws(JourneyFault) -> HistoryImport {
    let mapping = try reading { () throws(Findings) in
      try HistoryMapping.read(mapping, zones: zones, centre: centre)
    }
    let result = try reading { () throws(Findings) in
      try workspace.importHistory(
        file, mapping: mapping, queue: queue, source: source, replacing: replacing, of: centre)
    }
    if isWriting { try writing { () throws(ExchangeFault) in try workspace.commit(result) } }
    return result
  }
}
