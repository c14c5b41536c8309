import Timeline
package import Workforce

/// A change list as a CSV file for other programs: RFC 4180 with CRLF, a row a change, in order of
/// agent and time, with both times of each.
///
/// Local times are those of the agent's clock (`zone`, and `old_zone` where it was another); instants
/// are ISO 8601 with Z. Of an added shift the old fields are empty, of a cancelled one the new.
package func changeTable(_ changes: ChangeList, in centre: Centre) -> String {
  let fields = ["start_local", "end_local", "start_utc", "end_utc", "paid_minutes", "breaks"]
  var table = CSVText(
    .machine,
    columns: ["agent", "name", "change", "day", "shift", "zone"] + fields.map { "old_\($0)" }
      + fields.map { "new_\($0)" } + ["old_zone"])
  let names = Dictionary(centre.agents.map { ($0.id, $0.name) }) { first, _ in first }
  for change in changes.changes {
    let shift = change.shift
    let oldZone = change.before.flatMap { $0.zone == shift.zone ? nil : $0.zone }
    table.append(
      [
        change.agent.rawValue, FormulaGuard.guarding(names[change.agent] ?? change.agent.rawValue),
        change.kind.rawValue,
        shift.shift.day.description, shift.shift.template.rawValue, shift.zone,
      ] + times(change.before, count: fields.count) + times(change.after, count: fields.count)
        + [oldZone ?? ""])
  }
  return table.text
}

private func times(_ published: PublishedShift?, count: Int) -> [String] {
  guard let published else { return Array(repeating: "", count: count) }
  let shift = published.shift
  let breaks = shift.breaks.map { pause in
    "\(pause.interval.start)/\(pause.interval.end) \(pause.kind.rawValue)"
  }
  return [
    published.start.text, published.end.text, shift.interval.start.description,
    shift.interval.end.description, String(shift.paid.count), breaks.joined(separator: " + "),
  ]
}
