import Timeline
import Workforce

extension TablePreset {
  /// The file "Agent Schedule Detail" of NICE IEX WFM: a row an activity, divided by `|`, lines ending
  /// in a line feed, the header behind `#fields:`.
  ///
  /// `schedDate` is the day that the shift belongs to and `excdate` the day on which the activity
  /// begins; the two differ after midnight. Both, as the times, are on the clock of the management
  /// unit, here the site, and `TZ` names it. Dates are mmddyyyy and times of 24 hours, which IEX takes
  /// where nothing else is set. `custID` is the centre, `muID` the site, `tvID` the agent; the ids of
  /// the ACD are not known and empty. The columns behind `logonID` are [unverified]; `length` is in
  /// minutes of real time, so that it is right where the clock changes. A day of leave is an activity
  /// of its whole day; days off have no row.
  package static let iex = TablePreset(
    "iex", "Agent Schedule Detail of NICE IEX, a row an activity",
    form: CSVForm(separator: .pipe, lineEnd: .lf),
    naming: .stamped("agentScheduleDetail"),
    columns: [
      "#fields:excdate", "schedDate", "TZ", "custID", "muID", "tvID", "acdID", "logonID",
      "agentName", "exc", "start", "stop", "length",
    ]
  ) { line, content, sheets in
    let zone = line.site?.zone ?? line.agent.zone
    let (agent, form) = (line.agent, sheets.form)
    let who = [
      zone.identifier, content.centre.name, agent.site.rawValue, agent.id.rawValue, "", "",
      agent.name,
    ]
    .map { CSVText.cell($0, form) }
    func write(_ code: String, _ interval: Interval, of day: LocalDay, to table: inout CSVText) {
      let (start, end) = (zone.reading(at: interval.start), zone.reading(at: interval.end))
      table.add(start.day, .compact)
      table.add(day, .compact)
      for cell in who { table.add(ready: cell) }
      table.add(code)
      table.add(timeOf: start, .minutes)
      table.add(timeOf: end, .minutes)
      table.add(interval.length)
      table.endRow()
    }
    sheets.write { table in
      for listed in line.shifts {
        for activity in listed.shift.activities {
          write(activity.kind.rawValue, activity.interval, of: listed.shift.day, to: &table)
        }
      }
      for free in line.freeDays {
        guard let leave = free.leave else { continue }
        write(leave.rawValue, free.interval, of: free.day, to: &table)
      }
    }
  }
}
