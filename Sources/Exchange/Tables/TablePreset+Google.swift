import Timeline
import Workforce

extension TablePreset {
  /// The import of Google Calendar: `Subject` and `Start Date` are what it cannot do without.
  ///
  /// Dates are those of the United States, times have AM and PM. There is no column for the zone: the
  /// times are read on the clock of the calendar that is imported into, so there is a file a zone.
  /// A shift that begins or ends at a time which the clock shows twice could be taken for either; it
  /// stands in the file of `Etc-UTC`. A night shift ends on the next date. Breaks are in the description,
  /// days off and leave are all-day events, one a day. Google knows no UID here: importing a second
  /// time makes second events [unverified].
  package static let google = TablePreset(
    "google", "events for the import of Google Calendar, a file a zone", form: .guarded,
    naming: .byZone("google"),
    columns: [
      "Subject", "Start Date", "Start Time", "End Date", "End Time", "All Day Event",
      "Description", "Location", "Private",
    ]
  ) { line, _, sheets in
    let location = CSVText.cell(line.agent.site.rawValue, sheets.form)
    for listed in line.shifts {
      let zone = listed.shift.interval.clock(in: line.agent.zone)
      sheets.write(in: zone) { table in
        table.add("\(line.agent.name): \(listed.shift.template)")
        for instant in [listed.shift.interval.start, listed.shift.interval.end] {
          let reading = zone.reading(at: instant)
          table.add(reading.day, .american)
          table.add(timeOf: reading, .halves)
        }
        table.add("False")
        table.add(listed.description(in: line.agent.zone))
        table.add(ready: location)
        table.add("False")
        table.endRow()
      }
    }
    guard !line.freeDays.isEmpty else { return }
    sheets.write(in: line.agent.zone) { table in
      for free in line.freeDays {
        table.add("\(line.agent.name): \(free.title)")
        // First and last day of the event, without times.
        for _ in 0..<2 {
          table.add(free.day, .american)
          table.addEmpty()
        }
        table.add("True")
        table.addEmpty()
        table.add(ready: location)
        table.add("False")
        table.endRow()
      }
    }
  }
}
