import Statistics
import Workforce

/// How far the mean handling time of a slot falls from the expected one.
///
/// Relative variance = between + within / contacts: what a slot has of its own (a fault, a hard
/// morning), and chance, which evens out over many contacts.
struct TimeSpread {
  let between: Double
  let within: Double
  /// Contacts of the mean slot.
  let usualContacts: Double

  static let none = TimeSpread(between: 0, within: 0, usualContacts: 1)

  private init(between: Double, within: Double, usualContacts: Double) {
    self.between = between
    self.within = within
    self.usualContacts = usualContacts
  }

  /// Both variances by weighted least squares of the squared residuals on 1 / contacts.
  init(of readings: [TimeReading], pattern: TimePattern, level: TimeLevel) {
    let points = readings.map { reading -> (x: Double, y: Double) in
      let expected = pattern[reading.cell] * level.around(reading.day)
      let error = reading.seconds / expected - 1
      return (1 / max(1e-9, reading.contacts), error * error)
    }
    let mean = points.reduce(0) { $0 + $1.y } / Double(points.count)
    let share = points.reduce(0) { $0 + $1.x } / Double(points.count)
    // Half and half is the guess that the data may move.
    var (between, within) = (mean / 2, mean / 2 / share)
    for _ in 0..<4 where mean > 0 {
      (between, within) = Self.fit(points, between, within)
    }
    self.between = between + level.doubt
    self.within = within
    usualContacts = readings.reduce(0) { $0 + $1.contacts } / Double(readings.count)
  }

  func band(around mean: Double, contacts: Double) -> Band {
    let variance = between + within / max(0.5, contacts)
    guard variance > 0, mean > 0 else {
      return Band(
        expected: mean, lowest: mean, low: mean, median: mean, high: mean, highest: mean)
    }
    // Log-normal: variance of the logarithm = log(1 + relative variance), and its mean half less.
    let square = log(1 + variance)
    let deviation = square.squareRoot()
    let values = [0.025, 0.1, 0.5, 0.9, 0.975].map { level in
      mean * exp(deviation * NormalDistribution.standard.quantile(level) - square / 2)
    }
    return Band(
      expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
  }

  /// One round, each point weighted by one over the variance of its square, as it is thought now.
  private static func fit(
    _ points: [(x: Double, y: Double)], _ between: Double, _ within: Double
  ) -> (between: Double, within: Double) {
    var (s, sx, sxx, sy, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let variance = between + within * point.x
      guard variance > 0 else { continue }
      let weight = 1 / (variance * variance)
      s += weight
      sx += weight * point.x
      sxx += weight * point.x * point.x
      sy += weight * point.y
      sxy += weight * point.x * point.y
    }
    guard s > 0 else { return (between, within) }
    let spread = sxx - sx * sx / s
    // Slots of one size cannot tell the two apart.
    guard spread > 1e-6 * sxx else { return (between, within) }
    let slope = (sxy - sx * sy / s) / spread
    if slope < 0 { return (sy / s, 0) }
    let ground = (sy - slope * sx) / s
    return ground < 0 ? (0, sxy / sxx) : (ground, slope)
  }
}
