import Timeline
package import Workforce

extension Workspace {
  /// The file of overrides, as findings name it.
  package static let overrideFile = "overrides.csv"

  /// What planners know that the history does not, `overrides.csv`, in the order of the file; none where
  /// there is no file.
  ///
  /// A row has a forecast's name, or `*` for all, a queue, a stretch of time, what is done (`op`) and
  /// with which value:
  ///
  /// | op | value |
  /// | --- | --- |
  /// | `scale` | a factor such as 1.15 or 115% |
  /// | `add` | contacts such as 400, or 400/2d where half of them come in every two days |
  /// | `set` | contacts of the whole time |
  /// | `shape` | a day such as 2026-11-27, whose spread over the day is taken |
  /// | `growth` | a rate a year such as 8% |
  /// | `move` | a queue and a share, such as es-chat:30% |
  ///
  /// `from` and `to` are moments (`2026-12-09T08:00Z`), times by the queue's clock (`2026-12-09T08:00`) or
  /// dates, of which `to` is the last. An empty `to` never ends.
  package func overrides(in centre: Centre) throws(Findings) -> [Override] {
    let inspection = Inspection()
    let rows = readOverrides(in: centre, inspection)
    if inspection.hasErrors { throw Findings(inspection.result, of: Self.overrideFile) }
    return rows
  }

  /// All that is wrong with `overrides.csv`.
  package func overrideFindings(in centre: Centre) -> [Finding] {
    let inspection = Inspection()
    _ = readOverrides(in: centre, inspection)
    return inspection.result
  }

  private func readOverrides(in centre: Centre, _ inspection: Inspection) -> [Override] {
    guard let bytes = bytes(of: Self.overrideFile, inspection) else { return [] }
    let known = forecasts
    return OverrideReader(Self.overrideFile, of: centre, inspection).rows(
      bytes,
      isForecastKnown: { name in
        // A forecast that is still to be made has the name of its week, or of its first day.
        known.contains(name) || Week(name) != nil || LocalDay(name.prefix(10)) != nil
      }, known: known)
  }

  /// The overrides of another file of the same columns, whose forecast is one of these or `*`.
  package static func overrides(
    at path: String, of forecasts: [String], in centre: Centre
  ) throws(Findings) -> [Override] {
    let inspection = Inspection()
    guard let bytes = Workspace.bytes(at: path, named: path, inspection) else {
      throw Findings(inspection.result, of: path)
    }
    let rows = OverrideReader(path, of: centre, inspection).rows(
      bytes, isForecastKnown: forecasts.contains, known: forecasts)
    // A row that was written to be asked about must not be passed over in silence.
    let findings = inspection.result
    guard findings.isEmpty else { throw Findings(findings, of: path) }
    return rows
  }
}
