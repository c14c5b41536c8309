import Statistics
import Timeline

/// How a made day's contacts spread over its slots, for each weekday.
struct MadeShapes {
  private let slotMinutes: Int
  private let slotsPerDay: Int
  /// By `7 x slotsPerDay`; each open day adds up to 1.
  private let shares: [Double]
  private let morning: [Double]

  init(of recipe: MadeRecipe) {
    let minutes = recipe.slot.count
    let count = 1440 / minutes
    var chance = Generator(seed: recipe.seed, stream: "shapes")
    let office = Hill.office(&chance)
    let rest = Hill.rest(&chance)
    // At night a few in ten thousand of the day's contacts an hour.
    let night = chance.between(0.0004, 0.0015) * Double(minutes) / 60
    var shares: [Double] = []
    for weekday in 0..<7 {
      var hills = weekday < 5 ? office : rest
      // Each weekday is a little of its own: busier early or late.
      for index in hills.indices {
        hills[index].weight *= exp(0.08 * chance.normal())
        hills[index].hour += 0.15 * chance.normal()
      }
      let hours = recipe.hours[weekday]
      var shape = (0..<count).map { slot in
        guard hours.contains(slot * minutes) else { return 0.0 }
        let hour = (Double(slot) + 0.5) * Double(minutes) / 60
        return hills.reduce(0) { $0 + $1.height(at: hour) }
      }
      let sum = max(shape.reduce(0, +), 1e-9)
      for slot in shape.indices where hours.contains(slot * minutes) {
        shape[slot] = (shape[slot] / sum + night) / (1 + night * Double(hours.count / minutes))
      }
      shares += shape
    }
    self.shares = shares
    let early = (0..<count).map { slot in
      Hill(hour: 9.5, width: 1.2, weight: 1).height(
        at: (Double(slot) + 0.5) * Double(minutes) / 60)
    }
    morning = early.map { $0 / early.reduce(0, +) }
    slotMinutes = minutes
    slotsPerDay = count
  }

  /// The share of a day's contacts that come in a slot.
  func share(of minute: Int, on weekday: Int) -> Double {
    shares[weekday * slotsPerDay + minute / slotMinutes]
  }

  /// The share of what comes in the morning only.
  func morningShare(of minute: Int) -> Double { morning[minute / slotMinutes] }
}

/// A bell over the hours of the day.
private struct Hill {
  var hour: Double
  var width: Double
  var weight: Double

  func height(at time: Double) -> Double {
    let distance = (time - hour) / width
    return weight / width * exp(-distance * distance / 2)
  }

  /// Before noon, after noon and a small evening.
  static func office(_ chance: inout Generator) -> [Hill] {
    [
      Hill(hour: chance.between(9.8, 11), width: chance.between(1.4, 2), weight: 1),
      Hill(
        hour: chance.between(14, 16), width: chance.between(1.8, 2.6),
        weight: chance.between(0.7, 1.2)),
      Hill(
        hour: chance.between(18.5, 20.5), width: chance.between(1.2, 2),
        weight: chance.between(0.1, 0.45)),
    ]
  }

  /// One long late morning and an evening.
  static func rest(_ chance: inout Generator) -> [Hill] {
    [
      Hill(hour: chance.between(11.5, 13.5), width: chance.between(2.4, 3.4), weight: 1),
      Hill(
        hour: chance.between(18, 20), width: chance.between(1.6, 2.6),
        weight: chance.between(0.2, 0.6)),
    ]
  }
}
