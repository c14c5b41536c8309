import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Forecast")
struct ForecastTests {
  private let forecast: Forecast

  init() throws {
    let grid = Grid(start: try moment("2026-12-06T23:00Z"), slot: Minutes(30), count: 2)
    func queue(_ id: Queue.ID, _ expected: Double) -> QueueForecast {
      QueueForecast(
        queue: id,
        volume: [Band(expected: expected, low: 0.1, high: 1e-300), .zero],
        handlingTime: [Band(expected: 240, low: 200, high: 280.5), .zero],
        notes: ["short history: 3 days, “holidays” left out"])
    }
    forecast = Forecast(
      id: "2026-W50", grid: grid, queues: [queue("fr", 0.1 + 0.2), queue("de", 7)])
  }

  @Test("Queues are in order of their id and found by it")
  func queues() {
    #expect(forecast.queues.map(\.queue) == ["de", "fr"])
    #expect(forecast["de"]?.volume.first?.expected == 7)
    #expect(forecast["es"] == nil)
  }

  @Test("A forecast goes through a file to the last bit")
  func coding() throws {
    #expect(try throughJSON(forecast) == forecast)
  }
}
