import TestSupport
import Timeline
import Workforce

/// A centre of one queue `q` by Greenwich time and its forecasts, in slots of half an hour from
/// Monday 2026-12-07.
enum SmallCentre {
  static let start = Zone.utc.start(of: Worlds.monday)

  static func centre(_ queues: Queue..., zone: Zone = .utc) throws -> Centre {
    Centre(
      name: "small", zone: zone, interval: Minutes(30), sites: [], queues: queues, contracts: [],
      templates: [], agents: [])
  }

  static func queue(
    _ goal: Goal, channel: Channel = .voice, opening: OpeningHours = .always(in: .utc),
    concurrency: Int = 1, slowdown: Double = 1, minimumStaff: Double = 0, shrinkage: Double = 0,
    assumedHandlingTime: Double? = nil
  ) -> Queue {
    Queue(
      id: "q", channel: channel, language: "de", opening: opening, goal: goal,
      concurrency: concurrency, concurrencySlowdown: slowdown, minimumStaff: minimumStaff,
      shrinkage: shrinkage, assumedHandlingTime: assumedHandlingTime)
  }

  /// The same handling time in all slots, and volumes without a spread.
  static func forecast(
    volumes: [Double], handlingTime: Double, from start: Instant = start,
    slot: Minutes = Minutes(30)
  ) -> Forecast {
    forecast(
      bands: volumes.map { Band(expected: $0, low: $0, high: $0) }, handlingTime: handlingTime,
      from: start, slot: slot)
  }

  static func forecast(
    bands: [Band], handlingTime: Double, from start: Instant = start, slot: Minutes = Minutes(30)
  ) -> Forecast {
    let seconds = Band(expected: handlingTime, low: handlingTime, high: handlingTime)
    return Forecast(
      id: "f", grid: Grid(start: start, slot: slot, count: bands.count),
      queues: [
        QueueForecast(
          queue: "q", volume: bands,
          handlingTime: Array(repeating: seconds, count: bands.count))
      ])
  }
}
