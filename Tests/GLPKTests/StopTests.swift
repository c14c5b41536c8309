import GLPK
import Testing

@Suite("Stop")
struct StopTests {
  @Test("Of two rules the one that stops first counts")
  func combining() {
    let both = Stop.nodes(10).or(.nodes(5)).or(.gap(0.01)).or(.gap(0.1)).or(.iterations(7))
    #expect(both == Stop.iterations(7).or(.gap(0.1)).or(.nodes(5)))
    #expect(both.nodes == 5 && both.gap == 0.1 && both.iterations == 7 && both.duration == nil)
    #expect(Stop.after(.seconds(2)).or(.after(.seconds(1))).duration == .seconds(1))
    #expect(Stop.finished.or(.finished) == .finished)
  }

  @Test("Limits below nothing are nothing")
  func floors() {
    #expect(Stop.nodes(-1).nodes == 0)
    #expect(Stop.iterations(-1).iterations == 0)
    #expect(Stop.after(.seconds(-1)).duration == .zero)
    #expect(Stop.gap(-1) == .finished)
    #expect(Stop.gap(.nan) == .finished)
  }
}
