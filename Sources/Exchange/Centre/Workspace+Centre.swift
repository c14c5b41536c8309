package import Timeline
package import Workforce

extension Workspace {
  /// The centre that the files describe, or every finding of every file at once.
  package func centre(zones: ZoneDatabase) throws(Findings) -> Centre {
    let (centre, findings) = read(zones: zones)
    if let centre { return centre }
    // Without a centre there is at least one error.
    throw Findings(findings) ?? .unexplained
  }

  /// The centre, nil if a file has an error, with all findings, warnings too: everything but the
  /// history is read.
  package func read(zones: ZoneDatabase) -> (centre: Centre?, findings: [Finding]) {
    let inspection = Inspection()
    guard !isBare else {
      // Each missing file by itself would hide that the folder is another one than was meant.
      return (
        nil,
        [
          Finding(
            .error, file: folder, message: "there is no workspace in this folder",
            hint: "name its folder with -C, or make one with nobat init DIR")
        ]
      )
    }
    let reader = CentreReader(workspace: self, zones: zones, inspection)
    let centre = reader.centre()
    return (inspection.hasErrors ? nil : centre, inspection.result)
  }
}

extension Findings {
  /// Stands in where a workspace has no centre and yet no error: there is no such case.
  package static var unexplained: Findings {
    Findings(Finding(.error, file: "nobat.yaml", message: "the workspace cannot be read"))
  }
}
