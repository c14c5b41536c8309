import Timeline
import Workforce

/// The table `activities.csv` that lies beside a table of shifts: what is done when, a row an activity.
struct ActivityTable {
  private static let columns = ["agent", "start", "end", "activity"]

  private let file: String
  /// All activities but work that no shift has taken yet, in order of time.
  private var breaks: [Agent.ID: [Activity]]

  static func bytes(of shifts: some Sequence<Shift>) -> [UInt8] {
    var table = CSVText(columns: columns)
    for shift in shifts {
      for activity in shift.activities {
        table.add(shift.agent.rawValue)
        table.add(activity.interval.start)
        table.add(activity.interval.end)
        table.add(activity.kind.rawValue)
        table.endRow()
      }
    }
    return table.bytes
  }

  /// Reads a file of a workspace; whatever is wrong with it is a finding.
  init(
    _ file: String, in workspace: Workspace, of agents: Notation<Agent.ID>,
    madeBy command: String, _ inspection: Inspection
  ) {
    self.file = file
    breaks = [:]
    guard let bytes = workspace.requiredResult(file, madeBy: command, inspection),
      let table = CSVTable.read(
        bytes, file: file, required: ActivityTable.columns, inspection)
    else { return }
    for row in table.rows {
      let record = Record("the activity", values: row.values, place: row.place, inspection)
      let agent = record.required("agent", agents)
      let kind = record.required("activity", Notation<Activity.Kind>.word)
      guard let agent, let kind, let interval = record.interval, kind != .work else { continue }
      breaks[agent, default: []].append(Activity(kind: kind, interval: interval))
    }
    breaks = breaks.mapValues { $0.sorted { $0.interval.start < $1.interval.start } }
  }

  /// Takes out the breaks of an agent that lie within a shift.
  mutating func takeBreaks(of agent: Agent.ID, within interval: Interval) -> [Activity] {
    let own = (breaks[agent] ?? []).filter { interval.encloses($0.interval) }
    breaks[agent]?.removeAll { interval.encloses($0.interval) }
    return own
  }

  /// Finds fault with breaks that no shift has taken.
  func reportLost(_ inspection: Inspection, hint: String) {
    for (agent, left) in breaks.sorted(by: { $0.key < $1.key }) where !left.isEmpty {
      inspection.error(
        Place(file: file),
        "agent \"\(agent)\" has a \(left[0].kind.rawValue) at \(left[0].interval.start) outside of "
          + "their shifts", hint: hint)
    }
  }
}

extension Record {
  /// The fields `start` and `end`, in this order of time.
  var interval: Interval? {
    guard let start = required("start", .instant), let end = required("end", .instant)
    else { return nil }
    guard start < end else {
      error("end", "end is \(end), not after the start", hint: "mend one of the times")
      return nil
    }
    return Interval(start: start, end: end)
  }
}

extension Interval {
  fileprivate func encloses(_ other: Interval) -> Bool { start <= other.start && other.end <= end }
}
