import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Shift")
struct ShiftTests {
  private let start = Instant(seconds: 1_796_626_800)

  /// A shift with breaks at these minutes after its start.
  private func shift(length: Int, breaks: [(from: Int, length: Int)]) -> Shift {
    Shift(
      agent: "a", template: "day", day: Worlds.monday,
      interval: Interval(start: start, length: Minutes(length)),
      breaks: breaks.map { pause in
        Activity(
          kind: .meal,
          interval: Interval(start: start + Minutes(pause.from), length: Minutes(pause.length)))
      },
      paid: Minutes(length))
  }

  @Test("Work lies before, between and after the breaks")
  func activities() {
    let activities = shift(length: 480, breaks: [(120, 15), (240, 30)]).activities
    #expect(activities.map(\.kind) == [.work, .meal, .work, .meal, .work])
    // 120; 15; 240 - 135 = 105; 30; 480 - 270 = 210.
    #expect(activities.map(\.interval.length.count) == [120, 15, 105, 30, 210])
  }

  @Test("A shift without breaks is work, and breaks at its edges or in a row leave no empty work")
  func edges() {
    #expect(shift(length: 480, breaks: []).activities.map(\.kind) == [.work])
    let edges = shift(length: 60, breaks: [(0, 10), (10, 10), (50, 10)]).activities
    #expect(edges.map(\.kind) == [.meal, .meal, .work, .meal])
    #expect(shift(length: 30, breaks: [(0, 30)]).activities.map(\.kind) == [.meal])
  }

  @Test("Activities fill the shift without a hole, and its breaks are among them")
  func filling() {
    forEvery(seed: 0..<300) { seed in
      var generator = Generator(seed: seed)
      var breaks: [(from: Int, length: Int)] = []
      var free = generator.index(below: 60)
      for _ in 0..<generator.index(below: 5) {
        let length = 5 + generator.index(below: 30)
        breaks.append((free, length))
        free += length + generator.index(below: 3) * generator.index(below: 60)
      }
      let shift = shift(length: free + 1 + generator.index(below: 100), breaks: breaks)
      let activities = shift.activities
      let joins = zip(activities, activities.dropFirst()).allSatisfy {
        $0.interval.end == $1.interval.start
      }
      return joins && activities.first?.interval.start == shift.interval.start
        && activities.last?.interval.end == shift.interval.end
        && activities.allSatisfy { !$0.interval.isEmpty }
        && activities.filter { $0.kind != .work } == shift.breaks
    }
  }

  @Test("A shift goes through a file")
  func coding() throws {
    let shift = shift(length: 480, breaks: [(120, 15)])
    #expect(try throughJSON(shift) == shift)
  }
}
