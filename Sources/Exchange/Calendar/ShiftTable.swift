import Timeline
package import Workforce

/// A roster's shifts as a CSV file that other programs read without knowing any zone: RFC 4180 with
/// CRLF, a row a shift, in order of agent and start.
///
/// Instants are ISO 8601 with Z, local times ISO 8601 without, offsets such as `+01:00`; `work_date` is
/// the day that the shift belongs to. `uid`, `sequence` and `status` are those of the calendars' edition;
/// a shift of which it does not tell has none.
package func shiftTable(_ roster: Roster, in centre: Centre, edition: Edition) -> String {
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
    for shift in own {
      let event = edition.event(of: shift)
      let (start, end) = (shift.interval.start, shift.interval.end)
      table.append([
        id.rawValue, agent.name, agent.site.rawValue, agent.zone.identifier,
        shift.day.description, shift.template.rawValue, local(start, agent.zone),
        local(end, agent.zone), start.description, end.description,
        offset(start, agent.zone), offset(end, agent.zone), String(shift.paid.count),
        String((shift.interval.length - shift.paid).count), event?.uid ?? "",
        event.map { String($0.sequence) } ?? "", event?.status.rawValue ?? "",
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
  var compact: [UInt8] = []
  compact.append(offset: zone.offset(at: instant))
  let text = String(decoding: compact, as: UTF8.self)
  return "\(text.prefix(3)):\(text.dropFirst(3))"
}
