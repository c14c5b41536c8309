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
  /// Plans a week: forecast, requirement, roster, calendars and report.
  ///
  /// Each is left in the workspace as soon as it is made, unless nothing is to be written.
  package func plan(
    _ choice: WeekChoice, quantile: Double? = nil, settings: Settings,
    writing isWriting: Bool = true
  ) throws(JourneyFault) -> Plan {
    let history = try history()
    let week = week(choice, after: history)
    let forecast = try forecast(week, from: history, seed: settings.seed)
    if isWriting { try keep(forecast) }
    let requirement = try requirement(for: forecast, quantile: quantile)
    if isWriting { try keep(requirement) }
    let judged = try roster(for: requirement, settings: settings)
    let run = record(of: judged, settings: settings)
    if isWriting { try keep(judged, run: run) }
    let exported = try export(judged.roster, stamp: run.stamp, writing: isWriting)
    let content = content(of: judged, forecast: forecast, history: history, run: run)
    return Plan(
      judged: judged, content: content, exported: exported,
      report: try writeReport(content, writing: isWriting))
  }
}
