import Statistics
import Timeline
import Workforce

/// A change of forecasts over an interval.
struct Overlay {
  let grid: Grid
  let zone: Zone
  let start: Instant
  /// The share of each slot that lies in the interval.
  let shares: [Double]

  init(of interval: Interval, on grid: Grid, in zone: Zone) {
    self.grid = grid
    self.zone = zone
    start = interval.start
    shares = grid.indices.map { index in
      guard let common = grid.interval(of: index).intersection(interval) else { return 0 }
      return Double(common.end.seconds - common.start.seconds) / Double(60 * grid.slot.count)
    }
  }

  func apply(_ change: Adjustment.Change, to queue: QueueForecast) -> QueueForecast {
    switch change {
    case .scale(let factor):
      return scaled(queue) { _ in factor }
    case .growth(let rate):
      return scaled(queue) { index in pow(1 + rate, days(to: index) / 365.2425) }
    case .add(let contacts, let halfLife):
      let weights = grid.indices.map { index -> Double in
        let age = days(to: index)
        let decay = halfLife.map { discount(age: age, halfLife: Double($0.count) / 1440) } ?? 1
        return shares[index] * queue.volume[index].expected * decay
      }
      let total = weights.reduce(0, +)
      guard total > 0 else { return queue }
      return queue.with(
        volume: grid.indices.map {
          queue.volume[$0].adding(contacts * weights[$0] / total, relativeVariance: 0)
        })
    case .set(let contacts):
      let total = grid.indices.reduce(0) { $0 + shares[$1] * queue.volume[$1].expected }
      return total > 0 ? scaled(queue) { _ in contacts / total } : queue
    case .shape(let day): return shaped(queue, like: day)
    case .move: return queue
    }
  }

  /// A share of one queue's contacts becomes another's, where that one is open; their handling times
  /// mix.
  func move(_ share: Double, of source: QueueForecast, to target: QueueForecast)
    -> (source: QueueForecast, target: QueueForecast)
  {
    var (left, volume, times) = (source.volume, target.volume, target.handlingTime)
    for index in grid.indices where shares[index] > 0 {
      let (from, to) = (source.volume[index], target.volume[index])
      let moved = share * shares[index] * from.expected
      guard moved > 0, to.expected > 0 else { continue }
      left[index] = from.scaled(by: 1 - share * shares[index])
      volume[index] = to.adding(moved, relativeVariance: from.relativeVariance)
      let own = target.handlingTime[index].expected
      let mixed =
        (to.expected * own + moved * source.handlingTime[index].expected)
        / (to.expected + moved)
      if own > 0 { times[index] = times[index].scaled(by: mixed / own) }
    }
    return (source.with(volume: left), target.with(volume: volume, handlingTime: times))
  }

  /// Whole slots are multiplied, others for their part.
  private func scaled(_ queue: QueueForecast, by factor: (Int) -> Double) -> QueueForecast {
    queue.with(
      volume: grid.indices.map { index in
        guard shares[index] > 0 else { return queue.volume[index] }
        return queue.volume[index].scaled(by: 1 + shares[index] * (factor(index) - 1))
      })
  }

  /// Each day keeps its contacts of the interval, spread like the same times of another day.
  private func shaped(_ queue: QueueForecast, like day: LocalDay) -> QueueForecast {
    let readings = zone.readings(of: grid)
    var pattern: [Int: Double] = [:]
    for index in grid.indices where readings[index].day == day {
      pattern[readings[index].secondOfDay] = queue.volume[index].expected
    }
    var volume = queue.volume
    var first = 0
    while first < grid.count {
      var end = first + 1
      while end < grid.count, readings[end].day == readings[first].day { end += 1 }
      let slots = (first..<end).filter { shares[$0] > 0 && queue.volume[$0].expected > 0 }
      let total = slots.reduce(0) { $0 + shares[$1] * queue.volume[$1].expected }
      let weights = slots.map { shares[$0] * (pattern[readings[$0].secondOfDay] ?? 0) }
      let sum = weights.reduce(0, +)
      if sum > 0 {
        for (index, weight) in zip(slots, weights) {
          let rest = (1 - shares[index]) * queue.volume[index].expected
          let value = rest + total * weight / sum
          volume[index] = queue.volume[index].scaled(by: value / queue.volume[index].expected)
        }
      }
      first = end
    }
    return queue.with(volume: volume)
  }

  private func days(to index: Int) -> Double {
    max(0, Double(grid.start(of: index).seconds - start.seconds) / 86_400)
  }
}

extension Band {
  /// All quantiles moved along.
  func scaled(by factor: Double) -> Band {
    let factor = max(0, factor)
    return map { factor * $0 }
  }

  /// Variance beyond Poisson as a share of the squared mean.
  var relativeVariance: Double {
    guard expected > 0 else { return 0 }
    return max(0, deviation * deviation - expected) / (expected * expected)
  }

  /// Independent contacts more, Poisson but for a relative variance: the mean moves, and distances from
  /// it grow with the standard deviation.
  func adding(_ contacts: Double, relativeVariance: Double) -> Band {
    guard contacts > 0 else { return self }
    let mean = expected + contacts
    let own = deviation * deviation
    let more = contacts + relativeVariance * contacts * contacts
    guard own > 0 else {
      let values = Self.levels.map {
        max(0, mean + more.squareRoot() * NormalDistribution.standard.quantile($0))
      }
      return Band(
        expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
        highest: values[4])
    }
    let ratio = ((own + more) / own).squareRoot()
    let moved = map { max(0, mean + ratio * ($0 - expected)) }
    return Band(
      expected: mean, lowest: moved.lowest, low: moved.low, median: moved.median, high: moved.high,
      highest: moved.highest)
  }
}
