/// A slot of the wall clock: what people mean by "from nine to quarter past nine".
package struct LocalSlot: Hashable, Sendable {
  package let interval: Interval
  /// What the clock shows at the start.
  package let reading: LocalReading
  /// Whether the clock has gone back, and shows this reading once more.
  package let isRepeated: Bool
}

extension Zone {
  /// Equal slots of absolute time over some local dates, from the first one's beginning.
  ///
  /// A date of 23 hours has 92 slots of a quarter of an hour, one of 25 hours has 100. Where a date's
  /// length is no multiple of the slot the last slot reaches beyond the dates.
  package func grid(of days: ClosedRange<LocalDay>, slot: Minutes) -> Grid {
    let span = Interval(start: start(of: days.lowerBound), end: start(of: days.upperBound + 1))
    return Grid(covering: span, slot: slot)
  }

  /// Equal slots of absolute time over one local date; none where the date was left out.
  package func grid(of day: LocalDay, slot: Minutes) -> Grid { grid(of: day...day, slot: slot) }

  /// What the wall clock shows at the start of every slot.
  package func readings(of grid: Grid) -> [LocalReading] {
    var period = rules.period(at: grid.start.seconds)
    return grid.indices.map { index in
      let second = grid.start(of: index).seconds
      if second >= period.end { period = rules.period(at: second) }
      return LocalReading(secondsSince1970: second + period.offset)
    }
  }

  /// The slots of the wall clock over some local dates: they begin at every multiple of `slot` that the
  /// clock shows after midnight, and wherever the clock changes.
  ///
  /// So they tile the dates, and each has one reading; where a clock changes by or at a part of a slot,
  /// the slots beside the change are shorter. With changes by whole slots they are those of
  /// ``grid(of:slot:)``.
  package func slots(of days: ClosedRange<LocalDay>, each slot: Minutes) -> [LocalSlot] {
    precondition((1...1440).contains(slot.count), "a slot of the clock lasts 1 minute to 24 hours")
    let end = start(of: days.upperBound + 1).seconds
    var slots: [LocalSlot] = []
    var second = start(of: days.lowerBound).seconds
    var period = rules.period(at: second)
    // Until when the clock shows times that it has shown before.
    var repeatedUntil = second + period.offset
    while second < end {
      let reading = LocalReading(secondsSince1970: second + period.offset)
      let step = 60 * slot.count
      let nextOfDay = min((reading.secondOfDay / step + 1) * step, 86_400)
      let next = min(second + nextOfDay - reading.secondOfDay, period.end, end)
      slots.append(
        LocalSlot(
          interval: Interval(start: Instant(seconds: second), end: Instant(seconds: next)),
          reading: reading, isRepeated: reading.secondsSince1970 < repeatedUntil))
      second = next
      if second >= period.end, second < end {
        repeatedUntil = max(repeatedUntil, second + period.offset)
        period = rules.period(at: second)
      }
    }
    return slots
  }

  /// The slots of the wall clock over one local date.
  package func slots(of day: LocalDay, each slot: Minutes) -> [LocalSlot] {
    slots(of: day...day, each: slot)
  }
}
