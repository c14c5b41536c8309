import Timeline
import Workforce

extension TablePreset {
  /// Rows for the sheet "Shifts" of the Excel workbook that Microsoft Teams Shifts imports; the names of
  /// the columns are [unverified], so paste the rows under the template's own.
  ///
  /// The import only adds: a second one makes second shifts. It knows people by their work address, and
  /// reads times on the team's clock, so there is a file a zone; times that a clock shows twice are told
  /// apart in the notes only. A shift there lasts from a minute to 24 hours: longer ones are cut, empty
  /// ones left out. Colours are those of its fixed list, one a kind of shift. Leave and days off belong
  /// on another sheet and are left out.
  package static let teams = TablePreset(
    "teams", "rows for the Excel import of Teams Shifts, a file a zone",
    needsAddresses: true, form: .excel, naming: .byZone("teams"),
    columns: [
      "Member", "Work Email", "Group", "Start Date", "Start Time", "End Date", "End Time",
      "Theme Color", "Custom Label", "Unpaid Break (minutes)", "Notes", "Shared",
    ]
  ) { line, content, sheets in
    let (agent, zone) = (line.agent, line.agent.zone)
    let who = [agent.name, agent.email ?? "", agent.team ?? agent.site.rawValue]
      .map { CSVText.cell($0, sheets.form) }
    let parts = line.shifts.flatMap { listed in
      TeamsShift.parts(of: listed.shift.interval).map { (listed: listed, part: $0) }
    }
    guard !parts.isEmpty else { return }
    sheets.write(in: zone) { table in
      for (listed, part) in parts {
        for cell in who { table.add(ready: cell) }
        for instant in [part.start, part.end] {
          let reading = zone.reading(at: instant)
          table.add(reading.day, .american)
          table.add(timeOf: reading, .minutes)
        }
        table.add(TeamsShift.color(of: listed.shift.template, in: content.centre))
        table.add(listed.shift.template.rawValue)
        table.add(listed.unpaid.reduce(Minutes.zero) { $0 + $1.minutes(in: part) })
        table.add(listed.description(in: zone))
        table.add("Not Shared")
        table.endRow()
      }
    }
  }
}

/// What Teams Shifts takes for a shift.
enum TeamsShift {
  /// The longest shift (Microsoft's help on importing a schedule from Excel).
  static let limit = Minutes.days(1)

  /// The colours of the Graph type `scheduleEntityTheme` but for white, in its order.
  static let colors = [
    "blue", "green", "purple", "pink", "yellow", "gray", "darkBlue", "darkGreen", "darkPurple",
    "darkPink", "darkYellow",
  ]

  /// A shift in pieces of at most 24 hours of real time, none of them empty.
  static func parts(of interval: Interval) -> [Interval] {
    var parts: [Interval] = []
    var start = interval.start
    while start < interval.end {
      let end = min(start + limit, interval.end)
      parts.append(Interval(start: start, end: end))
      start = end
    }
    return parts
  }

  /// The colour of a kind of shift: by its place among the centre's templates.
  static func color(of template: ShiftTemplate.ID, in centre: Centre) -> String {
    let place = centre.templates.firstIndex { $0.id == template } ?? centre.templates.count
    return colors[place % colors.count]
  }
}
