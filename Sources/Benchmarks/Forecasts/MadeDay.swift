import Statistics
import Timeline

/// Draws a made series day by day: the levels move on, then the slots of the day are drawn.
struct MadeDay {
  private let recipe: MadeRecipe
  private let shapes: MadeShapes
  private let special: MadeSpecialDays
  private let perSlot: Double
  private var chance: Generator
  private var slowLevel = 0.0
  private var mood = 0.0
  private var within = 0.0

  // What is drawn of the day that was begun.
  private var date: LocalDay
  private var expectedTotal = 0.0
  private var addedTotal = 0.0
  private var dayFactor = 1.0
  private var isHoliday = false
  private var isLost = false
  private var outage = 0..<0
  private var outageShare = 1.0

  /// A slot before its contacts are counted.
  struct Drawn {
    let isOpen: Bool
    let expected: Double
    let rate: Double
  }

  init(_ recipe: MadeRecipe, holidays: HolidayCalendar) {
    self.recipe = recipe
    shapes = MadeShapes(of: recipe)
    special = MadeSpecialDays(of: recipe, holidays: holidays)
    perSlot = Double(recipe.slot.count) / 60
    chance = Generator(seed: recipe.seed, stream: "days")
    date = recipe.firstDay
    // The levels begin as if they had always been.
    let noise = recipe.noise
    slowLevel = noise.slowLevel.begin(&chance)
    mood = noise.mood.begin(&chance)
  }

  /// Goes on to a day and says what sets it apart, mostly nothing.
  mutating func begin(_ index: Int) -> MadeSpecialDays.Effect? {
    let noise = recipe.noise
    date = recipe.firstDay + index
    slowLevel = noise.slowLevel.next(after: slowLevel, &chance)
    mood = noise.mood.next(after: mood, &chance)
    let effect = special.effect(on: date)
    isHoliday = effect?.isHoliday ?? false
    var logarithm = recipe.growth * Double(index) / 365.25
    let phase = 2 * Double.pi * Double(date.dayOfYear - 1) / 365.25
    for (wave, pair) in recipe.yearWaves.enumerated() {
      let angle = Double(wave + 1) * phase
      logarithm += pair.x * cos(angle) + pair.y * sin(angle)
    }
    var factor = exp(logarithm) * recipe.weekdayFactors[date.weekday.number - 1]
    for jump in recipe.jumps where index >= jump.day { factor *= jump.factor }
    for campaign in recipe.campaigns where campaign.days.contains(index) {
      let gone = Double(index - campaign.days.lowerBound) / Double(campaign.days.count)
      factor *= 1 + campaign.lift * exp(-1.1 * gone)
    }
    expectedTotal = recipe.dailyMean * factor * (effect?.factor ?? 1)
    let isOfficeDay = date.weekday.number <= 5 && !isHoliday
    addedTotal = date.day <= 3 && isOfficeDay ? recipe.monthStart * recipe.dailyMean : 0
    // A day's own factor has a tail to the busy side.
    let own = noise.dayDeviation * chance.heavyTailed()
    // Occurrences of one special day differ from each other.
    let spread = effect == nil ? 0 : 0.07 * chance.normal()
    dayFactor = exp(slowLevel + mood + own + 0.25 * max(0, own) + spread)
    if chance.uniform() < noise.flood { dayFactor *= 1.5 + chance.uniform() }
    isLost = chance.uniform() < noise.lostDay
    drawOutage()
    return effect
  }

  private mutating func drawOutage() {
    let isOut = chance.uniform() < recipe.noise.outage
    let first = chance.index(below: 22) * 60
    let length = 60 * (2 + chance.index(below: 5))
    outageShare = 0.3 * chance.uniform()
    outage = isOut && recipe.slot.count < 1440 ? first..<first + length : 0..<0
  }

  /// The slot of the day that begun at a minute.
  mutating func draw(at minute: Int) -> Drawn {
    within = recipe.noise.within.next(after: within, &chance)
    let hours = recipe.hours[date.weekday.number - 1]
    let isOpen = hours.contains(minute) && !(isHoliday && recipe.isClosedOnHolidays)
    guard isOpen else { return Drawn(isOpen: false, expected: 0, rate: 0) }
    let weekday = isHoliday ? 6 : date.weekday.number - 1
    let share = shapes.share(of: minute, on: weekday)
    let steady = recipe.steady * recipe.dailyMean / 24 * perSlot
    let expected =
      expectedTotal * share + addedTotal * shapes.morningShare(of: minute) + steady
    var rate = (expected - steady) * dayFactor * exp(within) + steady
    if outage.contains(minute) { rate *= outageShare }
    return Drawn(isOpen: true, expected: expected, rate: rate)
  }

  /// Counts the contacts of a slot; nil where the count was lost.
  mutating func count(of drawn: Drawn) -> Int? {
    let count = chance.negativeBinomial(mean: drawn.rate, dispersion: recipe.noise.dispersion)
    let isSlotLost = chance.uniform() < recipe.noise.lostSlot
    return drawn.isOpen && (isLost || isSlotLost) ? nil : count
  }
}

extension MadeNoise.Process {
  /// A draw from the long run.
  fileprivate func begin(_ chance: inout Generator) -> Double {
    shock / (1 - kept * kept).squareRoot() * chance.normal()
  }

  fileprivate func next(after last: Double, _ chance: inout Generator) -> Double {
    kept * last + shock * chance.heavyTailed()
  }
}

extension Generator {
  /// A draw of variance 1 with the heavy tails of Student's t of five degrees of freedom.
  mutating func heavyTailed() -> Double {
    // t has variance 5 / 3; its chi-squared of five degrees is twice a gamma of shape 2.5.
    let chiSquared = 2 * gamma(shape: 2.5)
    return normal() / (chiSquared / 5).squareRoot() * (3.0 / 5).squareRoot()
  }

  /// Uniform between two numbers.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }
}
