import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Day level")
struct DayLevelTests {
  private func learnt(_ past: Past, through count: Int? = nil) -> DayLevel {
    let count = count ?? past.dayCount
    return DayLevel(of: past, shape: DayShape(of: past, through: count), through: count)
  }

  @Test("Sizes of weekdays times the level are the planted days")
  func sizes() throws {
    var planted = PlantedHistory(weeks: 12)
    planted.rate = PlantedTruthTests.busyMondays
    let level = learnt(try #require(planted.past()))
    // 80 x 16.4 a day at factor 1; Mondays 1.4, Sundays 0.3.
    for (weekday, factor) in [(0, 1.4), (2, 1.0), (6, 0.3)] {
      #expect(abs(level.sizes[weekday] * level.current / (80 * 16.4 * factor) - 1) < 0.002)
    }
    #expect(level.unseenWeekdays.isEmpty)
  }

  @Test("Growth of a percent a week is followed with a delay of about five weeks")
  func trend() throws {
    var planted = PlantedHistory(weeks: 40)
    let first = planted.firstDay
    planted.rate = { day, _ in 60 + 0.6 * Double((day - first) / 7) }
    let past = try #require(planted.past())
    let level = learnt(past)
    // Half-life 3 weeks is a mean age of 3 / ln 2 = 4.3 weeks: 83.4 - 4.3 x 0.6 = 80.8 an hour.
    let hourly = level.sizes[2] * level.level(on: past.dayCount) / 24
    #expect(abs(hourly - 80.8) < 1)
  }

  @Test("Only the days before the origin are looked at")
  func origin() throws {
    var planted = PlantedHistory(weeks: 20)
    let change = planted.firstDay + 70
    planted.rate = { day, _ in day < change ? 60 : 600 }
    let level = learnt(try #require(planted.past()), through: 70)
    #expect(level.levels.count == 70)
    #expect(abs(level.sizes[0] * level.level(on: 75) - 60 * 24) < 1e-6)
  }

  @Test("A weekday never seen is closed after four weeks, and like the others before")
  func unseenWeekday() throws {
    for (weeks, isClosed) in [(3, false), (6, true)] {
      let planted = PlantedHistory(weeks: weeks)
      let offered = planted.expected(on: planted.grid).enumerated().map { index, value in
        index / 48 % 7 == 1 ? .nan : value
      }
      let level = learnt(try #require(planted.past(of: offered)))
      #expect(level.unseenWeekdays == [1])
      #expect(level.isUnseenClosed == isClosed)
      #expect(abs(level.sizes[1] - (isClosed ? 0 : 1440)) < 1e-9)
    }
  }
}
