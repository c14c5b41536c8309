import Statistics
import Timeline
import Workforce

/// A change of forecasts over an interval.
struct Overlay {
  /// The stretches of time that the figures are of, in order and without a gap: slots or days.
  let slots: [Interval]
  let interval: Interval
  /// The share of each slot that lies in the interval.
  let shares: [Double]
  /// Whether the queue is open in each slot.
  private let isOpen: [Bool]

  init(of interval: Interval, on slots: [Interval], isOpen: [Bool]) {
    self.slots = slots
    self.interval = interval
    self.isOpen = isOpen
    shares = slots.map { slot in
      guard let common = slot.intersection(interval) else { return 0 }
      return Double(common.end.seconds - common.start.seconds)
        / Double(slot.end.seconds - slot.start.seconds)
    }
  }

  /// What changes one queue by its own figures; the others have functions of their own.
  func apply(_ change: Adjustment.Change, to queue: QueueForecast) -> QueueForecast {
    switch change {
    case .scale(let factor):
      return scaled(queue) { _ in factor }
    case .growth(let rate):
      return scaled(queue) { index in pow(1 + rate, days(to: index) / 365.2425) }
    case .add(let contacts, let halfLife):
      return adding(contacts, to: queue, halfLife: halfLife.map { Double($0.count) / 1440 })
    case .set(let contacts):
      let total = slots.indices.reduce(0) { $0 + shares[$1] * queue.volume[$1].expected }
      guard total > 0 else { return adding(contacts, to: queue, halfLife: nil) }
      return scaled(queue) { _ in contacts * portion(halfLife: nil) / total }
    case .shape, .move: return queue
    }
  }

  /// More contacts, spread like those expected; where none are, evenly over the open time.
  private func adding(
    _ contacts: Double, to queue: QueueForecast, halfLife: Double?
  ) -> QueueForecast {
    let isEmpty = slots.indices.allSatisfy { shares[$0] * queue.volume[$0].expected == 0 }
    let weights = slots.indices.map { index -> Double in
      let usual = isEmpty ? (isOpen[index] ? 1 : 0) : queue.volume[index].expected
      let decay = halfLife.map { discount(age: days(to: index), halfLife: $0) } ?? 1
      return shares[index] * usual * decay
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return queue }
    let coming = contacts * portion(halfLife: halfLife)
    return queue.with(
      volume: slots.indices.map {
        queue.volume[$0].adding(coming * weights[$0] / total, relativeVariance: 0)
      })
  }

  /// The part of what comes over the whole interval that comes within the forecast, by time alone.
  private func portion(halfLife: Double?) -> Double {
    guard let first = slots.first, let last = slots.last,
      let common = interval.intersection(Interval(start: first.start, end: last.end))
    else { return 0 }
    func days(_ end: Instant) -> Double {
      Double(end.seconds - interval.start.seconds) / 86_400
    }
    let (from, to, whole) = (days(common.start), days(common.end), days(interval.end))
    guard let halfLife else { return (to - from) / whole }
    func left(_ age: Double) -> Double { discount(age: age, halfLife: halfLife) }
    return (left(from) - left(to)) / (1 - left(whole))
  }

  /// A share of one queue's contacts becomes another's, where that one is open; their handling times
  /// mix.
  func move(_ share: Double, of source: QueueForecast, to target: QueueForecast)
    -> (source: QueueForecast, target: QueueForecast)
  {
    var (left, volume, times) = (source.volume, target.volume, target.handlingTime)
    for index in slots.indices where shares[index] > 0 {
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
      volume: slots.indices.map { index in
        guard shares[index] > 0 else { return queue.volume[index] }
        return queue.volume[index].scaled(by: 1 + shares[index] * (factor(index) - 1))
      })
  }

  private func days(to index: Int) -> Double {
    max(0, Double(slots[index].start.seconds - interval.start.seconds) / 86_400)
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
    return moved(by: contacts, widened: contacts + relativeVariance * contacts * contacts)
  }

  /// The same mean with more independent variance.
  func widened(by variance: Double) -> Band {
    variance > 0 ? moved(by: 0, widened: variance) : self
  }

  /// A normal distribution where there was no deviation yet.
  private func moved(by contacts: Double, widened variance: Double) -> Band {
    let mean = expected + contacts
    let own = deviation * deviation
    guard own > 0 else {
      let values = Self.levels.map {
        max(0, mean + variance.squareRoot() * NormalDistribution.standard.quantile($0))
      }
      return Band(
        expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
        highest: values[4])
    }
    let ratio = ((own + variance) / own).squareRoot()
    let moved = map { max(0, mean + ratio * ($0 - expected)) }
    return Band(
      expected: mean, lowest: moved.lowest, low: moved.low, median: moved.median, high: moved.high,
      highest: moved.highest)
  }
}
