import ArgumentParser
import Planning
import Report
import Timeline
import Workforce

extension DiffCommand {
  /// Whether the two names are of forecasts, and not both of rosters as well.
  func areForecasts(in journey: Journey) -> Bool {
    [first, second].allSatisfy(journey.isForecast) && ![first, second].allSatisfy(journey.isRoster)
  }

  /// Shows how two forecasts differ, by queue and day.
  func compareForecasts(at desk: Desk) throws {
    guard by.isEmpty else {
      throw Stop(
        status: .usage, message: "--by is for rosters; forecasts are compared by queue and day")
    }
    let comparison = try desk.run { journey throws(JourneyFault) in
      try journey.compareForecasts(first, with: second)
    }
    if general.json {
      try desk.console.json(comparison)
    } else if comparison.differs {
      let style = desk.console.style
      desk.console.result(
        table(comparison, comparison.queues, "Contacts by queue").text(style: style) + "\n"
          + table(comparison, comparison.days.filter(\.differs), "Contacts by queue and day")
          .text(style: style))
    } else {
      desk.console.result("no difference")
    }
    if exitCode, comparison.differs { throw Stop(status: .different, message: "") }
  }

  private func table(
    _ comparison: ForecastComparison, _ rows: [ForecastComparison.Difference], _ caption: String
  ) -> Table {
    var table = Table(
      caption,
      columns: [
        .words("queue"), .times("day"), .figures(comparison.before), .figures(comparison.after),
        .figures("change"), .figures("share"),
      ])
    func contacts(_ value: Double?) -> String {
      value.map { Figures.number($0) } ?? Figures.unknown
    }
    for row in rows {
      table.add([
        .init(row.queue.rawValue), .init(row.day?.description ?? "all"),
        .init(contacts(row.before)),
        .init(contacts(row.after)), .init(Figures.signed(row.change, decimals: 0)),
        .init(row.share.map { Figures.signedPercent($0) } ?? Figures.unknown),
      ])
    }
    return table
  }
}
