import Statistics
import Timeline

/// Seconds of a contact at level 1, by weekday group (Monday to Friday, Saturday, Sunday) and hour of
/// the local day.
struct TimePattern {
  private let seconds: [Double]

  static let groups = 3
  static let cells = groups * 24
  /// Weeks until a reading counts half.
  static let halfLife = 26.0
  /// How many mean slots' worth of contacts each hour starts with at what is common.
  static let prior = 8.0

  /// The same at any time.
  init(seconds: Double) {
    self.seconds = Array(repeating: seconds, count: Self.cells)
  }

  /// The means of the contacts, hours drawn to the mean of all, hours of a group to the same hour of
  /// all groups times what the group has more.
  init(of readings: [TimeReading], levels: TimeLevel?) {
    var sums = Array(repeating: 0.0, count: Self.cells)
    var weights = sums
    let last = readings.last?.day ?? LocalDay(daysSince1970: 0)
    for reading in readings {
      let age = Double(last - reading.day) / 7
      let weight = reading.contacts * discount(age: age, halfLife: Self.halfLife)
      sums[reading.cell] += weight * reading.seconds / (levels?.around(reading.day) ?? 1)
      weights[reading.cell] += weight
    }
    let total = weights.reduce(0, +)
    let mean = sums.reduce(0, +) / total
    let pseudo = Self.prior * total / Double(readings.count)
    let hours = (0..<24).map { hour -> Double in
      let cells = (0..<Self.groups).map { 24 * $0 + hour }
      let sum = cells.reduce(0) { $0 + sums[$1] }
      let weight = cells.reduce(0) { $0 + weights[$1] }
      return (sum + pseudo * mean) / (weight + pseudo)
    }
    seconds = (0..<Self.cells).map { cell in
      let group = 24 * (cell / 24)..<24 * (cell / 24) + 24
      // What the group takes over what its hours take in all groups.
      let expected = group.reduce(0) { $0 + weights[$1] * hours[$1 % 24] }
      let own = group.reduce(0) { $0 + sums[$1] }
      let ratio = (own + pseudo * mean) / (expected + pseudo * mean)
      return (sums[cell] + pseudo * ratio * hours[cell % 24]) / (weights[cell] + pseudo)
    }
  }

  func seconds(on day: LocalDay, minute: Int) -> Double { seconds[Self.cell(of: day, minute: minute)] }

  subscript(cell: Int) -> Double { seconds[cell] }

  static func cell(of day: LocalDay, minute: Int) -> Int {
    max(0, day.weekday.index - 4) * 24 + min(23, minute / 60)
  }
}
