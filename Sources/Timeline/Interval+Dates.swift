/// A stretch of absolute time during which a zone's calendars show one date.
package struct DatedInterval: Hashable, Sendable {
  package let day: LocalDay
  package let interval: Interval
}

/// How many minutes of something fall on a date.
package struct DatedMinutes: Hashable, Sendable {
  package let day: LocalDay
  package let minutes: Minutes
}

extension Interval {
  /// The interval cut wherever a zone's calendars change their date, in order of time.
  ///
  /// The pieces tile the interval, and each has the date that is shown: where a clock goes back over
  /// midnight the old date comes once more, as a piece of its own, and a date that the zone left out
  /// has none. Here the premiums of a night shift are divided. There is a piece for each date: mind
  /// very long intervals.
  package func pieces(byDateIn zone: Zone) -> [DatedInterval] {
    var pieces: [DatedInterval] = []
    var second = start.seconds
    while second < end.seconds {
      // Up to the next change of the clock or the next midnight, whichever comes first, and on while
      // the date is the same.
      let period = zone.rules.period(at: second)
      let day = LocalReading(secondsSince1970: second + period.offset).day
      let midnight = LocalReading(day: day + 1, secondOfDay: 0).secondsSince1970 - period.offset
      let next = min(period.end, midnight, end.seconds)
      var first = second
      if let last = pieces.last, last.day == day {
        first = last.interval.start.seconds
        pieces.removeLast()
      }
      let piece = Interval(start: Instant(seconds: first), end: Instant(seconds: next))
      pieces.append(DatedInterval(day: day, interval: piece))
      second = next
    }
    return pieces
  }

  /// The minutes of the interval by the date that a zone's calendars show, each date once, ascending.
  ///
  /// Together they are the whole ``length``. A minute in which the date changes, as old clocks did it,
  /// counts for the date on which it ends.
  package func minutes(byDateIn zone: Zone) -> [DatedMinutes] {
    let counts = pieces(byDateIn: zone).map { piece in
      DatedMinutes(
        day: piece.day,
        minutes: (piece.interval.end - start) - (piece.interval.start - start))
    }
    // The sort is by date, which mostly is the order already; a date that came twice is added up.
    return counts.sorted { $0.day < $1.day }.reduce(into: []) { sums, count in
      guard let last = sums.last, last.day == count.day else {
        sums.append(count)
        return
      }
      sums[sums.count - 1] = DatedMinutes(day: last.day, minutes: last.minutes + count.minutes)
    }
  }

  /// The minutes of the interval during which a zone's calendars show a date.
  package func minutes(on day: LocalDay, in zone: Zone) -> Minutes {
    minutes(byDateIn: zone).first { $0.day == day }?.minutes ?? .zero
  }
}
