import Timeline
package import Workforce

/// Compares forecasts with what came after their origins, and plain methods with the same.
///
/// The plain methods know what Nobat knows: slots of whole weeks before the origin.
package struct Judge {
  /// Who forecasts.
  package enum Method: String, CaseIterable, Sendable {
    case nobat = "Nobat"
    /// The mean of the last six weeks at the same weekday and time, for all weeks ahead.
    case averageOfSixWeeks = "average of six weeks"
    /// What the last week had, for all weeks ahead.
    case lastWeek = "last week"
  }

  /// A slot by the wall clock and what was expected of it.
  package struct Expected {
    package let minute: Int
    package let volume: Band

    package init(minute: Int, volume: Band) {
      self.minute = minute
      self.volume = volume
    }
  }

  /// A slot of which it is known what came.
  package struct Slot: Sendable {
    /// By the wall clock, since 1970.
    package let minute: Int
    /// Whole weeks from the origin to it.
    package let week: Int
    package let actual: Double
    package let expected: Band
    let average: Double
    let lastWeek: Double

    /// The day by the wall clock, counted from 1970.
    package var day: Int { minute / 1440 }

    /// What a method expected.
    func expected(by method: Method) -> Double {
      switch method {
      case .nobat: expected.expected
      case .averageOfSixWeeks: average
      case .lastWeek: lastWeek
      }
    }
  }

  /// Every slot that was observed, by minutes of the wall clock since 1970, rising.
  private let minutes: [Int]
  private let volumes: [Double]
  /// Weeks ahead that are judged.
  private let weeks: Int
  private var slots: [Slot] = []

  private static let week = 7 * 1440
  private static let averaged = 6

  /// Judges so many weeks ahead by readings, of which the two passes of a repeated hour count as one slot
  /// with their mean.
  package init(_ readings: [WallClockSeries.Reading], weeks: Int) {
    let observed = readings.map { (minute: 1440 * $0.day.daysSince1970 + $0.minute, $0.volume) }
      .sorted { $0.minute < $1.minute }
    var minutes: [Int] = []
    var volumes: [Double] = []
    for (minute, volume) in observed {
      if minutes.last == minute {
        volumes[volumes.count - 1] = (volumes[volumes.count - 1] + volume) / 2
      } else {
        minutes.append(minute)
        volumes.append(volume)
      }
    }
    self.minutes = minutes
    self.volumes = volumes
    self.weeks = weeks
  }

  /// Judges a forecast, its slots in order of time, by what came from its origin on.
  ///
  /// A slot that it has not counts as nothing expected.
  package mutating func add(_ expected: [Expected], from origin: Int) {
    var next = 0
    for index in position(of: origin)..<position(of: origin + weeks * Judge.week) {
      let minute = minutes[index]
      while next < expected.count, expected[next].minute < minute { next += 1 }
      let isExpected = next < expected.count && expected[next].minute == minute
      let past = past(of: minute, before: origin)
      slots.append(
        Slot(
          minute: minute, week: (minute - origin) / Judge.week, actual: volumes[index],
          expected: isExpected ? expected[next].volume : .zero,
          average: past.isEmpty ? 0 : past.reduce(0, +) / Double(past.count),
          lastWeek: past.first ?? 0))
    }
  }

  /// The slots of so many weeks ahead, of all forecasts.
  package func slots(weeks: Int) -> [Slot] {
    slots.filter { $0.week < weeks }
  }

  /// Of the first week and of all, Nobat first; none where nothing is known of any slot.
  package var scores: [ForecastScore] {
    (weeks > 1 ? [1, weeks] : [1]).flatMap { weeks in
      let judged = slots(weeks: weeks)
      return judged.isEmpty
        ? [] : Method.allCases.map { ForecastScore(of: $0, weeks: weeks, over: judged) }
    }
  }

  /// What was observed at the same time of the six weeks before the origin, the nearest first.
  ///
  /// A week without an observation has that of the week before it; where there is none, it is left out.
  private func past(of minute: Int, before origin: Int) -> [Double] {
    // The latest such time that lies before the origin.
    let nearest = minute - ((minute - origin) / Judge.week + 1) * Judge.week
    return (0..<Judge.averaged).compactMap { latest(at: nearest - $0 * Judge.week) }
  }

  /// The volume of a minute or, where it was not observed, of the same time in the weeks before.
  private func latest(at minute: Int) -> Double? {
    var wanted = minute
    while let first = minutes.first, first <= wanted {
      let index = position(of: wanted)
      if index < minutes.count, minutes[index] == wanted { return volumes[index] }
      wanted -= Judge.week
    }
    return nil
  }

  /// The first reading at or after a minute.
  private func position(of minute: Int) -> Int {
    var low = 0
    var high = minutes.count
    while low < high {
      let middle = (low + high) / 2
      if minutes[middle] < minute { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
