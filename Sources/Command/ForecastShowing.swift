import Exchange
import Planning
import Report
import Workforce

/// How forecasts did against what came, as a table.
func scoreTable(_ scores: [ForecastScore], caption: String) -> Table {
  var table = Table(
    caption,
    columns: [
      .words("forecast"), .times("ahead"), .figures("WAPE"), .figures("bias"),
      .figures("within 80 %"), .figures("within 95 %"), .figures("slots"),
    ])
  func percent(_ share: Double?, _ decimals: Int) -> Table.Cell {
    Table.Cell(share.map { Figures.percent($0, decimals: decimals) } ?? "")
  }
  for score in scores {
    table.add([
      .init(score.method), .init(weeksAhead(score.weeks)), percent(score.error, 2),
      .init(score.bias.map { Figures.signedPercent($0) } ?? ""), percent(score.covered80, 1),
      percent(score.covered95, 1), .init(Figures.number(score.slots)),
    ])
  }
  return table
}

/// A forecast of a bare series as JSON tells it; its rows where they are written nowhere else.
struct BareForecastSummary: Encodable {
  struct Slot: Encodable {
    let start: String
    let volume: Band
  }

  let series: String
  let origin: String
  let league: League
  let notes: [String]
  let slots: [Slot]?

  init(_ forecast: BareForecast, withSlots: Bool) {
    series = forecast.series
    origin = forecast.originText
    league = forecast.league
    notes = forecast.notes
    slots =
      withSlots
      ? forecast.rows.map { Slot(start: $0.startText, volume: $0.volume) } : nil
  }
}

/// A backtest of a bare series as JSON tells it.
struct BareBacktestSummary: Encodable {
  let forecasts: [BareForecastSummary]
  let scores: [ForecastScore]

  init(_ backtest: BareBacktest) {
    forecasts = backtest.forecasts.map { BareForecastSummary($0, withSlots: false) }
    scores = backtest.scores
  }
}
