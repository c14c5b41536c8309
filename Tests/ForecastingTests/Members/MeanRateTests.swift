import Statistics
import Testing

@testable import Forecasting

@Suite("Few contacts as counts")
struct MeanRateTests {
  private func view(_ volumes: [Double], slots: Int = 1) -> DayView {
    let table = DayTable.planted(volumes, slots: slots)
    return DayView(
      of: table, through: table.pastDays, isSpecial: table.days.map { _ in false })
  }

  private func week(_ volumes: [Double]) -> Double {
    MeanRate(of: view(volumes)).volumes(days: 7).reduce(0, +)
  }

  @Test("The mean a day comes back, and a weekday is believed by what was seen of it")
  func weekdays() {
    // A contact each Monday of 30 weeks: 1/7 a day. Mondays had 30 where 30/7 were expected, and ten more
    // count as usual: (30 + 10) / (30/7 + 10) = 2.8; the others 10 / (30/7 + 10) = 0.7.
    let volumes = MeanRate(of: view((0..<210).map { $0 % 7 == 0 ? 1 : 0 })).volumes(days: 14)
    for (day, volume) in volumes.enumerated() {
      #expect(abs(volume - (day % 7 == 0 ? 0.4 : 0.1)) < 1e-9)
    }
  }

  @Test("Slots share the day by what came in them, and half a contact each")
  func slots() {
    // 40 contacts in the second of four slots: 40.5 of 42; the others 0.5 of 42.
    let volumes = (0..<4 * 120).map { $0 % 4 == 1 && $0 / 4 % 3 == 0 ? 1.0 : 0 }
    let day = MeanRate(of: view(volumes, slots: 4)).volumes(days: 7)
    let sum = day.prefix(4).reduce(0, +)
    #expect(abs(day[1] / sum - 40.5 / 42) < 1e-9)
    #expect(abs(day[3] / sum - 0.5 / 42) < 1e-9)
  }

  @Test("A mean that moved is followed, one that did not is kept")
  func level() {
    // Two a week for 60 weeks, then ten a week for 20: the mean of all were 4.
    let moved = (0..<560).map { $0 < 420 ? ($0 % 7 < 2 ? 1.0 : 0) : ($0 % 7 < 3 ? 2 : 1) }
    #expect(week(moved) > 8 && week(moved) < 10.5)
    let steady = (0..<560).map { $0 % 7 < 2 ? 1.0 : 0 }
    #expect(abs(week(steady) - 2) < 0.01)
  }

  @Test("Days before the first contact are not counted where they are too many")
  func opening() {
    // 20 weeks of nothing and 20 of two contacts: two a week, not one.
    let opened = (0..<280).map { $0 >= 140 && $0 % 7 < 2 ? 1.0 : 0 }
    #expect(abs(week(opened) - 2) < 0.1)
    // Two weeks of nothing may be chance: 40 contacts in 22 weeks, 1.8 a week.
    let waited = (0..<154).map { $0 >= 14 && $0 % 7 < 2 ? 1.0 : 0 }
    #expect(abs(week(waited) - 40 / 22.0) < 0.1)
  }

  @Test("Counted in thousands it is a thousand times as much")
  func scale() {
    var generator = Generator(seed: 5)
    let one = (0..<200).map { _ in Double(generator.poisson(mean: 0.6)) }
    #expect(abs(week(one.map { 1000 * $0 }) - 1000 * week(one)) < 1e-6)
  }

  @Test(
    "Sparse is what has so few that empty days are usual, all through half a year",
    arguments: [(0.25, true), (3, true), (8, false), (100, false)])
  func sparse(mean: Double, isSparse: Bool) {
    var generator = Generator(seed: 6)
    let volumes = (0..<210).map { _ in Double(generator.poisson(mean: mean)) }
    #expect(view(volumes).isSparse == isSparse)
    #expect(view(volumes.map { 1000 * $0 }).isSparse == isSparse)
    // One that was busy until two months ago fell silent: it has not always had few.
    #expect(!view(volumes.enumerated().map { $0 < 150 ? 50 : $1 }).isSparse)
  }
}
