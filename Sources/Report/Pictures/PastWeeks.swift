package import Timeline
package import Workforce

/// What was offered at the same local times of the weeks before.
package struct PastWeeks: Sendable {
  /// A week's worth of weeks back, nearest first: for every slot of the grid its twin in the past.
  package let weeks: [(back: Int, twins: [Interval])]

  /// The twins of a grid's slots, as many weeks back as `count` says.
  package init(before grid: Grid, in zone: Zone, count: Int) {
    let readings = grid.indices.map { zone.reading(at: grid.start(of: $0)) }
    weeks = (1...max(1, count)).prefix(count).map { back in
      let twins = readings.map { reading in
        // The same weekday and time of day, whatever the clock did in between.
        let past = LocalReading(day: reading.day - 7 * back, secondOfDay: reading.secondOfDay)
        return Interval(start: zone.instant(of: past), length: grid.slot)
      }
      return (back, twins)
    }
  }
}

extension QueueHistory {
  /// Contacts offered in an interval, those of a slot that it cuts by their share; NaN where a part
  /// of it was not observed.
  package func offered(in interval: Interval) -> Double {
    guard grid.start <= interval.start, interval.end <= grid.end, !interval.isEmpty else {
      return .nan
    }
    var sum = 0.0
    var index = grid.index(of: interval.start) ?? 0
    while index < grid.count, let part = grid.interval(of: index).intersection(interval) {
      sum += offered[index] * (part.length.hours / grid.slot.hours)
      index += 1
    }
    return sum
  }
}
