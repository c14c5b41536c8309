package import Timeline
package import Workforce

extension Workspace {
  /// The file of exclusions, as findings name it.
  package var exclusionFile: String { ExclusionFile.path }

  /// The exclusions that the planner's file holds, those that are kept as well.
  package func exclusions(
    of centre: Centre, zones: ZoneDatabase
  ) throws(Findings) -> [ExclusionRow] {
    let inspection = Inspection()
    let reader = CentreReader(workspace: self, zones: zones, inspection)
    let rows = reader.exclusions(Shelf(listing: centre.queues.map(\.id), of: "queues.yaml"))
    if inspection.hasErrors { throw Findings(inspection.result, of: ExclusionFile.path) }
    return rows
  }

  /// Adds exclusions behind the rows that are there, which stay as they are, in the order of the file's
  /// own columns; each by the clock of its queue.
  package func add(_ exclusions: [Exclusion], of centre: Centre) throws(ExchangeFault) {
    guard !exclusions.isEmpty else { return }
    let inspection = Inspection()
    var bytes = bytes(of: ExclusionFile.path, inspection) ?? []
    var columns = ExclusionFile.columns
    var form = CSVForm.workspace
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    if (try? scanner.next(into: &fields)) == true {
      columns = fields.map { scanner.text($0) }
      form.separator = scanner.separator
      if bytes.last != .newline { bytes.append(.newline) }
    } else {
      bytes = CSVText(form, columns: columns).bytes
    }
    var added = CSVText(form)
    for exclusion in exclusions {
      let zone = centre.queue(exclusion.queue)?.opening.zone ?? centre.zone
      for row in ExclusionFile.rows(of: exclusion, in: zone) {
        added.append(columns.map { row[$0] ?? "" })
      }
    }
    try Exchange.write(bytes + added.bytes, to: path(ExclusionFile.path))
  }
}
