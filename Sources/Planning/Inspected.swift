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

  package init(in folder: String, zones: ZoneDatabase) {
    let workspace = Workspace(folder: folder)
    let (centre, findings) = workspace.read(zones: zones)
    self.centre = centre
    guard let centre else {
      self.findings = findings
      observations = 0
      return
    }
    // Having no history yet is no mistake: a new workspace is sound, and is told what comes next.
    let (history, historyFindings) = workspace.readHistory(of: centre)
    self.findings = (findings + historyFindings).sorted()
    observations = (history?.queues ?? []).reduce(0) { count, queue in
      count + queue.offered.count { !$0.isNaN }
    }
  }

  /// Whether the workspace can be planned with.
  package func isSound(strictly: Bool) -> Bool {
    findings.allSatisfy { $0.severity == .warning && !strictly }
  }
}
