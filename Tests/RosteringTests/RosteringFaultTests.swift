import Rostering
import Testing
import Timeline
import Workforce

@Suite struct RosteringFaultTests {
  /// What is thrown for a toy and a requirement, as the planner reads it.
  private func message(_ toy: Toy, _ requirement: Requirement) -> String? {
    do throws(RosteringFault) {
      _ = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, settings: Settings(effort: 0.01))
      return nil
    } catch {
      return error.description
    }
  }

  private func requirement(
    _ toy: Toy, queue: Queue.ID = "q", agents: (Int) -> Double = { _ in 0 }, count: Int? = nil
  ) -> Requirement {
    let values = (0..<(count ?? toy.week.grid.count)).map(agents)
    return Requirement(
      id: "2026-W50", grid: toy.week.grid,
      queues: [QueueRequirement(queue: queue, agents: values, load: values, handlingTime: values)])
  }

  @Test("A requirement of another week is refused")
  func grid() {
    let toy = Toy()
    var other = Toy()
    other.firstDay = Toy.monday + 7
    #expect(
      message(toy, other.requirement()) == """
        requirement 2026-W51 covers 2026-12-14T00:00:00Z/2026-12-21T00:00:00Z in slots of 1h, but \
        week 2026-W50 is 2026-12-07T00:00:00Z/2026-12-14T00:00:00Z in slots of 1h; run staff for \
        that week
        """)
  }

  @Test("A queue that the centre does not have, too few values and odd needs are refused")
  func rows() {
    let toy = Toy()
    #expect(
      message(toy, requirement(toy, queue: "x")) == """
        requirement 2026-W50 names queue "x", which the centre does not have; run staff anew or \
        add the queue
        """)
    #expect(
      message(toy, requirement(toy, count: 3))
        == "the requirement of queue q has 3 values for 168 slots; run staff anew")
    for need in [-0.01, Double.nan, .infinity] {
      #expect(
        message(toy, requirement(toy, agents: { $0 == 2 ? need : 0 })) == """
          the requirement of queue q at 2026-12-07T02:00:00Z is negative or no number; run staff \
          anew
          """)
    }
  }

  @Test("Prices that contradict each other are refused")
  func prices() {
    var toy = Toy()
    toy.prices = Prices(under: Money(90), underBeyond: Money(80))
    #expect(
      message(toy, toy.requirement()) == """
        the prices of the objective contradict each other: under-beyond is less than under; mend \
        objective in nobat.yaml
        """)
    toy.prices = Prices(cheapShare: 1.5)
    #expect(message(toy, toy.requirement())?.contains("cheap-share") == true)
    toy.prices = Prices(over: Money(-1))
    #expect(message(toy, toy.requirement())?.contains("negative") == true)
  }

  @Test("A shift with more breaks than can be placed is refused")
  func breaks() {
    var toy = Toy()
    let pause = ShiftTemplate.BreakRule(
      kind: .rest, length: Minutes(5), isPaid: true, earliest: .zero, latest: .hours(7))
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 480, startStep: .hours(1), lengths: [.hours(8)],
        breaks: Array(repeating: pause, count: 9))
    ]
    #expect(
      message(toy, toy.requirement())
        == "shift day has 9 breaks, more than the 8 that can be placed; merge some")
  }
}
