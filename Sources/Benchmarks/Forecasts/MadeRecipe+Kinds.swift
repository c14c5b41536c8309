import Statistics
import Timeline

extension MadeRecipe {
  /// The made series of the ledger, in its order.
  static let all: [MadeRecipe] =
    ["a", "b", "c"].map { roundTheClock("call60\($0)", slot: .hours(1)) }
    + ["a", "b"].map { roundTheClock("call30\($0)", slot: Minutes(30)) }
    + ["a", "b", "c"].map { shop("shop\($0)", showsClosedSlots: $0 != "b") }
    + zip(["a", "b", "c", "d"], [3, 4, 5, 6]).map { dailyTotals("daily\($0)", years: $1) }
    + zip(["a", "b", "c"], [20, 26, 34]).map { shortHistory("short\($0)", weeks: $1) }
    + ["a", "b"].map { changing("jump\($0)", .jump) }
    + ["a", "b"].map { changing("campaign\($0)", .campaign) }
    + ["a", "b"].map { changing("growth\($0)", .growth) }

  /// A centre that never closes, with quiet nights: two and a half years.
  static func roundTheClock(_ name: String, slot: Minutes) -> MadeRecipe {
    var draw = Draw(name)
    let mean = draw.between(180, 700)
    return draw.recipe(
      .roundTheClock, slot: slot, days: 913, hours: MadeRecipe.always, dailyMean: mean,
      growth: draw.between(-0.1, 0.3), week: draw.callWeek(sunday: 0.35...0.75),
      year: 0.12, noise: draw.noise(day: 0.04...0.09, mood: 0.02...0.07, within: 0.04...0.1))
  }

  /// A shop line of about two contacts an hour, closed at night, on Sundays and on holidays.
  static func shop(_ name: String, showsClosedSlots: Bool) -> MadeRecipe {
    var draw = Draw(name)
    let hours = Array(repeating: 540..<1080, count: 5) + [540..<840, 0..<0]
    return draw.recipe(
      .shop, slot: .hours(1), days: 7 * 110, hours: hours,
      dailyMean: 9 * draw.between(1.4, 2.6), growth: draw.between(-0.15, 0.2),
      week: draw.callWeek(sunday: 0...0), year: 0.15,
      noise: draw.noise(day: 0.05...0.15, mood: 0.03...0.1, within: 0...0.15),
      showsClosedSlots: showsClosedSlots, isClosedOnHolidays: true)
  }

  /// A call centre's totals of days, whose level moves within days.
  static func dailyTotals(_ name: String, years: Int) -> MadeRecipe {
    var draw = Draw(name)
    return draw.recipe(
      .dailyTotals, slot: .days(1), days: 365 * years + 40, hours: MadeRecipe.always,
      dailyMean: draw.between(500, 9000), growth: draw.between(-0.1, 0.2),
      week: draw.callWeek(sunday: 0.1...0.6), year: 0.12,
      noise: draw.noise(
        day: 0.015...0.035, mood: 0.05...0.09, within: 0...0, moodKept: 0.75...0.95))
  }

  /// A bank's busy queue in half-hours of weekdays, known for some months only.
  static func shortHistory(_ name: String, weeks: Int) -> MadeRecipe {
    var draw = Draw(name)
    let hours = Array(repeating: 420..<1260, count: 5) + [0..<0, 0..<0]
    return draw.recipe(
      .shortHistory, slot: Minutes(30), days: 7 * weeks, hours: hours,
      dailyMean: draw.between(8000, 35_000), growth: draw.between(-0.1, 0.15),
      week: draw.callWeek(sunday: 0...0), year: 0.05,
      noise: draw.noise(
        day: 0.01...0.02, mood: 0.03...0.05, within: 0.03...0.05, moodKept: 0.7...0.85,
        dispersion: 0...0.001),
      showsClosedSlots: false, isClosedOnHolidays: true)
  }

