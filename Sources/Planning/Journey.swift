package import Exchange
import Rostering
package import Timeline
package import Workforce

/// The line from history to calendars, over one workspace.
///
/// Every step reads what the step before it has left in the workspace and leaves its own result
/// there, so that a planner can stop, look and change between any two.
package struct Journey: Sendable {
  package let workspace: Workspace
  package let centre: Centre
  /// What a planner should know of the workspace although it can be planned with.
  package let warnings: [Finding]
  let zones: ZoneDatabase
  let watcher: Progress.Watcher

  /// Opens a workspace; all that is wrong with it is the fault.
  package init(
    in folder: String, zones: ZoneDatabase, watching watcher: @escaping Progress.Watcher
  ) throws(JourneyFault) {
    workspace = Workspace(folder: folder)
    self.zones = zones
    self.watcher = watcher
    let (centre, findings) = workspace.read(zones: zones)
    guard let centre else {
      throw .workspace(Findings(findings.filter { $0.severity == .error }) ?? .unexplained)
    }
    self.centre = centre
    warnings = findings
  }

  /// What the ACD counted, as the workspace's history files hold it; having none is a fault.
  package func history() throws(JourneyFault) -> History {
    report("read the history", 0)
    return try reading { () throws(Findings) in try workspace.history(of: centre) }
  }

  /// The planning week of a choice.
  package func week(_ choice: WeekChoice, after history: History) -> PlanningWeek {
    switch choice {
    case .holding(let day):
      return centre.week(of: day)
    case .next:
      // The last slot's start, not its end, lies in the last week that was observed.
      let last = history.queues.map { $0.grid.end - $0.grid.slot }.max()
      return last.map { centre.week(of: centre.week(of: centre.zone.day(at: $0)).firstDay + 7) }
        ?? centre.week(of: LocalDay(daysSince1970: 0))
    }
  }

  /// The planning week that a result of this grid belongs to.
  package func week(of grid: Grid) -> PlanningWeek {
    centre.week(of: centre.zone.day(at: grid.start))
  }

  func report(_ step: String, _ share: Double) {
    _ = watcher(Progress(step: step, share: share))
  }
}
