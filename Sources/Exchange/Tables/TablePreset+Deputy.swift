import Timeline
import Workforce

extension TablePreset {
  /// The bulk import of schedules of Deputy.
  ///
  /// Deputy knows people by their e-mail address, and names are only shown: a shift of an agent without
  /// an address becomes an empty shift there.
  ///
  /// Times are on the clock of the location, so of the agent's site; there is a file a zone. `Location`
  /// is the site and `Area` the agent's team, else the site again: both must exist in Deputy. A meal
  /// break is unpaid there: its minutes are those of all unpaid breaks, its times are said where there
  /// is one only. The rest break is the first paid one. All breaks, and the moments in UTC, stand in
  /// the comment, which alone tells times apart that the clock shows twice. Leave and days off are
  /// imported elsewhere and left out.
  package static let deputy = TablePreset(
    "deputy", "shifts for the bulk import of Deputy, a file a zone", needsAddresses: true,
    form: .guarded, naming: .byZone("deputy"),
    columns: [
      "First Name", "Last Name", "Email", "Start Date", "Start Time", "End Date", "End Time",
      "Location", "Area", "Meal Break (Mins)", "Meal Break Start Date", "Meal Break Start Time",
      "Meal Break End Date", "Meal Break End Time", "Rest Break Start Date",
      "Rest Break Start Time", "Rest Break End Date", "Rest Break End Time", "Comment",
      "Published", "Open",
    ]
  ) { line, _, sheets in
    let agent = line.agent
    let zone = line.site?.zone ?? agent.zone
    let names = agent.name.split(separator: " ", maxSplits: 1).map(String.init)
    let who = [names.first ?? "", names.count > 1 ? names[1] : "", agent.email ?? ""]
      .map { CSVText.cell($0, sheets.form) }
    let place = [agent.site.rawValue, agent.team ?? agent.site.rawValue]
      .map { CSVText.cell($0, sheets.form) }
    guard !line.shifts.isEmpty else { return }
    sheets.write(in: zone) { table in
      for listed in line.shifts {
        let paidBreaks = listed.shift.breaks.map(\.interval).filter { !listed.unpaid.contains($0) }
        for cell in who { table.add(ready: cell) }
        table.addSpan(listed.shift.interval, zone)
        for cell in place { table.add(ready: cell) }
        table.add(listed.unpaidMinutes)
        table.addSpan(listed.unpaid.count == 1 ? listed.unpaid[0] : nil, zone)
        table.addSpan(paidBreaks.first, zone)
        table.add(listed.description(in: zone))
        table.add("Yes")
        table.add("No")
        table.endRow()
      }
    }
  }
}

extension CSVText {
  /// Date and time of both ends, or four empty cells.
  fileprivate mutating func addSpan(_ interval: Interval?, _ zone: Zone) {
    guard let interval else {
      for _ in 0..<4 { addEmpty() }
      return
    }
    for instant in [interval.start, interval.end] {
      let reading = zone.reading(at: instant)
      add(reading.day)
      add(timeOf: reading, .seconds)
    }
  }
}
