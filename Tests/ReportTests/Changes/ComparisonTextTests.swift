import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The text of a comparison")
struct ComparisonTextTests {
  private func shift(_ agent: Agent.ID, day: Int, from hour: Int) throws -> PublishedShift {
    let vienna = try Worlds.zone("Europe/Vienna")
    let date = Worlds.monday + day
    return PublishedShift(
      Shift(
        agent: agent, template: "day", day: date,
        interval: Interval(start: vienna.start(of: date) + .hours(hour), length: .hours(8)),
        breaks: [], paid: .hours(8)), in: vienna)
  }

  private func side(
    _ name: String, _ shifts: [PublishedShift], pay: Double
  ) -> RosterComparison.Side {
    RosterComparison.Side(
      name: name, requirement: "r", shifts: shifts, cost: Roster.Cost(pay: Money(pay)),
      bound: Money(1000))
  }

  private func comparison() throws -> RosterComparison {
    let week = PlanningWeek(
      firstDay: Worlds.monday, zone: try Worlds.zone("Europe/Vienna"), slot: Minutes(30))
    let before = [try shift("a01", day: 0, from: 8), try shift("a02", day: 0, from: 8)]
    let after = [
      try shift("a01", day: 0, from: 9), try shift("a03", day: 1, from: 8),
    ]
    return RosterComparison(
      of: week, from: side("old", before, pay: 1250), to: side("new", after, pay: 2000))
  }

  @Test("By cost, agent and hour, in short")
  func whole() throws {
    // A shift of 8 hours less from 8 on Monday, another an hour later, and one more on Tuesday: 8 to 9
    // loses two, 9 to 16 one, and 16 to 17 wins one; Tuesday wins one for 8 hours. Of these 17 the
    // greatest eight are shown: first the one of two, then the earliest.
    #expect(
      comparisonText(
        try comparison(), in: try Worlds.oneSite(agents: 1), by: ComparisonView.allCases,
        isWhole: false)
          == """
            cost, EUR           old       new  difference
            pay            1,250.00  2,000.00     +750.00
            premiums           0.00      0.00        0.00
            wishes             0.00      0.00        0.00
            missing hours      0.00      0.00        0.00
            idle hours         0.00      0.00        0.00
            total          1,250.00  2,000.00     +750.00
            gap             20.00 %   50.00 %      +30.00

            agent  added  moved  changed  removed  presence  paid
            a01        0      1        0        0        0m    0m
            a02        0      0        0        1       −8h   −8h
            a03        1      0        0        0       +8h   +8h

            on duty           old   new  difference
            Mon 7 Dec 08:00  2.00  0.00       −2.00
            Mon 7 Dec 09:00  2.00  1.00       −1.00
            Mon 7 Dec 10:00  2.00  1.00       −1.00
            Mon 7 Dec 11:00  2.00  1.00       −1.00
            Mon 7 Dec 12:00  2.00  1.00       −1.00
            Mon 7 Dec 13:00  2.00  1.00       −1.00
            Mon 7 Dec 14:00  2.00  1.00       −1.00
            Mon 7 Dec 15:00  2.00  1.00       −1.00
            and 9 more; --by hour lists all

          """.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.isEmpty ? "" : "\($0)"
        }
        .joined(separator: "\n"))
  }

  @Test("Asked by one view, it lists all of it and nothing else")
  func oneView() throws {
    let text = comparisonText(
      try comparison(), in: try Worlds.oneSite(agents: 1), by: [.hour], isWhole: true)
    // The head and 9 + 8 hours.
    #expect(text.split(separator: "\n").count == 18)
    #expect(!text.contains("more"))
  }

  @Test("What does not differ is said to be the same")
  func same() throws {
    let two = try comparison()
    let centre = try Worlds.oneSite(agents: 1)
    let itself = RosterComparison(of: two.week, from: two.before, to: two.before)
    for views in [ComparisonView.allCases, [.cost], [.agent], [.hour]] {
      #expect(comparisonText(itself, in: centre, by: views, isWhole: true) == "no difference\n")
    }
    #expect(ComparisonView.allCases.allSatisfy { two.differs(by: $0) && !itself.differs(by: $0) })
    // Two agents who swap leave every hour as it was.
    let swapped = RosterComparison(
      of: two.week, from: side("a", [try shift("a01", day: 0, from: 8)], pay: 1),
      to: side("b", [try shift("a02", day: 0, from: 8)], pay: 1))
    #expect(
      comparisonText(swapped, in: centre, by: [.agent, .hour], isWhole: true)
        .hasSuffix("\n  every hour has as many agents on duty\n"))
  }
}
