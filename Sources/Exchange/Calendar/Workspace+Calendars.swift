import Timeline
package import Workforce

extension Workspace {
  /// The calendars that stand in `calendars/<id>/`, by agent: the earlier edition for the next one.
  package func calendars(_ id: String) -> [Agent.ID: String] {
    Writing.removeStale(in: path("calendars"))
    let folder = "calendars/\(id)"
    let inspection = Inspection()
    var texts: [Agent.ID: String] = [:]
    for name in names(in: folder, ending: ".ics") {
      let file = "\(folder)/\(name).ics"
      guard let bytes = Workspace.bytes(at: path(file), named: file, inspection) else { continue }
      texts[Agent.ID(name)] = String(decoding: bytes, as: UTF8.self)
    }
    return texts
  }

  /// Writes `calendars/<id>/`: a file an agent and the table `shifts.csv`, all of them or none.
  package func writeCalendars(
    _ calendars: [Agent.ID: String], table: String, id: String
  ) throws(ExchangeFault) {
    let files = calendars.sorted { $0.key < $1.key }.map { agent, text in
      (name: "\(agent).ics", bytes: Array(text.utf8))
    }
    try replaceFolder(
      path("calendars/\(id)"), with: files + [(name: "shifts.csv", bytes: Array(table.utf8))])
  }
}