  /// An hourly queue of long days whose level jumps, has campaigns or grows by 5 % a month.
  static func changing(_ name: String, _ kind: Kind) -> MadeRecipe {
    var draw = Draw(name)
    let days = 7 * (70 + draw.chance.index(below: 40))
    let jumps: [Jump] =
      kind == .jump
      ? [
        Jump(day: days - 7 * 36, factor: draw.between(1.4, 1.9)),
        Jump(day: days - 7 * 16 - 3, factor: draw.between(0.55, 0.8)),
      ] : []
    let starts = [60, 45, 31, 22, 9].map { days - 7 * $0 + draw.chance.index(below: 7) }
    let campaigns: [Campaign] =
      kind == .campaign
      ? starts.map {
        Campaign(days: $0..<$0 + 10 + draw.chance.index(below: 18), lift: draw.between(0.25, 0.7))
      } : []
    return draw.recipe(
      kind, slot: .hours(1), days: days, hours: Array(repeating: 420..<1320, count: 7),
      dailyMean: draw.between(250, 1500),
      growth: kind == .growth ? 12 * log(1.05) : draw.between(-0.05, 0.1),
      week: draw.callWeek(sunday: 0.3...0.8), year: 0.08,
      noise: draw.noise(day: 0.03...0.07, mood: 0.02...0.06, within: 0.03...0.09),
      jumps: jumps, campaigns: campaigns)
  }

  private static let always = Array(repeating: 0..<1440, count: 7)
}

/// Draws the parameters of a recipe, all from its name.
private struct Draw {
  let name: String
  let seed: UInt64
  var chance: Generator

  init(_ name: String) {
    self.name = name
    var seeds = Generator(seed: 4, stream: name)
    seed = seeds.next()
    chance = Generator(seed: seed, stream: "recipe")
  }

  mutating func between(_ low: Double, _ high: Double) -> Double { chance.between(low, high) }

  private mutating func within(_ range: ClosedRange<Double>) -> Double {
    chance.between(range.lowerBound, range.upperBound)
  }

  /// A busy Monday, a falling week, a weaker weekend; of mean 1 over the open days.
  mutating func callWeek(sunday: ClosedRange<Double>) -> [Double] {
    let last = within(sunday)
    let saturday = last == 0 ? between(0.4, 0.6) : last * between(1.05, 1.6)
    var week = [between(1.08, 1.3), 1.05, 1, 1, 0.95].map { $0 * exp(0.03 * chance.normal()) }
    week += [saturday, last]
    let open = week.filter { $0 > 0 }
    let mean = open.reduce(0, +) / Double(open.count)
    return week.map { $0 / mean }
  }

  mutating func noise(
    day: ClosedRange<Double>, mood: ClosedRange<Double>, within slot: ClosedRange<Double>,
    moodKept: ClosedRange<Double> = 0.5...0.8, dispersion: ClosedRange<Double> = 0...0.004
  ) -> MadeNoise {
    let kept = within(moodKept)
    return MadeNoise(
      slowLevel: .init(kept: 0.994, shock: between(0.003, 0.01)),
      // The deviation in the long run is what is asked for.
      mood: .init(kept: kept, shock: within(mood) * (1 - kept * kept).squareRoot()),
      dayDeviation: within(day),
      within: .init(kept: between(0.7, 0.95), shock: within(slot) * 0.6),
      dispersion: within(dispersion), outage: 0.004, flood: 0.003, lostDay: 0.002,
      lostSlot: 0.0005)
  }

  /// The recipe of the rest, with a place of its own and a year of some waves.
  mutating func recipe(
    _ kind: MadeRecipe.Kind, slot: Minutes, days: Int, hours: [Range<Int>], dailyMean: Double,
    growth: Double, week: [Double], year: Double, noise: MadeNoise,
    showsClosedSlots: Bool = true, isClosedOnHolidays: Bool = false,
    jumps: [MadeRecipe.Jump] = [], campaigns: [MadeRecipe.Campaign] = []
  ) -> MadeRecipe {
    let places = [
      ("GB-ENG", "Europe/London"), ("US", "America/New_York"), ("DE", "Europe/Berlin"),
      ("AU-VIC", "Australia/Melbourne"), ("IE", "Europe/Dublin"),
    ]
    let place = places[chance.index(below: places.count)]
    let waves = (1...3).map { wave in
      SIMD2(chance.normal(), chance.normal()) * (year / Double(wave) / 2.0.squareRoot())
    }
    // Some Monday of 2016 or 2017.
    let monday = LocalDay(daysSince1970: 16_804) + 7 * chance.index(below: 80)
    return MadeRecipe(
      name: name, kind: kind, seed: seed, zone: place.1, region: place.0, slot: slot,
      firstDay: monday, dayCount: days, hours: hours, showsClosedSlots: showsClosedSlots,
      isClosedOnHolidays: isClosedOnHolidays, dailyMean: dailyMean, growth: growth,
      weekdayFactors: week, yearWaves: waves, monthStart: between(0, 0.12),
      steady: hours.allSatisfy { $0.count == 1440 } ? between(0, 0.01) : 0, jumps: jumps,
      campaigns: campaigns, noise: noise)
  }
}
