import Statistics
package import Timeline
package import Workforce

/// The stretches of a day, before a moment, in which nothing came though so much was expected that no
/// quiet day explains it: a dead line, or a source that failed.
///
/// The chance of no contact at all where E are expected and days deviate by the variance v, as a share,
/// is that of a gamma mixture of Poisson counts, (1 + v E)^(-1/v).
///
/// - Parameters:
///   - volume: what was expected of each slot.
///   - grid: the slots.
///   - zone: where the day begins.
///   - actuals: what came in each slot; NaN where that is not known.
///   - now: the moment of asking; slots that end later are not looked at.
/// - Returns: ranges of slots of that day, in order of time.
package func deadLines(
  _ volume: [Band], on grid: Grid, in zone: Zone, given actuals: [Double], at now: Instant
) -> [Range<Int>] {
  let today = zone.interval(of: zone.day(at: now))
  let seen = grid.indices.filter {
    today.contains(grid.start(of: $0)) && grid.start(of: $0 + 1) <= now
  }
  var stretches: [Range<Int>] = []
  var first: Int?
  for index in seen {
    if actuals[index] == 0 {
      first = first ?? index
    } else if let start = first {
      stretches.append(start..<index)
      first = nil
    }
  }
  if let start = first, let last = seen.last { stretches.append(start..<last + 1) }
  return stretches.filter { chanceOfNothing(in: volume[$0]) < mostChanceOfSilence }
}

/// How unlikely silence must be to be no chance: it happens to one queue in some years.
private let mostChanceOfSilence = 0.001

private func chanceOfNothing(in volume: ArraySlice<Band>) -> Double {
  let expected = volume.reduce(0) { $0 + $1.expected }
  guard expected > 0 else { return 1 }
  let spread = volume.reduce(0) { $0 + $1.relativeVariance.squareRoot() * $1.expected } / expected
  let variance = max(1e-4, spread * spread)
  return exp(-log(1 + variance * expected) / variance)
}
