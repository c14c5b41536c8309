import Statistics
import Testing
import Timeline

@testable import Forecasting

@Suite("Two sets of trees")
struct TreePairTests {
  /// Weeks of made days before the day from which a forecast is asked for, and four weeks more.
  private func table(weeks: Int) -> DayTable {
    let first = LocalDay(daysSince1970: 20_794 - 7 * weeks)
    let days = (0..<7 * (weeks + 4)).map { first + $0 }
    var generator = Generator(seed: 5)
    return DayTable(
      days: days, signs: days.map { _ in .ordinary }, week: 7, pastDays: 7 * weeks, slots: [0],
      slotsOfLocalDay: 1, isOpen: Array(repeating: true, count: 7),
      volume: (0..<7 * weeks).map { Double(generator.poisson(mean: $0 % 7 < 5 ? 400 : 200)) })
  }

  @Test("The judging set speaks for both and is the pair's second", arguments: [80, 110])
  func judging(weeks: Int) throws {
    let table = table(weeks: weeks)
    let columns = CalendarColumns(of: table)
    let pair = TreePair(of: table, columns: columns, through: 7 * weeks, seed: 3)
      .volumes(from: 7 * weeks, days: 14)
    let judge = TreePair(judging: table, columns: columns, through: 7 * weeks, seed: 3)
      .volumes(from: 7 * weeks, days: 14)
    #expect(try #require(pair[.seasonalTrees]).count == 14)
    #expect(judge[.seasonalTrees] == pair[.seasonalTrees])
    #expect(judge[.trees] == judge[.seasonalTrees])
    #expect(pair[.trees] != pair[.seasonalTrees])
  }

  @Test("A past too short for trees says nothing")
  func short() {
    let table = table(weeks: 9)
    let columns = CalendarColumns(of: table)
    let pair = TreePair(of: table, columns: columns, through: 63, seed: 3)
    #expect(pair.volumes(from: 63, days: 14).isEmpty)
  }
}
