import Timeline
import Workforce

extension TablePreset {
  /// For programs: a row a shift that says everything without knowing any zone.
  ///
  /// Instants are ISO 8601 with Z, local times ISO 8601 without, offsets such as `+01:00`. `work_date`
  /// is the day that the shift belongs to, `activity` the kind of shift; `queue` and `language` are
  /// lists separated by blanks. `uid`, `sequence` and `status` are those of the calendars; a
  /// shift that these do not tell yet has none. Texts are as
  /// they are; only one that looks guarded already gets a further apostrophe, which our readers take
  /// away again.
  package static let generic = TablePreset(
    "csv", "shifts.csv, a row a shift, for programs",
    form: .machine, naming: .whole("shifts.csv"),
    columns: [
      "agent", "name", "site", "tz", "work_date", "start_local", "end_local", "start_utc",
      "end_utc", "utc_offset_start", "utc_offset_end", "paid_minutes", "unpaid_break_minutes",
      "activity", "queue", "language", "uid", "sequence", "status",
    ]
  ) { line, content, sheets in
    let (agent, zone) = (line.agent, line.agent.zone)
    let form = sheets.form
    let who = [agent.id.rawValue, agent.name, agent.site.rawValue, zone.identifier]
      .map { CSVText.cell($0, form) }
    let served = [
      agent.skills.map(\.queue.rawValue).joined(separator: " "), content.languages(of: agent),
    ]
    .map { CSVText.cell($0, form) }
    sheets.write { table in
      for listed in line.shifts {
        let (start, end) = (listed.shift.interval.start, listed.shift.interval.end)
        for cell in who { table.add(ready: cell) }
        table.add(listed.shift.day)
        table.add(zone.reading(at: start), .minutes)
        table.add(zone.reading(at: end), .minutes)
        table.add(start)
        table.add(end)
        table.add(offset: zone.offset(at: start))
        table.add(offset: zone.offset(at: end))
        table.add(listed.shift.paid)
        table.add(listed.unpaidMinutes)
        table.add(listed.shift.template.rawValue)
        for cell in served { table.add(ready: cell) }
        table.add(listed.event?.uid ?? "")
        if let sequence = listed.event?.sequence { table.add(sequence) } else { table.addEmpty() }
        table.add(listed.event?.status.rawValue ?? "")
        table.endRow()
      }
    }
  }
}
