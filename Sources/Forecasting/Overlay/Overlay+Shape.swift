import Timeline
import Workforce

extension Overlay {
  /// Each day keeps its contacts of the interval, spread like the same times of another day: one of the
  /// forecast, or else one of the past.
  func shaped(
    _ queue: QueueForecast, like day: LocalDay, on grid: Grid, of zone: Zone, history: QueueHistory?
  ) -> QueueForecast {
    let readings = zone.readings(of: grid)
    let pattern = Self.pattern(
      of: day, in: queue, on: grid, of: zone, readings: readings, history: history)
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
  private static func pattern(
    of day: LocalDay, in queue: QueueForecast, on grid: Grid, of zone: Zone,
    readings: [LocalReading], history: QueueHistory?
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
}
