import Timeline
import Workforce

/// Compares forecasts with what came after their origins, and plain methods with the same.
///
/// The plain methods know what Nobat knows: slots of whole weeks before the origin.
struct Judge {
  /// A slot by the wall clock and what was expected of it.
  struct Expected {
    let minute: Int
    let volume: Band
  }

  /// Every slot that was observed, by minutes of the wall clock since 1970, rising.
  private let minutes: [Int]
  private let volumes: [Double]
  /// Weeks ahead that are judged: the first, and all.
  private let stretches: [Int]
  private var nobat: [ScoreSum]
  private var average: [ScoreSum]
  private var lastWeek: [ScoreSum]

  private static let week = 7 * 1440
  private static let averaged = 6

  init(_ readings: [WallClockSeries.Reading], weeks: Int) {
    minutes = readings.map { 1440 * $0.day.daysSince1970 + $0.minute }
    volumes = readings.map(\.volume)
    stretches = weeks > 1 ? [1, weeks] : [1]
    nobat = Array(repeating: ScoreSum(), count: stretches.count)
    average = nobat
    lastWeek = nobat
  }

  /// Judges a forecast, its slots in order of time, by what came from its origin on.
  ///
  /// A slot that it has not counts as nothing expected.
  mutating func add(_ expected: [Expected], from origin: Int) {
    let farthest = origin + (stretches.last ?? 1) * Judge.week
    var next = 0
    for index in position(of: origin)..<position(of: farthest) {
      let (minute, volume) = (minutes[index], volumes[index])
      while next < expected.count, expected[next].minute < minute { next += 1 }
      let isExpected = next < expected.count && expected[next].minute == minute
      let band = isExpected ? expected[next].volume : .zero
      let past = past(of: minute, before: origin)
      let mean = past.isEmpty ? 0 : past.reduce(0, +) / Double(past.count)
      for (stretch, weeks) in stretches.enumerated() where minute < origin + weeks * Judge.week {
        nobat[stretch].add(
          band.expected, low: band.low, high: band.high, lowest: band.lowest,
          highest: band.highest, actual: volume)
        average[stretch].add(mean, actual: volume)
        lastWeek[stretch].add(past.first ?? 0, actual: volume)
      }
    }
  }

  /// Nobat first, for each stretch; none where nothing is known of any slot.
  var scores: [ForecastScore] {
    stretches.indices.flatMap { index in
      [
        nobat[index].score("Nobat", weeks: stretches[index]),
        average[index].score("average of six weeks", weeks: stretches[index]),
        lastWeek[index].score("last week", weeks: stretches[index]),
      ]
    }
    .filter { $0.slots > 0 }
  }

  /// What was observed at the same time of the six weeks before the origin, the nearest first; weeks
  /// without an observation are left out.
  private func past(of minute: Int, before origin: Int) -> [Double] {
    var volumes: [Double] = []
    // The latest such time that lies before the origin.
    let weeksAhead = (minute - origin) / Judge.week + 1
    for back in weeksAhead..<weeksAhead + Judge.averaged {
      let wanted = minute - back * Judge.week
      let index = position(of: wanted)
      if index < minutes.count, minutes[index] == wanted { volumes.append(self.volumes[index]) }
    }
    return volumes
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
