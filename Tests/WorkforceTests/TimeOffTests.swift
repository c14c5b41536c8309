import TestSupport
import Testing
import Timeline
import Workforce

@Suite("TimeOff")
struct TimeOffTests {
  @Test("The first and the last day are off, the days around them are not")
  func covers() {
    let week = TimeOff(
      id: "t", agent: "a", from: Worlds.monday, to: Worlds.monday + 6, kind: .leave)
    for (day, isOff) in [(-1, false), (0, true), (3, true), (6, true), (7, false)] {
      #expect(week.covers(Worlds.monday + day) == isOff)
    }
  }

  @Test("One day off is one day")
  func oneDay() {
    let day = TimeOff(id: "t", agent: "a", from: Worlds.monday, to: Worlds.monday, kind: .sick)
    #expect((-3...3).count { day.covers(Worlds.monday + $0) } == 1)
  }

  @Test("Leave, sickness and training count as worked; being unavailable does not")
  func kinds() {
    let counted = TimeOff.Kind.allCases.filter(\.countsAsWorked)
    #expect(counted == [.leave, .sick, .training])
  }

  @Test("Time off goes through a file")
  func coding() throws {
    let off = TimeOff(
      id: "t", agent: "a", from: Worlds.monday, to: Worlds.monday + 1, kind: .training,
      state: .waitListed)
    #expect(try throughJSON(off) == off)
  }
}
