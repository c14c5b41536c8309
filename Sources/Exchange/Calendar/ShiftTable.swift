import Timeline
package import Workforce

/// A roster's shifts as a CSV file that other programs read without knowing any zone: RFC 4180 with
/// CRLF, a row a shift, in order of agent and start.
///
/// Instants are ISO 8601 with Z, local times ISO 8601 without, offsets such as `+01:00`; `work_date` is
/// the day that the shift belongs to. `uid`, `sequence` and `status` are those of the calendars that
/// go with it, by agent; without a calendar a shift is new.
package func shiftTable(
  _ roster: Roster, in centre: Centre, calendars: [Agent.ID: String] = [:]
) -> String {
  var table = CSVText(
    columns: [
      "agent", "name", "site", "tz", "work_date", "shift", "start_local", "end_local", "start_utc",
      "end_utc", "utc_offset_start", "utc_offset_end", "paid_minutes", "unpaid_break_minutes",
      "uid",
      "sequence", "status",
    ], lineEnd: .crlf)
  let agents = Dictionary(centre.agents.map { ($0.id, $0) }) { first, _ in first }
  let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
  for (id, own) in shifts.sorted(by: { $0.key < $1.key }) {
    guard let agent = agents[id] else { continue }
    let calendar = PublishedCalendar(calendars[id] ?? "")
    let events = Dictionary(calendar.events.map { ($0.uid, $0) }) { first, _ in first }
    for (shift, number) in AgentCalendar.numbered(own) {
      let uid = AgentCalendar.uid(of: shift, number: number, in: centre)
      let event = events[uid]
      let (start, end) = (shift.interval.start, shift.interval.end)
      table.append([
        id.rawValue, agent.name, agent.site.rawValue, agent.zone.identifier,
        shift.day.description, shift.template.rawValue, local(start, agent.zone),
        local(end, agent.zone), start.description, end.description,
        offset(start, agent.zone), offset(end, agent.zone), String(shift.paid.count),
        String((shift.interval.length - shift.paid).count), uid, String(event?.sequence ?? 0),
        event?.status.rawValue ?? PublishedEvent.Status.confirmed.rawValue,
      ])
    }
  }
  return table.text
}

/// `2026-12-07T08:00`.
private func local(_ instant: Instant, _ zone: Zone) -> String {
  let reading = zone.reading(at: instant)
  return "\(reading.day)T\(reading.time)"
}

/// `+05:30`.
private func offset(_ instant: Instant, _ zone: Zone) -> String {
  let compact = CalendarStamp.offset(zone.offset(at: instant))
  return "\(compact.prefix(3)):\(compact.dropFirst(3))"
}
