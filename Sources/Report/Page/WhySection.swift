import Timeline
import Workforce

/// Why each need is what it is: the goal of each queue, then interval by interval what led to it.
func whySection(_ content: ReportContent) -> Markup {
  let explained = content.requirement.queues.filter { $0.explanation != nil }
  guard !explained.isEmpty else { return .empty }
  let clock = WeekClock(zone: content.week.zone)
  var parts: Markup = ""
  for queue in explained {
    guard let why = queue.explanation else { continue }
    let definition = why.definition.map { ", service level \($0.words)" } ?? ""
    parts += """
      <h3>\(Markup.name(queue.queue.rawValue))</h3>
      <p>Model \(why.model.rawValue); target \(why.target)\(definition); staffed for \
      \(why.plannedFor == "mean" ? "what is expected" : why.plannedFor); rounded to hundredths.</p>
      \(table(of: queue, why, content, clock).folded("Every interval"))
      """
  }
  return """
    <section id='why'><h2>Why so many</h2>
    <p>Load is contacts × handling time ÷ interval. The model turns load and target into agents at \
    work; shrinkage divides them once into agents on duty, and the minimum staff holds while the \
    queue is open.</p>
    \(parts)</section>
    """
}

private func table(
  of queue: QueueRequirement, _ why: NeedExplanation, _ content: ReportContent, _ clock: WeekClock
) -> Table {
  var table = Table(
    "What led to the need of \(queue.queue.rawValue), per interval",
    columns: [
      .times("Interval"), .figures("Erlangs"), .figures("Handling time, s"), .figures("At work"),
      .figures("Shrinkage"), .figures("On duty"), .words("Decided by"),
    ])
  let grid = content.requirement.grid
  for slot in grid.indices where why.rulings[slot] != .closed {
    table.add([
      Table.Cell(clock.dayTime(grid.start(of: slot))),
      Table.Cell(Figures.number(queue.load[slot], decimals: 2)),
      Table.Cell(Figures.number(queue.handlingTime[slot])),
      Table.Cell(Figures.number(why.atWork[slot], decimals: 2)),
      Table.Cell(Figures.percent(why.shrinkage[slot])),
      Table.Cell(Figures.number(queue.agents[slot], decimals: 2)),
      Table.Cell(why.rulings[slot].words),
    ])
  }
  return table
}

extension NeedExplanation.Ruling {
  /// What decided, in a planner's words.
  fileprivate var words: String {
    switch self {
    case .closed: "closed"
    case .noContacts: "no contacts"
    case .serviceLevel: "service level"
    case .abandonment: "abandonment"
    case .occupancy: "occupancy"
    case .load: "load"
    case .due: "work that falls due"
    case .minimumStaff: "minimum staff"
    }
  }
}
