import Statistics
import Timeline

/// A series that chance has made of a recipe, with the truth beside it.
struct MadeSeries: Sendable {
  /// A slot of the wall clock; the two passes of a repeated hour are two slots.
  struct Slot: Hashable, Sendable {
    let day: LocalDay
    let minute: Int
    /// What was counted; nil where it was lost.
    let volume: Int?
    /// The mean of the slot by all that is fixed beforehand: calendar, growth, jumps, campaigns.
    let expected: Double
    /// The mean once the level, the mood and the day's factor are drawn.
    let rate: Double
  }

  let recipe: MadeRecipe
  let holidays: HolidayCalendar
  let slots: [Slot]
  /// The factor of each date of special days that was planted, in order.
  let effects: [Effect]

  struct Effect: Hashable, Sendable {
    let day: LocalDay
    let name: String
    let factor: Double
  }

  init(_ recipe: MadeRecipe, holidays: HolidayCalendar, zone: Zone) {
    var day = MadeDay(recipe, holidays: holidays)
    var slots: [Slot] = []
    var effects: [Effect] = []
    for index in 0..<recipe.dayCount {
      let date = recipe.firstDay + index
      let effect = day.begin(index)
      if let effect { effects.append(Effect(day: date, name: effect.name, factor: effect.factor)) }
      for minute in stride(from: 0, to: 1440, by: recipe.slot.count) {
        let drawn = day.draw(at: minute)
        guard drawn.isOpen || recipe.showsClosedSlots else { continue }
        let reading = LocalReading(day: date, secondOfDay: 60 * minute)
        let passes: Int =
          switch zone.occurrence(of: reading) {
          case .never: 0
          case .once: 1
          case .twice: 2
          }
        for _ in 0..<(recipe.slot.count == 1440 ? 1 : passes) {
          slots.append(
            Slot(
              day: date, minute: minute, volume: day.count(of: drawn), expected: drawn.expected,
              rate: drawn.rate))
        }
      }
    }
    self.recipe = recipe
    self.holidays = holidays
    self.effects = effects
    self.slots = slots
  }
}
