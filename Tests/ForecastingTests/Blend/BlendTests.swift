import Testing

@testable import Forecasting

@Suite("Weights of the blend")
struct BlendTests {
  /// A trial of a week of two slots and one more, in which 100 came each time and methods were off by
  /// so much.
  private func trial(
    _ errors: [Forecasting.Method: Double], later: Double? = nil, weight: Double = 1
  ) -> Trial {
    Trial(
      origin: 0, offset: 0,
      volumes: errors.mapValues { [100 + $0, 100 - $0, 100 + (later ?? $0)] }, near: [],
      actual: [100, 100, 100], weight: weight)
  }

  private func weights(_ trials: [Trial]) -> [[Forecasting.Method: Double]] {
    Blend.weights(
      of: [.level, .smoothing], on: trials, slotsPerWeek: 2,
      powers: Blend.powers(isShort: true, slotsPerDay: 2))
  }

  @Test("Twice the error is an eighth of the weight in the first week, a 256th later")
  func power() throws {
    let weights = weights([trial([.level: 5, .smoothing: 10])])
    // 1 / (1 + 1 / 8) and 1 / (1 + 1 / 256).
    #expect(abs(try #require(weights[0][.level]) - 8.0 / 9) < 1e-9)
    #expect(abs(try #require(weights[1][.level]) - 256.0 / 257) < 1e-9)
    for stretch in weights { #expect(abs(stretch.values.reduce(0, +) - 1) < 1e-12) }
  }

  @Test("Where there is much to judge by, errors of the first week decide more sharply")
  func sharper() {
    #expect(Blend.powers(isShort: false, slotsPerDay: 24) == [6, 8])
    #expect(Blend.powers(isShort: false, slotsPerDay: 1) == [3, 8])
    #expect(Blend.powers(isShort: true, slotsPerDay: 24) == [3, 8])
  }

  @Test("Equal errors are equal weights, and a slot without observation says nothing")
  func equal() {
    var trial = trial([.level: 5, .smoothing: 5], later: 40)
    trial = Trial(
      origin: 0, offset: 0, volumes: trial.volumes, near: [], actual: [100, 100, .nan], weight: 1)
    for stretch in weights([trial]) {
      #expect(stretch == [.level: 0.5, .smoothing: 0.5])
    }
  }

  @Test("A trial of the season a year ago counts as two")
  func season() {
    let now = trial([.level: 5, .smoothing: 8])
    let then = trial([.level: 9, .smoothing: 4])
    let doubled = trial([.level: 9, .smoothing: 4], weight: Trial.weightOfSeason)
    let (one, two) = (weights([now, doubled]), weights([now, then, then]))
    for (left, right) in zip(one, two) {
      #expect(abs((left[.level] ?? 0) - (right[.level] ?? 1)) < 1e-12)
    }
    #expect(weights([now, then])[0][.level] != one[0][.level])
  }
}
