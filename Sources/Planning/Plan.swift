import Exchange
package import Report
package import Rostering

/// A week that went the whole line.
package struct Plan: Sendable {
  package let judged: JudgedRoster
  package let content: ReportContent
  package let exported: ExportedCalendars
  /// The path of the report.
  package let report: String
}

extension Journey {
  /// Plans a week: forecast, requirement, roster, calendars and report, each left in the workspace.
  package func plan(
    _ choice: WeekChoice, quantile: Double? = nil, settings: Settings
  ) throws(JourneyFault) -> Plan {
    let history = try history()
    let week = week(choice, after: history)
    let forecast = try forecast(week, from: history, seed: settings.seed)
    try keep(forecast)
    let requirement = try requirement(for: forecast, quantile: quantile)
    try keep(requirement)
    let judged = try roster(for: requirement, settings: settings)
    let run = try keep(judged, settings: settings, stamp: stamp(of: requirement))
    let exported = try export(judged.roster, stamp: run.stamp)
    let content = content(of: judged, forecast: forecast, history: history, run: run)
    return Plan(
      judged: judged, content: content, exported: exported, report: try writeReport(content))
  }
}
