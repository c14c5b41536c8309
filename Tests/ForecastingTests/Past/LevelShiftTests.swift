import Statistics
import TestSupport
import Testing

@testable import Forecasting

@Suite("Jumps of the level")
struct LevelShiftTests {
  /// Counts around a mean a day, weekends at half, of a little dispersion.
  private func days(_ count: Int, seed: UInt64, _ mean: (Int) -> Double) -> [Double] {
    var generator = Generator(seed: seed, stream: "jump")
    return (0..<count).map { day in
      let weekday = day % 7 < 5 ? 1 : 0.5
      return Double(
        generator.negativeBinomial(mean: weekday * mean(day), dispersion: 0.01))
    }
  }

  private func levelled(_ volumes: [Double]) -> (table: DayTable, shifts: [LevelShift]) {
    let table = DayTable.planted(volumes)
    return LevelShift.levelled(table, columns: CalendarColumns(of: table))
  }

  @Test("Its day and its factor are found, up and down", arguments: [10.0, 3, 1 / 3.0, 0.1])
  func found(factor: Double) {
    for seed in UInt64(0)..<4 {
      // 200 days of 600, then five weeks of the new level.
      let shifts = levelled(days(235, seed: seed) { 600 * ($0 < 200 ? 1 : factor) }).shifts
      #expect(shifts.map(\.day) == [200])
      // Medians of 35 and 56 days that scatter by 10 to 16 %: a standard error of 4 %.
      #expect(shifts.allSatisfy { abs(log($0.factor / factor)) < 0.15 })
    }
  }

  @Test("The past is taken at the last level, through two jumps")
  func past() {
    let (table, shifts) = levelled(
      days(260, seed: 1) { $0 < 120 ? 100 : $0 < 200 ? 400 : 2000 })
    #expect(shifts.map(\.day) == [200, 120])
    // A week has 5 + 2 x 0.5 = 6 usual days.
    for first in stride(from: 0, to: 253, by: 42) {
      let week: Double = table.totals[first..<first + 7].reduce(0, +)
      #expect(abs(week / 12_000 - 1) < 0.3)
    }
    // It is counted in contacts still.
    #expect(table.isCounted && table.unit == 1)
  }

  @Test("A level is believed after nine working days, and doubted less with every week")
  func settling() {
    func shift(after days: Int) -> LevelShift? {
      levelled(self.days(200 + days, seed: 2) { $0 < 200 ? 100 : 1000 }).shifts.first
    }
    #expect(shift(after: 8) == nil)
    let doubts = [9, 21, 56].compactMap { shift(after: $0)?.doubt }
    #expect(doubts.count == 3)
    #expect(zip(doubts, doubts.dropFirst()).allSatisfy { $0 > $1 })
    // Of ln 10 = 2.3 a tenth is in doubt on the first day: 0.053, eight weeks later a quarter of it.
    #expect(doubts.allSatisfy { $0 > 0.01 && $0 < 0.08 })
  }

  @Test(
    "What grows, swings, doubles, visits or falls silent is no jump",
    arguments: [
      "steady", "growth", "season", "double", "burst", "campaign", "back", "silent",
    ])
  func noJump(kind: String) {
    func mean(_ day: Int) -> Double {
      switch kind {
      case "growth": 100 * exp(Double(day) / 365)
      case "season": 300 * (1 + 0.5 * sin(2 * Double.pi * Double(day) / 365))
      case "double": day < 350 ? 100 : 200
      case "burst": (350..<353).contains(day) ? 3000 : 100
      // The same sale a year before: the queue knows its level.
      case "campaign": (30..<60).contains(day) || day >= 375 ? 500 : 100
      case "back": (300..<340).contains(day) ? 1000 : 100
      case "silent": day < 370 ? 100 : 0
      default: 100
      }
    }
    for seed in UInt64(0)..<3 {
      #expect(levelled(days(400, seed: seed, mean)).shifts.isEmpty)
    }
  }

  @Test("Counted in thousands it is the same jump")
  func scale() {
    let one = days(230, seed: 3) { $0 < 200 ? 100 : 900 }
    let (here, there) = (levelled(one).shifts, levelled(one.map { 1000 * $0 }).shifts)
    #expect(here.map(\.day) == [200] && there.map(\.day) == [200])
    #expect(zip(here, there).allSatisfy { abs($0.factor - $1.factor) < 1e-9 })
  }
}
