import Workforce

/// Makes a folder hold just these calendars: `AGENT.ics` each, `cancelled/AGENT.ics` where the last change
/// cancelled something, the table `shifts.csv` and what else belongs to them; all of them or none.
///
/// What stood in the folder before goes.
package func replaceCalendars(
  _ set: CalendarSet, table: String, with others: [(name: String, bytes: [UInt8])] = [],
  in folder: String
) throws(ExchangeFault) {
  var files = others
  files.reserveCapacity(others.count + set.calendars.count + set.cancellations.count + 1)
  for (agent, bytes) in set.calendars.sorted(by: { $0.key < $1.key }) {
    files.append(("\(agent).ics", bytes))
  }
  for (agent, bytes) in set.cancellations.sorted(by: { $0.key < $1.key }) {
    files.append(("cancelled/\(agent).ics", bytes))
  }
  files.append(("shifts.csv", Array(table.utf8)))
  try replaceFolder(folder, with: files)
}

/// Writes the calendars of a set's agents into a folder that may hold other things, each file whole.
///
/// A cancellation of theirs that the folder still holds and that is no longer the last one goes.
package func writeCalendars(
  _ set: CalendarSet, table: String, in folder: String
) throws(ExchangeFault) {
  for agent in set.agents {
    if let bytes = set.calendars[agent] { try write(bytes, to: "\(folder)/\(agent).ics") }
    let cancelled = "\(folder)/cancelled/\(agent).ics"
    if let bytes = set.cancellations[agent] {
      try write(bytes, to: cancelled)
    } else {
      Writing.remove(cancelled)
    }
  }
  try write(table, to: "\(folder)/shifts.csv")
}
