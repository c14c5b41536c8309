import Statistics

/// Hourly series without a calendar, of 700 or 960 hours and 48 to forecast, as competitions have them.
struct MadeCycles: Sendable {
  let name: String
  let values: [Int]

  /// Hours that are to be forecast.
  static let horizon = 48

  /// Twelve of each length.
  static let all: [MadeCycles] = [700, 960].flatMap { length in
    (1...12).map { MadeCycles("made\(length)-\($0)", length: length) }
  }

  /// A day of two waves, a week, a level that wanders and shocks that last hours; some add to the day
  /// and some multiply it.
  init(_ name: String, length: Int) {
    var chance = Generator(seed: 4, stream: name)
    let scale = exp(chance.between(3, 9))
    let isAdditive = chance.uniform() < 0.5
    let daily = (1...3).map { wave in
      SIMD2(chance.normal(), chance.normal()) * (chance.between(0.1, 0.4) / Double(wave))
    }
    let weekdays = (0..<7).map { _ in chance.between(-0.2, 0.1) }
    let weekStrength = chance.uniform()
    let kept = chance.between(0.7, 0.98)
    let shock = chance.between(0.01, 0.08)
    let drift = chance.between(0.0005, 0.004)
    let start = chance.index(below: 168)
    var level = 0.0
    var lasting = 0.0
    values = (0..<length + MadeCycles.horizon).map { hour in
      let clock = start + hour
      level += drift * chance.heavyTailed()
      lasting = kept * lasting + shock * chance.heavyTailed()
      var cycle = weekStrength * weekdays[clock / 24 % 7]
      for (index, pair) in daily.enumerated() {
        let angle = 2 * Double.pi * Double(index + 1) * Double(clock % 24) / 24
        cycle += pair.x * cos(angle) + pair.y * sin(angle)
      }
      let value = isAdditive ? 1 + level + cycle / 2 + lasting : exp(level + cycle + lasting)
      return Int((scale * max(0.02, value)).rounded())
    }
    self.name = name
  }

  /// The rows of the known hours, or of those to forecast.
  func csv(isTest: Bool) -> String {
    let known = values.count - MadeCycles.horizon
    let part = isTest ? values[known...] : values[..<known]
    return part.enumerated().map { "\($0.offset + 1),\(name),\($0.element)\n" }.joined()
  }
}
