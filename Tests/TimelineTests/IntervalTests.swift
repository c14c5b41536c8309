import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Interval")
struct IntervalTests {
  private func interval(_ start: Int, _ end: Int) -> Interval {
    Interval(start: Instant(seconds: start), end: Instant(seconds: end))
  }

  @Test("The start belongs to an interval, the end does not")
  func halfOpen() {
    let interval = interval(60, 120)
    #expect(interval.contains(interval.start))
    #expect(!interval.contains(interval.end))
    #expect(interval.length == Minutes(1))
    #expect(!interval.isEmpty && self.interval(60, 60).isEmpty)
  }

  @Test("Intervals that touch neither overlap nor have a common part")
  func touching() {
    #expect(!interval(0, 60).overlaps(interval(60, 120)))
    #expect(interval(0, 60).intersection(interval(60, 120)) == nil)
    #expect(interval(0, 90).intersection(interval(60, 120)) == interval(60, 90))
  }

  @Test("A common part is that of the moments, whichever interval is asked")
  func intersection() {
    forEvery(seed: 0..<500) { seed in
      var generator = Generator(seed: seed)
      let bounds = (0..<4).map { _ in generator.index(below: 12) }
      let left = interval(min(bounds[0], bounds[1]), max(bounds[0], bounds[1]))
      let right = interval(min(bounds[2], bounds[3]), max(bounds[2], bounds[3]))
      let common = left.intersection(right)
      let agrees = (0..<12).map(Instant.init(seconds:)).allSatisfy { moment in
        (common?.contains(moment) ?? false) == (left.contains(moment) && right.contains(moment))
      }
      return agrees && common == right.intersection(left)
        && left.overlaps(right) == right.overlaps(left) && left.overlaps(right) == (common != nil)
    }
  }

  @Test("A file cannot make an interval that ends before it starts")
  func coding() throws {
    let night = Interval(start: try moment("2026-12-07T22:00:00Z"), length: .hours(8))
    #expect(try throughJSON(night) == night)
    #expect(night.description == "2026-12-07T22:00:00Z/2026-12-08T06:00:00Z")
    let turned = #"{"start": "2026-12-08T06:00:00Z", "end": "2026-12-07T22:00:00Z"}"#
    #expect(throws: DecodingError.self) { try fromJSON(Interval.self, turned) }
  }

  @Test("To end before the start is a mistake of the program")
  func precondition() async {
    await #expect(processExitsWith: .failure) {
      _ = Interval(start: Instant(seconds: 1), end: Instant(seconds: 0))
    }
  }
}
