import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Charts")
struct ChartTests {
  /// A week of hourly slots whose only queue expects `volume`, needs `required` and has `onDuty`.
  private func content(
    volume: @escaping (Int) -> Double, required: Double, onDuty: Double
  ) throws -> ReportContent {
    let centre = try Worlds.oneSite(agents: 1, interval: .hours(1))
    let week = centre.week(of: Worlds.monday)
    let grid = week.grid
    func all(_ value: Double) -> [Double] { grid.indices.map { _ in value } }
    let bands = grid.indices.map { slot in
      Band(expected: volume(slot), low: volume(slot) / 2, high: volume(slot) * 2)
    }
    let zero = grid.indices.map { _ in Band.zero }
    return ReportContent(
      centre: centre, week: week,
      forecast: Forecast(
        id: "f", grid: grid,
        queues: [QueueForecast(queue: "de-voice", volume: bands, handlingTime: zero)]),
      requirement: Requirement(id: "r", grid: grid, queues: []),
      roster: Roster(
        id: "r", firstDay: Worlds.monday, grid: grid, shifts: [], cost: .init(), bound: .zero,
        notes: [], effort: .init()),
      coverage: Coverage(
        grid: grid,
        queues: [
          QueueCoverage(queue: "de-voice", required: all(required), serving: all(onDuty))
        ],
        idle: all(0), onDuty: all(onDuty)),
      outlook: [], violations: [])
  }

  private func drawing(_ id: String, of content: ReportContent) throws -> PageTree {
    try #require(
      PageTree.read(page(content)).all("svg")
        .first { $0.attributes["aria-labelledby"]?.hasPrefix("\(id)-t ") == true })
  }

  @Test("The line of a forecast runs through the middle of each slot, at the height of its value")
  func forecastLine() throws {
    // 5 in every slot but 10 in the third; the outer band reaches 10 + 1.529 (20 - 10) = 25.3, so that 30
    // is the top of the axis.
    let chart = try drawing(
      "forecast0", of: content(volume: { $0 == 2 ? 10 : 5 }, required: 1, onDuty: 1))
    // 108 pixels from y = 38 (30 contacts) to 146 (none): 5 lie at 128, 10 at 110. Slots are 6 wide.
    let line = try chart.first("path", class: "expected").attributes["d"]
    #expect(line == "M3 128h6l6-18l6 18h984")
    // The upper edge 10 (110) and 20 (74), the lower one back 2.5 (137) and 5 (128).
    let band = try chart.first("path", class: "band").attributes["d"]
    #expect(band == "M3 110h6l6-36l6 36h984v27h-984l-6-9l-6 9h-6z")
  }

  @Test("Agents on duty are a step line over the stack of what is required")
  func staffing() throws {
    let chart = try drawing("staff", of: content(volume: { _ in 1 }, required: 2, onDuty: 3))
    // 140 pixels from y = 38 (3 agents) to 178: three lie at 38, two at 178 - 93.3 = 84.7.
    #expect(try chart.first("path", class: "duty").attributes["d"] == "M0 38h1008")
    #expect(
      try chart.first("path", class: "fill").attributes["d"] == "M0 84.7h1008v93.3h-1008z")
  }

  @Test("Where a queue is closed, its forecast says so")
  func closed() throws {
    let sample = try Sample(agents: 2, queues: 4, slot: .hours(1)).content()
    let queue = try #require(sample.forecast.queues.firstIndex { $0.queue == "fr-voice" })
    let chart = try drawing("forecast\(queue)", of: sample)
    // Open Monday to Friday from 8 to 18: closed before, between and after, the weekend in one.
    #expect(chart.all("path").count { $0.styles == ["closed"] } == 6)
  }

  @Test("Values that are no numbers do not stop the page")
  func notNumbers() throws {
    for value in [Double.nan, .infinity, 1e300] {
      _ = try PageTree.read(page(content(volume: { _ in value }, required: value, onDuty: value)))
    }
  }
}
