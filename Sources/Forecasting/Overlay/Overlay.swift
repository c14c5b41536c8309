import Statistics
import Timeline
import Workforce

/// A change of forecasts over an interval.
struct Overlay {
  let grid: Grid
  let interval: Interval
  /// The clock that the queue's days begin by.
  let zone: Zone
  /// The share of each slot that lies in the interval.
  let shares: [Double]
  /// Whether the queue is open in each slot.
  private let isOpen: [Bool]

  /// A queue of nil is open around the clock of the centre.
  init(of interval: Interval, on grid: Grid, queue: Queue?, in centre: Centre) {
    self.grid = grid
    self.interval = interval
    zone = queue?.opening.zone ?? centre.zone
    isOpen =
      queue.map { centre.openMask(of: $0, on: grid) } ?? Array(repeating: true, count: grid.count)
    shares = grid.indices.map { index in
      guard let common = grid.interval(of: index).intersection(interval) else { return 0 }
      return Double(common.end.seconds - common.start.seconds) / Double(60 * grid.slot.count)
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
      let total = grid.indices.reduce(0) { $0 + shares[$1] * queue.volume[$1].expected }
      guard total > 0 else { return adding(contacts, to: queue, halfLife: nil) }
      return scaled(queue) { _ in contacts * portion(halfLife: nil) / total }
    case .shape, .move: return queue
    }
  }

  /// More contacts, spread like those expected; where none are, evenly over the open time.
  private func adding(
    _ contacts: Double, to queue: QueueForecast, halfLife: Double?
  ) -> QueueForecast {
    let isEmpty = grid.indices.allSatisfy { shares[$0] * queue.volume[$0].expected == 0 }
    let weights = grid.indices.map { index -> Double in
      let usual = isEmpty ? (isOpen[index] ? 1 : 0) : queue.volume[index].expected
      let decay = halfLife.map { discount(age: days(to: index), halfLife: $0) } ?? 1
      return shares[index] * usual * decay
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return queue }
    let coming = contacts * portion(halfLife: halfLife)
    return queue.with(
      volume: grid.indices.map {
        queue.volume[$0].adding(coming * weights[$0] / total, relativeVariance: 0)
      })
  }

  /// The part of what comes over the whole interval that comes within the forecast, by time alone.
  private func portion(halfLife: Double?) -> Double {
    guard let common = interval.intersection(grid.interval) else { return 0 }
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

  /// Each day keeps its contacts of the interval, spread like the same times of another day: one of the
  /// forecast, or else one of the past.
  func shaped(
    _ queue: QueueForecast, like day: LocalDay, history: QueueHistory?
  ) -> QueueForecast {
    let readings = zone.readings(of: grid)
    let pattern = pattern(of: day, in: queue, readings, history)
    var volume = queue.volume
    var first = 0
    while first < grid.count {
      var end = first + 1
      while end < grid.count, readings[end].day == readings[first].day { end += 1 }
      let slots = (first..<end).filter { shares[$0] > 0 && queue.volume[$0].expected > 0 }
      let total = slots.reduce(0) { $0 + shares[$1] * queue.volume[$1].expected }
      let weights = slots.map { slot -> Double in
        let minute = readings[slot].secondOfDay / 60
        return shares[slot]
          * pattern[minute..<min(1440, minute + grid.slot.count)].reduce(0, +)
      }
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

  /// Contacts in each minute of a day's clock; all 0 where nothing is known of the day.
  private func pattern(
    of day: LocalDay, in queue: QueueForecast, _ readings: [LocalReading], _ history: QueueHistory?
  ) -> [Double] {
    var pattern = Array(repeating: 0.0, count: 1440)
    func add(_ contacts: Double, at reading: LocalReading, slot: Minutes) {
      let minute = reading.secondOfDay / 60
      for index in minute..<min(1440, minute + slot.count) {
        pattern[index] = contacts / Double(slot.count)
      }
    }
    for index in grid.indices where readings[index].day == day {
      add(queue.volume[index].expected, at: readings[index], slot: grid.slot)
    }
    guard let history, !readings.contains(where: { $0.day == day }) else { return pattern }
    let past = zone.interval(of: day)
    for index in history.grid.indices where past.contains(history.grid.start(of: index)) {
      guard history.offered[index].isFinite, history.offered[index] > 0 else { continue }
      add(
        history.offered[index], at: zone.reading(at: history.grid.start(of: index)),
        slot: history.grid.slot)
    }
    return pattern
  }

  private func days(to index: Int) -> Double {
    max(0, Double(grid.start(of: index).seconds - interval.start.seconds) / 86_400)
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
