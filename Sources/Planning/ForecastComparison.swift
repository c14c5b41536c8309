package import Timeline
package import Workforce

/// Two forecasts side by side: contacts per queue and day of the centre's clock, over the time that both
/// have.
package struct ForecastComparison: Hashable, Sendable, Encodable {
  package struct Difference: Hashable, Sendable, Encodable {
    package let queue: Queue.ID
    /// Nil for all days together.
    package let day: LocalDay?
    /// Expected contacts; nil where a forecast has not this queue.
    package let before: Double?
    package let after: Double?

    package var change: Double { (after ?? 0) - (before ?? 0) }

    /// The change as a share of what was; nil where that was nothing.
    package var share: Double? {
      guard let before, before > 0 else { return nil }
      return change / before
    }

    /// A hundredth of a contact is what files tell.
    package var differs: Bool { before == nil || after == nil || abs(change) > 0.005 }

    private enum CodingKeys: CodingKey {
      case queue, day, before, after, change, share
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(queue, forKey: .queue)
      try container.encodeIfPresent(day, forKey: .day)
      try container.encodeIfPresent(before, forKey: .before)
      try container.encodeIfPresent(after, forKey: .after)
      try container.encode(change, forKey: .change)
      try container.encodeIfPresent(share, forKey: .share)
    }
  }

  package let before: String
  package let after: String
  /// The time that both have.
  package let interval: Interval
  /// A row a queue, in order of the ids.
  package let queues: [Difference]
  /// A row a queue and day.
  package let days: [Difference]
  package let differs: Bool

  /// Nil where the two have no time in common.
  package init?(from before: Forecast, to after: Forecast, in centre: Centre) {
    guard let interval = before.grid.interval.intersection(after.grid.interval) else { return nil }
    self.before = before.id
    self.after = after.id
    self.interval = interval
    let ids = Set((before.queues + after.queues).map(\.queue)).sorted()
    let days = ids.flatMap { queue -> [Difference] in
      let (old, new) = (
        before.contacts(of: queue, in: interval, by: centre.zone),
        after.contacts(of: queue, in: interval, by: centre.zone)
      )
      let last = centre.zone.day(at: Instant(seconds: interval.end.seconds - 1))
      let first = centre.zone.day(at: interval.start)
      return (0...last - first).map { offset in
        let day = first + offset
        return Difference(
          queue: queue, day: day, before: old.map { $0[day] ?? 0 }, after: new.map { $0[day] ?? 0 })
      }
    }
    self.days = days
    queues = ids.map { queue in
      let own = days.filter { $0.queue == queue }
      func sum(_ values: [Double?]) -> Double? {
        let known = values.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +)
      }
      return Difference(
        queue: queue, day: nil, before: sum(own.map(\.before)), after: sum(own.map(\.after)))
    }
    differs = days.contains(where: \.differs)
  }
}

extension Forecast {
  /// Expected contacts of a queue by day, nil where the forecast has not the queue.
  ///
  /// Of a slot that begins in the interval all are counted.
  fileprivate func contacts(
    of queue: Queue.ID, in interval: Interval, by zone: Zone
  ) -> [LocalDay: Double]? {
    guard let volume = self[queue]?.volume else { return nil }
    var days: [LocalDay: Double] = [:]
    for (index, reading) in zone.readings(of: grid).enumerated()
    where interval.contains(grid.start(of: index)) {
      days[reading.day, default: 0] += volume[index].expected
    }
    return days
  }
}
