import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Holiday effects")
struct HolidayEffectsTests {
  /// Forty weeks of 60 an hour in which some days have a factor, with their holidays.
  private func model(_ factors: [Int: Double], holidays: [(Int, String)]) throws -> QueueModel {
    var planted = PlantedHistory(weeks: 40)
    let first = planted.firstDay
    planted.rate = { day, _ in 60 * (factors[day - first] ?? 1) }
    let past = try #require(
      planted.past(holidays: holidays.map { Holiday(day: first + $0.0, name: $0.1) }))
    return QueueModel(of: past, through: past.dayCount)
  }

  private func kind(_ name: String, isWeekend: Bool = false) -> DaySigns.Sign {
    .holiday(DaySigns.Kind(name: name, kind: .public, isWeekend: isWeekend))
  }

  @Test("A single past holiday says most of the next")
  func single() throws {
    // Day 100 is 14 weeks and 2 days after a Monday: a Wednesday.
    let effects = try model([100: 0.2], holidays: [(100, "May")]).holidays
    let effect = try #require(effects.effect(of: kind("May")))
    // The pool: (0.2 + 0.25) / 1.25 = 0.36; the name: (0.2 + 0.2 x 0.36) / 1.2 = 0.2267.
    #expect(abs(effect.factor - 0.2267) < 0.001)
    #expect(effect.occurrences == 1)
  }

  @Test("A name never seen takes the mean of such holidays; a weekend one has its own")
  func pooled() throws {
    let effects = try model(
      [100: 0.4, 107: 0.6, 110: 0.9],
      holidays: [(100, "a"), (107, "b"), (110, "c")]
    ).holidays
    let effect = try #require(effects.effect(of: kind("new")))
    // A quarter of a mean occurrence without effect: (0.4 + 0.6 + 0.25) / 2.25 = 0.5556.
    #expect(abs(effect.factor - 0.5556) < 0.001)
    #expect(effect.occurrences == 0)
    // Day 110 is a Saturday: (0.9 + 0.25) / 1.25 = 0.92.
    let weekend = try #require(effects.effect(of: kind("new", isWeekend: true)))
    #expect(abs(weekend.factor - 0.92) < 0.001)
    #expect(effects.effect(of: .ordinary) == nil)
  }

  @Test("Days beside holidays count only where they prove different")
  func beside() throws {
    let days = [51, 72, 93, 114, 135, 156]
    let holidays = days.map { ($0, "h") }
    let none = try model(
      Dictionary(uniqueKeysWithValues: days.map { ($0, 0.3) }), holidays: holidays)
    #expect(none.holidays.before == nil && none.holidays.after == nil)
    var factors: [Int: Double] = [:]
    for day in days { (factors[day], factors[day + 1]) = (0.3, 1.5) }
    let after = try model(factors, holidays: holidays)
    #expect(after.holidays.before == nil)
    // Six days draw 1.5 to 1 by one pseudo day: 1 + 0.5 x 6 / 7 = 1.43; the first fit, in which they
    // still lift the level around them, costs nothing in the second.
    #expect(abs(try #require(after.holidays.after).factor - 1.43) < 0.02)
  }

  @Test("A history without holidays knows no effect")
  func none() throws {
    let model = try model([:], holidays: [])
    #expect(model.holidays.effect(of: kind("any")) == nil)
    #expect(model.isUnseen(kind("any")))
    #expect(!model.isUnseen(.ordinary))
  }
}
