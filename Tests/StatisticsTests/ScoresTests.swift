import Statistics
import Testing

@Suite("Scores")
struct ScoresTests {
  let forecast = [10.0, 20, 30, 99]
  let actual = [12.0, 15, 33, .nan]

  @Test("WAPE is the sum of errors over the sum of actual values")
  func wape() {
    // (2 + 5 + 3) / (12 + 15 + 33) = 10 / 60.
    #expect(Scores.weightedAbsoluteError(of: forecast, against: actual) == 10.0 / 60)
    #expect(Scores.weightedAbsoluteError(of: [1], against: [0]) == nil)
  }

  @Test("Bias keeps the sign of the error")
  func bias() {
    // (-2 + 5 - 3) / 60 = 0.
    #expect(Scores.bias(of: forecast, against: actual) == 0)
    #expect(Scores.bias(of: [3], against: [2]) == 0.5)
  }

  @Test("Pinball loss weighs errors by the side they fall on")
  func pinball() {
    // Above by 2: 0.9 x 2 = 1.8; below by 5: 0.1 x 5 = 0.5; above by 3: 2.7. Mean 5 / 3.
    let loss = Scores.pinball(0.9, of: forecast, against: actual)
    #expect(abs((loss ?? .nan) - 5.0 / 3) < 1e-12)
    #expect(Scores.pinball(0.9, of: [1], against: [.nan]) == nil)
  }

  @Test("Coverage includes both ends and leaves out what was not observed")
  func coverage() {
    let covered = Scores.coverage(
      low: [12, 16, 0, 0], high: [13, 20, 33, 1], against: actual)
    #expect(covered == 2.0 / 3)
    #expect(Scores.coverage(low: [], high: [], against: []) == nil)
  }
}
