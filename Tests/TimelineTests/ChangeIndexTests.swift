import Statistics
import TestSupport
import Testing

@testable import Timeline

@Suite("An index of clock changes")
struct ChangeIndexTests {
  @Test("The candidates hold the last moment at or before any second, near and far")
  func candidatesHoldTheMoment() {
    forEvery(seed: 0..<200) { seed in
      var generator = Generator(seed: seed)
      // Moments from some centuries before 1900 to some after 2444, some of them close together.
      let scales = [1, 3600, 4_194_304, 400 * 86_400]
      var moment = -20_000_000_000
      var starts = [Int.min]
      while moment < 40_000_000_000, starts.count < 3000 {
        moment += 1 + generator.index(below: 20 * scales[generator.index(below: 4)])
        starts.append(moment)
      }
      let index = ChangeIndex(starts)
      return (0..<50).allSatisfy { _ in
        let start = starts[1 + generator.index(below: starts.count - 1)]
        return [start - 1, start, start + 1, start + 90_000_000].allSatisfy { second in
          let right = starts.lastIndex { $0 <= second } ?? 0
          let (first, count) = index.candidates(at: second)
          return first <= right && right < first + count
        }
      }
    }
  }

  @Test("A page of the usual clock changes has at most two candidates")
  func pagesAreNarrow() {
    // Two changes a year are 182 days apart, pages are 48 days wide.
    let starts = [Int.min] + (0..<200).map { 182 * 86_400 * $0 }
    let index = ChangeIndex(starts)
    for day in 0..<30_000 { #expect(index.candidates(at: 86_400 * day).count <= 2) }
  }
}
