package import Exchange
package import Report
import Rostering
import Staffing
package import Workforce

extension Journey {
  /// All that a report of a roster says.
  package func content(
    of judged: JudgedRoster, forecast: Forecast, history: History?, run: RunRecord
  ) -> ReportContent {
    ReportContent(
      centre: centre, week: judged.week, history: history, forecast: forecast,
      requirement: judged.requirement, roster: judged.roster, coverage: judged.verdict.coverage,
      outlook: Staffing.outlook(of: judged.verdict.coverage, for: forecast, in: centre),
      violations: judged.verdict.violations,
      provenance: [
        .init("Made by", run.tool), .init("Optimiser", "GLPK \(run.glpk)"),
        .init("Time-zone rules", run.zoneRules ?? "of unknown version"),
        .init("To make it again", run.commandLine.joined(separator: " ")),
      ])
  }

  /// The same for a roster that stands in the workspace.
  ///
  /// Its forecast is the one of the requirement's name, or else the week's: a requirement that was
  /// given a name of its own does not tell its forecast.
  package func storedContent(_ id: String?) throws(JourneyFault) -> ReportContent {
    let (judged, run) = try storedRoster(id)
    let named = judged.requirement.id
    let forecast = try storedForecast(
      workspace.forecasts.contains(named) ? named : judged.week.id)
    return content(of: judged, forecast: forecast, history: try? self.history(), run: run)
  }

  /// Writes a report; its path.
  package func writeReport(
    _ content: ReportContent, to path: String? = nil, writing isWriting: Bool = true
  ) throws(JourneyFault) -> String {
    let path = path ?? workspace.path("rosters/\(content.roster.id)/report.html")
    guard isWriting else { return path }
    report("report", 0)
    try writing { () throws(ExchangeFault) in
      try Exchange.write(Report.page(content), to: path)
    }
    report("report", 1)
    return path
  }
}
