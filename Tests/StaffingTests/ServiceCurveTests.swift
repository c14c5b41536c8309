import Staffing
import Testing
import Workforce

@Suite("What service levels cost")
struct ServiceCurveTests {
  private func curve(_ goal: Goal) throws -> ServiceCurve {
    let forecast = SmallCentre.forecast(volumes: [100, 50], handlingTime: 180)
    return try ServiceCurve(
      of: forecast, in: SmallCentre.centre(SmallCentre.queue(goal)))
  }

  @Test("Each step costs more than the one before, and ever more so near 100 %")
  func rises() throws {
    let points = try curve(Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)).points
    #expect(points.count == ServiceCurve.usualLevels.count)
    let hours = points.map(\.agentHours)
    #expect(zip(hours, hours.dropFirst()).allSatisfy { $0 < $1 })
    // From 50 to 55 % costs less than from 98 to 99 %.
    #expect(hours[1] - hours[0] < hours[hours.count - 1] - hours[hours.count - 2])
  }

  @Test("At the goal's own level the curve goes through what is planned")
  func throughTheGoal() throws {
    let curve = try curve(Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20))
    let at80 = try #require(curve.points.first { $0.serviceLevel == 0.8 })
    #expect(at80.agentHours == curve.asPlanned.agentHours)
    // Two half hours of the need of 10 and 5 erlangs.
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    let needs = [10.0, 5].compactMap {
      Desk.erlangC(load: $0, handlingTime: 180).fractionalAgents(meeting: target)
    }
    #expect(abs(at80.agentHours - needs.reduce(0, +) / 2) <= 0.005)
  }

  @Test("A queue without a service level costs the same everywhere")
  func level() throws {
    let curve = try curve(Goal(model: .erlangC, maximumOccupancy: 0.8))
    #expect(Set(curve.points.map(\.agentHours)) == [curve.asPlanned.agentHours])
  }
}
