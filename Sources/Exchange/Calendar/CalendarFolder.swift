import Workforce

/// Makes a folder hold just these files: `AGENT.ics` each, `cancelled/AGENT.ics` where the last change
/// cancelled something, and others such as tables; all of them or none.
///
/// What stood in the folder before goes.
package func replaceCalendars(
  _ set: CalendarSet, and others: [NamedFile], in folder: String
) throws(ExchangeFault) {
  try replaceFolder(folder, with: files(of: set) + others)
}

/// Writes the calendars of a set's agents, and other files, into a folder that may hold other things.
///
/// A cancellation of theirs that the folder still holds and that is no longer the last one goes.
package func writeCalendars(
  _ set: CalendarSet, and others: [NamedFile], in folder: String
) throws(ExchangeFault) {
  try write(files(of: set) + others, into: folder)
  for agent in set.agents where set.cancellations[agent] == nil {
    Writing.remove("\(folder)/cancelled/\(agent).ics")
  }
}

/// The files of a set's calendars and cancellations, in order of agent.
private func files(of set: CalendarSet) -> [NamedFile] {
  let calendars = set.calendars.sorted { $0.key < $1.key }
  let cancellations = set.cancellations.sorted { $0.key < $1.key }
  return calendars.map { (name: "\($0.key).ics", bytes: $0.value) }
    + cancellations.map { (name: "cancelled/\($0.key).ics", bytes: $0.value) }
}
