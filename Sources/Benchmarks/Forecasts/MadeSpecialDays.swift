import Statistics
import Timeline

/// What sets the special days of a made series apart: each name its factor, days beside, Christmas.
struct MadeSpecialDays {
  /// A day's factor on the contacts that would have come otherwise.
  struct Effect: Hashable {
    let name: String
    let factor: Double
    let isHoliday: Bool
  }

  private let recipe: MadeRecipe
  private let holidays: HolidayCalendar
  private let before: Double
  private let after: Double

  init(of recipe: MadeRecipe, holidays: HolidayCalendar) {
    self.recipe = recipe
    self.holidays = holidays
    var chance = Generator(seed: recipe.seed, stream: "beside holidays")
    before = chance.between(0.85, 1.05)
    after = chance.between(0.98, 1.2)
  }

  func effect(on day: LocalDay) -> Effect? {
    if let holiday = holidays.holiday(on: day) {
      let name = MadeSpecialDays.feast(holiday.name)
      return Effect(name: name, factor: factor(of: name, on: day), isHoliday: true)
    }
    if let factor = christmas(day) {
      return Effect(name: "Christmas window", factor: factor, isHoliday: false)
    }
    guard day.weekday.number <= 5 else { return nil }
    if holidays.isHoliday(day + 1) {
      return Effect(name: "day before", factor: before, isHoliday: false)
    }
    if holidays.isHoliday(day - 1) {
      return Effect(name: "day after", factor: after, isHoliday: false)
    }
    return nil
  }

  /// A holiday's factor: low on weekdays, near to the usual on weekends.
  private func factor(of name: String, on day: LocalDay) -> Double {
    var chance = Generator(seed: recipe.seed, stream: name)
    let isGreat = name.contains("Christmas") || name.contains("New Year")
    let factor = isGreat ? chance.between(0.15, 0.5) : chance.between(0.35, 0.95)
    return day.weekday.number <= 5 ? factor : (factor + 2) / 3
  }

  /// The factor of a date from December 22 to January 2; nil on all others.
  private func christmas(_ day: LocalDay) -> Double? {
    let (_, month, date) = day.civil
    let span: (low: Double, high: Double)
    switch (month, date) {
    case (12, 22...23): span = (0.8, 1.05)
    case (12, 24): span = (0.35, 0.75)
    case (12, 25...26): span = (0.2, 0.6)
    case (12, 27...30): span = (0.65, 0.95)
    case (12, 31): span = (0.4, 0.85)
    case (1, 1): span = (0.2, 0.5)
    case (1, 2): span = (0.9, 1.35)
    default: return nil
    }
    var chance = Generator(seed: recipe.seed, stream: "december \(date)")
    let factor = chance.between(span.low, span.high)
    return day.weekday.number <= 5 ? factor : (factor + 1) / 2
  }

  /// A holiday's name without what tells a moved day from the day itself.
  private static func feast(_ name: String) -> String {
    guard name.hasSuffix(")"), let bracket = name.firstIndex(of: "(") else { return name }
    return String(name[..<bracket].reversed().drop { $0 == " " }.reversed())
  }
}
