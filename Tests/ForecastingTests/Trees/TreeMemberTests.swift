import Statistics
import Testing
import Timeline

@testable import Forecasting

@Suite("Trees as a method of the blend")
struct TreeMemberTests {
  /// Weeks of a queue open in three slots of each day; Sundays are closed in the last of them.
  private struct Queue {
    var weeks = 30
    var ahead = 28
    /// Contacts by day, slot and what is drawn around them.
    var volume: (Int, Int, inout Generator) -> Double = { day, slot, generator in
      let mean = 40.0 * Double(slot + 1) * (day % 7 < 5 ? 1 : 0.5)
      return Double(generator.poisson(mean: mean))
    }

    var table: DayTable {
      let first = LocalDay(daysSince1970: 20_794 - 7 * 40)
      let days = (0..<7 * weeks + ahead).map { first + $0 }
      var isOpen = Array(repeating: true, count: 21)
      isOpen[20] = false
      var generator = Generator(seed: 11)
      return DayTable(
        days: days, signs: days.map { _ in .ordinary }, week: 7, pastDays: 7 * weeks,
        slots: [16, 17, 18], slotsOfLocalDay: 48, isOpen: isOpen,
        volume: (0..<7 * weeks * 3).map { volume($0 / 3, $0 % 3, &generator) })
    }
  }

  private func fitted(
    _ table: DayTable, through day: Int, effects: [Double]? = nil, seed: UInt64 = 1
  ) -> TreeMember? {
    TreeMember(
      of: table, effects: effects ?? Array(repeating: 0, count: table.days.count),
      isSpecial: Array(repeating: false, count: table.days.count), through: day, seed: seed)
  }

  @Test("The planted means of slots and weekdays come back")
  func planted() throws {
    let table = Queue().table
    let said = try #require(fitted(table, through: 210)).forecast(from: 210, days: 28)
    for row in said.indices where table.isOpen(row % 3, on: 210 + row / 3) {
      // Eight weeks of a slot of 20 contacts tell it to 1 / sqrt(8 x 20) = 7.9 %; three times that.
      let truth = 40.0 * Double(row % 3 + 1) * (row / 3 % 7 < 5 ? 1 : 0.5)
      #expect(abs(said[row] / truth - 1) < 0.237)
    }
    let all = said.reduce(0, +)
    // Four weeks: 5 x 240 + 120 + 60 (Sunday without its last slot) = 1380 each.
    #expect(abs(all / (4 * 1380) - 1) < 0.04)
  }

  @Test("Closed slots are exactly 0")
  func closed() throws {
    let table = Queue().table
    let said = try #require(fitted(table, through: 210)).forecast(from: 210, days: 28)
    for week in 0..<4 { #expect(said[(week * 7 + 6) * 3 + 2] == 0) }
    #expect(said.filter { $0 == 0 }.count == 4)
  }

  @Test("Twice the contacts are twice the forecast")
  func scale() throws {
    var doubled = Queue()
    let volume = doubled.volume
    // A power of two changes no digit of any sum.
    doubled.volume = { 8 * volume($0, $1, &$2) }
    let one = try #require(fitted(Queue().table, through: 210)).forecast(from: 210, days: 14)
    let eight = try #require(fitted(doubled.table, through: 210)).forecast(from: 210, days: 14)
    #expect(eight == one.map { 8 * $0 })
  }

  @Test("Nothing after the origin matters", arguments: [1e9, Double.nan])
  func origin(poison: Double) throws {
    let plain = Queue()
    var poisoned = plain
    let volume = plain.volume
    poisoned.volume = { day, slot, generator in
      let value = volume(day, slot, &generator)
      return day < 175 ? value : poison
    }
    let one = try #require(fitted(plain.table, through: 154))
    let two = try #require(fitted(poisoned.table, through: 154))
    // Of the fit, and of the weeks between the fit and a later origin.
    #expect(one.forecast(from: 154, days: 21) == two.forecast(from: 154, days: 21))
    #expect(one.forecast(from: 175, days: 21) == two.forecast(from: 175, days: 21))
  }

  @Test("A later origin looks at the weeks that came since")
  func laterOrigin() throws {
    var queue = Queue()
    // Twice as many from day 154 on, to which the trees were fitted.
    queue.volume = { day, slot, generator in
      Double(generator.poisson(mean: 40.0 * Double(slot + 1) * (day < 154 ? 1 : 2)))
    }
    let member = try #require(fitted(queue.table, through: 154))
    let before = member.forecast(from: 154, days: 7).reduce(0, +)
    let after = member.forecast(from: 196, days: 7).reduce(0, +)
    // The level doubles within four weeks; trees that never saw a change leave the ratio near 2.
    #expect(after / before > 1.8 && after / before < 2.2)
  }

  @Test("A day's calendar effect is divided out and multiplied back in")
  func effects() throws {
    let queue = Queue()
    var special = queue
    let volume = queue.volume
    let log2 = log(2)
    // Every tenth day twice as much, known as such.
    special.volume = { day, slot, generator in
      volume(day, slot, &generator) * (day % 10 == 0 ? 2 : 1)
    }
    let effects = (0..<238).map { $0 % 10 == 0 ? log2 : 0 }
    let member = try #require(fitted(special.table, through: 210, effects: effects))
    let said = member.forecast(from: 210, days: 28)
    // Days 210 and 217 are Mondays; the first of them is twice the second.
    #expect(abs((said[0] + said[1] + said[2]) / (said[21] + said[22] + said[23]) / 2 - 1) < 0.1)
  }

  @Test("More weeks ahead than are told apart go on like the last of them")
  func farAhead() throws {
    var queue = Queue()
    queue.ahead = 546
    let said = try #require(fitted(queue.table, through: 210)).forecast(from: 210, days: 546)
    #expect(said.count == 546 * 3)
    #expect(said.allSatisfy { $0.isFinite && $0 >= 0 && $0 < 240 })
    // Every week is like the planted ones within the noise of what is looked at.
    for week in 0..<78 {
      let sum = said[week * 21..<week * 21 + 21].reduce(0, +)
      #expect(abs(sum / 1380 - 1) < 0.1)
    }
  }

  @Test("The same seed gives the same bytes")
  func seeds() throws {
    let table = Queue().table
    let one = try #require(fitted(table, through: 210, seed: 4)).forecast(from: 210, days: 7)
    let same = try #require(fitted(table, through: 210, seed: 4)).forecast(from: 210, days: 7)
    let other = try #require(fitted(table, through: 210, seed: 5)).forecast(from: 210, days: 7)
    #expect(one == same)
    #expect(one != other)
  }

  @Test("A short past and one without contacts have no trees")
  func tooLittle() {
    // 8 weeks before the first row and 2 of rows: 70 days.
    #expect(fitted(Queue().table, through: 69) == nil)
    #expect(fitted(Queue().table, through: 140) != nil)
    var silent = Queue()
    silent.volume = { _, _, _ in 0 }
    #expect(fitted(silent.table, through: 210) == nil)
  }
}
