import Planning
import Testing
import Timeline
import Workforce

@Suite("The judge of forecasts")
struct JudgeTests {
  /// A reading at noon, so many days after a Monday.
  private func noon(_ day: Int, _ volume: Double) -> WallClockSeries.Reading {
    WallClockSeries.Reading(
      day: LocalDay(daysSince1970: 16_818 + day), minute: 720, volume: volume)
  }

  /// The judge of a forecast of 0 from a week on.
  private func judge(
    _ readings: [WallClockSeries.Reading], fromWeek week: Int, weeks: Int = 1
  ) -> Judge {
    var judge = Judge(readings, weeks: weeks)
    judge.add([], from: 1440 * (16_818 + 7 * week))
    return judge
  }

  private func errors(_ judge: Judge) -> [Double?] { judge.scores.map(\.error) }

  @Test("The average takes the last six weeks and no seventh, last week the nearest one")
  func plainMethods() {
    // Mondays of weeks 0 to 6 have 70, 1, 2, 3, 4, 5 and 6; the eighth has 10.
    let readings = [70.0, 1, 2, 3, 4, 5, 6, 10].enumerated().map { noon(7 * $0, $1) }
    // Nothing forecast misses 10 of 10; 21 / 6 = 3.5 misses 6.5; 6 misses 4.
    #expect(errors(judge(readings, fromWeek: 7)) == [1, 0.65, 0.4])
  }

  @Test("A week without an observation has that of the week before it")
  func gaps() {
    // Weeks 0, 1 and 6 of seven are known: 8, 2 and 4. The six before the origin are 2, 2, 2, 2, 2, 4.
    let readings = [noon(0, 8), noon(7, 2), noon(42, 4), noon(49, 7)]
    // 14 / 6 misses 7 by 28 / 6, which is two thirds of 7.
    let found = errors(judge(readings, fromWeek: 7))
    #expect(found.count == 3)
    #expect(abs((found[1] ?? 0) - 2.0 / 3) < 1e-12)
    #expect(found[2] == 3.0 / 7)
  }

  @Test("Where a time was never observed before, the plain methods expect nothing")
  func unknown() {
    #expect(errors(judge([noon(1, 5), noon(7, 4)], fromWeek: 1)) == [1, 1, 1])
  }

  @Test("The two passes of a repeated hour are one slot with their mean")
  func repeatedHour() {
    let found = judge([noon(0, 6), noon(7, 2), noon(7, 6)], fromWeek: 1)
    #expect(found.slots(weeks: 1).map(\.actual) == [4])
    // 6 was expected where 4 came.
    #expect(errors(found) == [1, 0.5, 0.5])
  }

  @Test("The first week and all are judged apart")
  func stretches() {
    let readings = [noon(0, 4), noon(7, 4), noon(14, 8)]
    let scores = judge(readings, fromWeek: 1, weeks: 2).scores
    #expect(scores.map(\.weeks) == [1, 1, 1, 2, 2, 2])
    #expect(scores.map(\.slots) == [1, 1, 1, 2, 2, 2])
    // Week by week 4 is right, then 4 of 8 are missing: 4 of 12.
    #expect(scores.map(\.error) == [1, 0, 0, 1, 1.0 / 3, 1.0 / 3])
  }

  @Test("Nothing observed after the origin is nothing to judge")
  func nothing() {
    #expect(judge([noon(0, 4)], fromWeek: 1).scores.isEmpty)
  }
}
