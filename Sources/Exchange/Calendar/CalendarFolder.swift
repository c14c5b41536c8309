import Timeline
package import Workforce

/// The calendars that stand in a folder, by agent: the earlier edition for the next one.
package func calendars(in folder: String) -> [Agent.ID: String] {
  Writing.removeStale(in: Writing.folder(of: folder))
  let inspection = Inspection()
  var texts: [Agent.ID: String] = [:]
  let ending = ".ics"
  for file in Workspace(folder: folder).files(in: ".", ending: ending) {
    let name = Writing.name(of: file)
    guard let bytes = Workspace.bytes(at: "\(folder)/\(name)", named: name, inspection)
    else { continue }
    texts[Agent.ID(String(name.dropLast(ending.count)))] = String(decoding: bytes, as: UTF8.self)
  }
  return texts
}

/// Makes a folder hold just these: a file an agent and other files, such as tables, all of them or none.
///
/// What stood in the folder before goes.
package func replaceCalendars(
  _ calendars: [Agent.ID: String], and others: [NamedFile], in folder: String
) throws(ExchangeFault) {
  try replaceFolder(folder, with: calendarFiles(calendars) + others)
}

/// The files of calendars, one an agent.
package func calendarFiles(_ calendars: [Agent.ID: String]) -> [NamedFile] {
  calendars.sorted { $0.key < $1.key }.map { agent, text in
    (name: "\(agent).ics", bytes: Array(text.utf8))
  }
}
