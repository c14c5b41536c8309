import Statistics

/// How far from a path of ``ShortTerm`` the volumes may come to lie, step by step.
package struct ShortSpread: Sendable {
  /// Of the quantiles, rising; the third is the median.
  package static let probabilities = [0.025, 0.1, 0.5, 0.9, 0.975]

  /// For each step and probability, the error of the logarithm of volume + ``shift``.
  package let factors: [[Double]]
  /// For each step and probability, the error in contacts.
  package let offsets: [[Double]]
  /// What is added to volumes before a logarithm is taken.
  package let shift: Double

  /// The quantiles of a step of which `mean` is expected; they never cross and are not negative.
  ///
  /// Half as errors that grow with the volume, half as errors that do not: which of the two a series has,
  /// a week of errors does not tell.
  package func quantiles(around mean: Double, step: Int) -> [Double] {
    Self.probabilities.indices.map { index in
      let multiplied = (mean + shift) * exp(min(factors[step][index], 700)) - shift
      let added = mean + offsets[step][index]
      return (max(0, multiplied) + max(0, added)) / 2
    }
  }
}

extension ShortTerm {
  /// The trials behind a spread: one a day back.
  private static let trials = 8
  /// Below so many weeks a fit learns from each further day, so that each trial has its own; beyond, all
  /// share the one made before the first of them.
  private static let youngWeeks = 10
  /// How much further the quantiles lie from the median than those of the errors: the tails of a week of
  /// trials are shorter than those of all time.
  private static let widening = [1.25, 1, 1, 1, 1.25]
  /// How much of a quantile is that of errors of either sign.
  private static let evenness = 0.5

  /// How far the volumes fell from paths of the days before ``count``; nil for a history of less than a
  /// day more than a fit needs.
  package func spread(steps: Int) -> ShortSpread? {
    let trials = trials(steps: steps)
    guard !trials.isEmpty, steps > 0 else { return nil }
    let shift = scales[0].shift
    var knots: [(step: Double, factors: [Double], offsets: [Double])] = []
    for block in Self.blocks(day: day, steps: steps) {
      var factors: [Double] = []
      var offsets: [Double] = []
      for (origin, path) in trials {
        for step in block where step < path.count {
          let volume = values[origin + step]
          factors.append(log((volume + shift) / (path[step] + shift)))
          offsets.append(volume - path[step])
        }
      }
      // Steps further ahead than any trial saw are as wide as the last that one did.
      if factors.isEmpty { break }
      let middle = Double(block.lowerBound + block.upperBound - 1) / 2
      knots.append((middle, Self.widened(factors), Self.widened(offsets)))
    }
    let at = (0..<steps).map { Self.place(of: Double($0), among: knots.map(\.step)) }
    func line(_ place: (knot: Int, share: Double), _ from: [Double], _ to: [Double]) -> [Double] {
      from.indices.map { from[$0] + place.share * (to[$0] - from[$0]) }
    }
    return ShortSpread(
      factors: at.map {
        line($0, knots[$0.knot].factors, knots[min($0.knot + 1, knots.count - 1)].factors)
      },
      offsets: at.map {
        line($0, knots[$0.knot].offsets, knots[min($0.knot + 1, knots.count - 1)].offsets)
      },
      shift: shift)
  }

  /// Paths from some days before ``count``, as far as the values go.
  private func trials(steps: Int) -> [(origin: Int, path: [Double])] {
    let origins = (1...Self.trials).map { count - $0 * day }.filter {
      $0 >= Self.leastCount(day: day, week: week)
    }
    guard let first = origins.last else { return [] }
    let isYoung = count < Self.youngWeeks * week
    let shared = isYoung ? nil : ShortTerm(of: values, day: day, week: week, through: first)
    return origins.compactMap { origin in
      let model = shared ?? ShortTerm(of: values, day: day, week: week, through: origin)
      return model.map { (origin, $0.path(from: origin, steps: min(steps, count - origin))) }
    }
  }

  /// Steps whose errors are taken together: short ones at first, then half days.
  private static func blocks(day: Int, steps: Int) -> [Range<Int>] {
    var ends = [day / 8, day / 3, 2 * day / 3, day]
    while let last = ends.last, last < steps { ends.append(last + (day + 1) / 2) }
    var blocks: [Range<Int>] = []
    var start = 0
    for end in ends where end > start && start < steps {
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }

  /// The quantiles of errors, half their own and half those of errors that go either way, drawn apart
  /// from the median.
  private static func widened(_ errors: [Double]) -> [Double] {
    let sizes = errors.map { abs($0) }
    let quantiles = ShortSpread.probabilities.map { p in
      let own = quantile(p, of: errors) ?? 0
      let size = quantile(abs(2 * p - 1), of: sizes) ?? 0
      let even = p < 0.5 ? -size : p > 0.5 ? size : 0
      return (1 - evenness) * own + evenness * even
    }
    let median = quantiles[2]
    return zip(quantiles, widening).map { median + $1 * ($0 - median) }
  }

  /// Between which two knots a step lies, and how far from the first.
  private static func place(of step: Double, among knots: [Double]) -> (knot: Int, share: Double) {
    guard let next = knots.firstIndex(where: { $0 >= step }) else { return (knots.count - 1, 0) }
    guard next > 0 else { return (0, 0) }
    return (next - 1, (step - knots[next - 1]) / (knots[next] - knots[next - 1]))
  }
}
