import Staffing
import Testing
import TestSupport
import Timeline
import Workforce

@Suite("The goals that can be staffed")
struct QueueStaffingTests {
  @Test("A goal that no number of agents keeps is refused with its reason")
  func refusals() throws {
    func fault(
      _ goal: Goal, concurrency: Int = 1, slowdown: Double = 1, minimumStaff: Double = 0,
      shrinkage: Double = 0
    ) throws -> StaffingFault? {
      let centre = try SmallCentre.centre(
        Queue(
          id: "q", channel: .voice, language: "de", opening: .always(in: .utc), goal: goal,
          concurrency: concurrency, concurrencySlowdown: slowdown, minimumStaff: minimumStaff,
          shrinkage: shrinkage))
      let forecast = SmallCentre.forecast(volumes: [5], handlingTime: 180)
      do throws(StaffingFault) {
        _ = try requirement(for: forecast, named: "r", in: centre)
        return nil
      } catch {
        return error
      }
    }
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
    #expect(try fault(goal) == nil)
    #expect(
      try fault(Goal(model: .erlangC, serviceLevel: 1, threshold: 20)) == .serviceLevel("q", 1))
    #expect(
      try fault(Goal(model: .erlangC, serviceLevel: 0.8, threshold: -1)) == .threshold("q", -1))
    #expect(try fault(Goal(model: .erlangA, serviceLevel: 0.8)) == .patience("q", nil))
    #expect(
      try fault(Goal(model: .erlangA, serviceLevel: 0.8, patience: 0)) == .patience("q", 0))
    #expect(
      try fault(Goal(model: .erlangA, serviceLevel: 0.8, patience: 1e9)) == .patience("q", 1e9))
    #expect(
      try fault(Goal(model: .erlangC, serviceLevel: 0.8, threshold: .infinity))
        == .threshold("q", .infinity))
    #expect(
      try fault(Goal(model: .backlog, maximumOccupancy: 0)) == .occupancy("q", 0))
    #expect(try fault(goal, shrinkage: 1) == .shrinkage("q", 1))
    #expect(try fault(goal, shrinkage: -0.1) == .shrinkage("q", -0.1))
    #expect(try fault(goal, minimumStaff: -1) == .minimumStaff("q", -1))
    #expect(
      try fault(goal, concurrency: 0) == .concurrency("q", limit: 0, slowdown: 1))
    #expect(
      try fault(goal, concurrency: 2, slowdown: 0.5) == .concurrency("q", limit: 2, slowdown: 0.5))
    // Not a number is no share of anything.
    #expect(try fault(Goal(model: .erlangC, serviceLevel: .nan)) != nil)
    #expect(try fault(goal, shrinkage: .nan) != nil)
  }

  @Test("A fault names the queue, what is wrong and the next step")
  func sentences() {
    #expect(
      StaffingFault.shrinkage("de-voice", 1).description
        == """
        queue "de-voice": with a shrinkage of 1.0 nobody is left to work; give a share of 0 or more \
        and below 1
        """)
    #expect(
      StaffingFault.patience("de-voice", nil).description
        == """
        queue "de-voice": the model erlang-a needs the patience of its customers; give their mean \
        time to hanging up, or use the model erlang-c
        """)
    #expect(
      StaffingFault.volume("de-voice", Instant(seconds: 0)).description
        == """
        queue "de-voice": the forecast of 1970-01-01T00:00:00Z is not a number of contacts that can \
        be staffed; forecast again, or correct the file
        """)
  }
}
