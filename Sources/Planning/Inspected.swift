package import Exchange
package import Timeline
package import Workforce

/// All that can be said of a workspace without planning: its centre if there is one, and findings.
package struct Inspected: Sendable {
  package let centre: Centre?
  /// Of every file, the history's too, in order of file and place.
  package let findings: [Finding]
  /// Slots with an observation in the history.
  package let observations: Int
  /// Published shifts that newer rules of time zones move, by the finding that tells of each.
  package let movedShifts: [Finding: MovedShift]

  /// Inspects a workspace, and of what was published the weeks that end after `day`; all if nil.
  package init(in folder: String, zones: ZoneDatabase, publishedSince day: LocalDay? = nil) {
    let workspace = Workspace(folder: folder)
    let published = Inspected.published(in: workspace, zones: zones, since: day)
    movedShifts = published.moved
    let read = workspace.read(zones: zones)
    let findings = read.findings + published.findings
    centre = read.centre
    guard let centre else {
      self.findings = findings.sorted()
      observations = 0
      return
    }
    // Having no history yet is no mistake: a new workspace is sound, and is told what comes next.
    let (history, historyFindings) = workspace.readHistory(of: centre)
    self.findings =
      (findings + historyFindings + workspace.overrideFindings(in: centre)).sorted()
    observations = (history?.queues ?? []).reduce(0) { count, queue in
      count + queue.offered.count { !$0.isNaN }
    }
  }

  /// What the rules of time zones of now say of what agents were told.
  private static func published(
    in workspace: Workspace, zones: ZoneDatabase, since day: LocalDay?
  ) -> (findings: [Finding], moved: [Finding: MovedShift]) {
    var findings: [Finding] = []
    var moved: [Finding: MovedShift] = [:]
    for firstDay in workspace.publishedWeeks where day.map({ firstDay + 7 > $0 }) ?? true {
      do throws(Findings) {
        guard let publication = try workspace.publication(from: firstDay) else { continue }
        for (finding, shift) in MovedWeek(publication, by: zones).findings {
          findings.append(finding)
          if let shift { moved[finding] = shift }
        }
      } catch {
        findings += error.list
      }
    }
    return (findings, moved)
  }

  /// Whether the workspace can be planned with.
  package func isSound(strictly: Bool) -> Bool {
    findings.allSatisfy { $0.severity == .warning && !strictly }
  }
}
