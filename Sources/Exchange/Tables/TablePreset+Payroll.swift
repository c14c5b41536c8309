import Timeline
import Workforce

extension TablePreset {
  /// For payroll: a row for every local date that a shift touches, with the minutes worked on it.
  ///
  /// All minutes are real time: a night of eight hours on the clock has seven or nine where the clock
  /// changes. `work_date` is the day that the shift belongs to, `date` the one whose minutes the row
  /// counts. Unpaid breaks are taken where they lie. `extra_paid_minutes` are paid on top of the
  /// presence, which a roster changed by hand may do, such as for travel; they stand under the first
  /// date. `paid_minutes` are the presence less the unpaid breaks and with the extra. `night_minutes` are paid minutes within the site's
  /// night hours on the agent's clock; `sunday_minutes` and `holiday_minutes` are the paid minutes of
  /// such a date, the holidays being the site's. The rows of a shift add up to what the roster pays.
  package static let payroll = TablePreset(
    "payroll", "minutes worked by local date: paid, night, Sunday, holiday", form: .excel,
    naming: .whole("payroll.csv"),
    columns: [
      "agent", "name", "site", "tz", "work_date", "activity", "uid", "date", "start_local",
      "end_local", "start_utc", "end_utc", "present_minutes", "unpaid_break_minutes",
      "extra_paid_minutes", "paid_minutes", "night_minutes", "sunday_minutes", "holiday_minutes",
      "holiday",
    ]
  ) { line, _, sheets in
    let (agent, zone) = (line.agent, line.agent.zone)
    let form = sheets.form
    let who = [agent.id.rawValue, agent.name, agent.site.rawValue, zone.identifier]
      .map { CSVText.cell($0, form) }
    sheets.write { table in
      for listed in line.shifts {
        for part in line.paidDays(of: listed) {
          for cell in who { table.add(ready: cell) }
          table.add(listed.shift.day)
          table.add(listed.shift.template.rawValue)
          table.add(listed.event?.uid ?? "")
          table.add(part.day)
          table.add(zone.reading(at: part.interval.start), .minutes)
          table.add(zone.reading(at: part.interval.end), .minutes)
          table.add(part.interval.start)
          table.add(part.interval.end)
          table.add(part.interval.length)
          table.add(part.unpaid)
          table.add(part.extra)
          table.add(part.paid)
          table.add(part.night)
          table.add(part.day.weekday == .sunday ? part.paid : .zero)
          table.add(part.holiday == nil ? .zero : part.paid)
          table.add(part.holiday ?? "")
          table.endRow()
        }
      }
    }
  }
}
