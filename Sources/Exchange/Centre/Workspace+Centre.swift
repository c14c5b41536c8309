package import Timeline
package import Workforce

extension Workspace {
  /// The centre that the files describe, or every finding of every file at once.
  package func centre(zones: ZoneDatabase) throws(Findings) -> Centre {
    let (centre, findings) = read(zones: zones)
    if let centre { return centre }
    throw Findings(findings, of: "nobat.yaml")
  }

  /// The centre, nil if a file has an error, with all findings, warnings too: everything but the
  /// history is read.
  package func read(zones: ZoneDatabase) -> (centre: Centre?, findings: [Finding]) {
    let inspection = Inspection()
    let reader = CentreReader(workspace: self, zones: zones, inspection)
    let centre = reader.centre()
    return (inspection.hasErrors ? nil : centre, inspection.result)
  }
}
