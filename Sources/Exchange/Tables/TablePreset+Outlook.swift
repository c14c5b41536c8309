import Timeline
import Workforce

extension TablePreset {
  /// The CSV import of Outlook, with the English names of its columns (Outlook in another language
  /// asks which column is which).
  ///
  /// As with Google there is a file a zone, and a shift at a time that the clock shows twice stands in
  /// the file of `Etc-UTC`. Dates are those of the United States with times to the second. `Show time
  /// as` is 2 for shifts (busy), 3 for leave (out of office) and 0 for days off (free); the codes but
  /// for 2 are [unverified]. All-day events go from midnight to midnight, as Outlook exports them
  /// [unverified].
  package static let outlook = TablePreset(
    "outlook", "events for the CSV import of Outlook, a file a zone", form: .excel,
    naming: .byZone("outlook"),
    columns: [
      "Subject", "Start Date", "Start Time", "End Date", "End Time", "All day event",
      "Reminder on/off", "Reminder Date", "Reminder Time", "Meeting Organizer",
      "Required Attendees", "Optional Attendees", "Meeting Resources", "Billing Information",
      "Categories", "Description", "Location", "Mileage", "Priority", "Private", "Sensitivity",
      "Show time as",
    ]
  ) { line, _, sheets in
    let name = line.agent.name
    let site = line.agent.site.rawValue
    for listed in line.shifts {
      let zone = listed.shift.interval.clock(in: line.agent.zone)
      let (start, end) = (listed.shift.interval.start, listed.shift.interval.end)
      let event = OutlookEvent(
        subject: "\(name): \(listed.shift.template)", start: zone.reading(at: start),
        end: zone.reading(at: end), isAllDay: false, category: "Shift",
        description: listed.description(in: line.agent.zone), location: site, showAs: 2)
      sheets.write(in: zone, event.write)
    }
    for free in line.freeDays {
      let event = OutlookEvent(
        subject: "\(name): \(free.title)", start: LocalReading(free.day, .midnight),
        end: LocalReading(free.day + 1, .midnight), isAllDay: true, category: free.title,
        description: "", location: site, showAs: free.isAbsence ? 3 : 0)
      sheets.write(in: line.agent.zone, event.write)
    }
  }
}

/// A row of an Outlook table.
private struct OutlookEvent {
  let subject: String
  let start: LocalReading
  let end: LocalReading
  let isAllDay: Bool
  let category: String
  let description: String
  let location: String
  let showAs: Int

  func write(into table: inout CSVText) {
    table.add(subject)
    for reading in [start, end] {
      table.add(reading.day, .american)
      table.add(timeOf: reading, .halfSeconds)
    }
    table.add(isAllDay ? "True" : "False")
    table.add("False")
    // No reminder, no meeting, no bill: its date and time to Billing Information.
    for _ in 0..<7 { table.addEmpty() }
    table.add(category)
    table.add(description)
    table.add(location)
    table.addEmpty()
    table.add("Normal")
    table.add("False")
    table.add("Normal")
    table.add(showAs)
    table.endRow()
  }
}
