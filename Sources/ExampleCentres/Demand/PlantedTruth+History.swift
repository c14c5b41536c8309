import Statistics
import Timeline
import Workforce

/// Drawing what the ACD counted from what is expected.
extension PlantedTruth {
  /// Days are busier or quieter than expected, for the whole centre and for a queue: standard
  /// deviations as shares of the mean.
  package static let centreDaySpread = 0.03
  package static let queueDaySpread = 0.05

  /// The bytes of `history/acd.csv`, in order of queue and start; no row while a queue is closed.
  func drawnHistory(seed: UInt64) -> [UInt8] {
    let firstDay = Zone.utc.day(at: period.start) - 1
    let days = Zone.utc.day(at: period.end) + 1 - firstDay + 1
    let centreDays = Generator(seed: seed, stream: "days")
      .moods(days: days, spread: PlantedTruth.centreDaySpread)
    var writer = HistoryWriter(slot: period.slot, capacity: 44 * queues.count * period.count)
    for queue in queues {
      let queueDays = Generator(seed: seed, stream: "days of \(queue.id)")
        .moods(days: days, spread: PlantedTruth.queueDaySpread)
      var generator = Generator(seed: seed, stream: "contacts of \(queue.id)")
      writer.begin(queue.id)
      for index in period.indices {
        let start = period.start(of: index)
        guard let expected = queue.expectation(at: start) else { continue }
        let day = expected.day - firstDay
        writer.append(
          generator.count(of: queue, expecting: expected, mood: centreDays[day] * queueDays[day]),
          at: start)
      }
    }
    return writer.bytes
  }
}

/// What the ACD counted in one slot.
struct SlotCount {
  let offered: Int
  let handled: Int
  /// Mean handling time of the handled contacts in tenths of a second.
  let handlingTenths: Int
}

extension Generator {
  /// A factor of mean 1 for each of a number of days.
  fileprivate func moods(days: Int, spread: Double) -> [Double] {
    var generator = self
    let shape = 1 / (spread * spread)
    return (0..<days).map { _ in generator.gamma(shape: shape) / shape }
  }

  fileprivate mutating func count(
    of queue: PlantedQueue, expecting expected: PlantedQueue.Expectation, mood: Double
  ) -> SlotCount {
    let pattern = queue.pattern
    let offered = negativeBinomial(mean: expected.volume * mood, dispersion: pattern.dispersion)
    let lost = min(offered, poisson(mean: Double(offered) * pattern.abandoned))
    let handled = offered - lost
    guard handled > 0 else {
      return SlotCount(offered: offered, handled: 0, handlingTenths: 0)
    }
    // The mean of n gamma times of coefficient of variation s is gamma of shape n / s².
    let shape = Double(handled) / (pattern.handling.spread * pattern.handling.spread)
    let mean = expected.handlingTime * gamma(shape: shape) / shape
    return SlotCount(
      offered: offered, handled: handled, handlingTenths: max(10, Int((mean * 10).rounded())))
  }
}
