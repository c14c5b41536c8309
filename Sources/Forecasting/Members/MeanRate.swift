import Statistics

/// Few contacts as counts: a mean a day, and how it spreads over weekdays and slots, from sums of what came.
///
/// Days and slots without any are as much an observation as others, so that the mean is neither drawn up, as
/// by logarithms, which know no zero, nor down, as by medians. How fast the mean may move is chosen by the
/// likelihood of Poisson counts a week ahead; little is believed of weekdays and slots until it was seen.
struct MeanRate {
  /// Weeks until a day counts half; the last: never.
  static let halfLives = [Double.infinity, 52, 13, 4]
  /// Weeks that are looked at.
  static let weeks = 156.0
  /// Contacts that a weekday, holidays and a slot of the day have as is usual before any is seen.
  static let priorOfWeekday = 10.0
  static let priorOfHolidays = 6.0
  static let priorOfSlot = 0.5
  /// Logarithm of likelihood that a faster half-life must gain.
  static let leastGain = 2.0

  private let view: DayView
  /// Contacts of the mean day.
  private let rate: Double
  private let weekdays: [Double]
  private let holiday: Double
  /// By slot of the day, of all weekdays alike.
  private let shape: [Double]

  init(of view: DayView) {
    self.view = view
    let table = view.table
    let unit = table.unit
    var days = (0..<view.count).filter {
      table.isSeen[$0] && !view.isClosed[table.weekdays[$0]] && view.age[$0] < Self.weeks
    }
    days = Self.sinceOpening(days, of: view)
    let ordinary = days.filter { if case .holiday = table.signs[$0] { false } else { true } }
    let halfLife = Self.halfLife(of: ordinary, view)
    func weight(_ day: Int) -> Double {
      halfLife.isFinite ? discount(age: view.age[day], halfLife: halfLife) : 1
    }
    let weights = ordinary.reduce(0) { $0 + weight($1) }
    let sum = ordinary.reduce(0) { $0 + weight($1) * view.totals[$1] }
    let rate = weights > 0 ? sum / weights : 0
    self.rate = rate

    var came = Array(repeating: 0.0, count: 7)
    var expected = came
    let level = ordinary.reduce(0) { $0 + view.totals[$1] } / Double(max(1, ordinary.count))
    for day in ordinary {
      came[table.weekdays[day]] += view.totals[day]
      expected[table.weekdays[day]] += level
    }
    let prior = Self.priorOfWeekday * unit
    let factors = zip(came, expected).map { ($0 + prior) / ($1 + prior) }
    weekdays = factors
    let off = days.filter { if case .holiday = table.signs[$0] { true } else { false } }
    let offExpected = off.reduce(0) { $0 + level * factors[table.weekdays[$1]] }
    let offCame = off.reduce(0) { $0 + view.totals[$1] }
    let offPrior = Self.priorOfHolidays * unit
    holiday = (offCame + offPrior) / (offExpected + offPrior)

    let slots = table.slotsPerDay
    var shape = Array(repeating: Self.priorOfSlot * unit, count: slots)
    for day in days {
      for slot in 0..<slots { shape[slot] += table.filled[day * slots + slot] }
    }
    self.shape = shape
  }

  /// Expected contacts of each slot of the days from the origin on; closed time has none.
  func volumes(days: Int) -> [Double] {
    let table = view.table
    let isShut = view.isShut(days: days)
    return (0..<days).flatMap { ahead -> [Double] in
      let day = view.count + ahead
      var total = isShut[ahead] ? 0 : rate * weekdays[table.weekdays[day]]
      if case .holiday = table.signs[day] { total *= holiday }
      let open = table.slots.indices.map { table.isOpen($0, on: day) ? shape[$0] : 0 }
      let sum = open.reduce(0, +)
      return open.map { sum > 0 ? total * $0 / sum : 0 }
    }
  }

  /// The days without those before the first contact, where these are too many to be empty by chance.
  private static func sinceOpening(_ days: [Int], of view: DayView) -> [Int] {
    guard let first = days.firstIndex(where: { view.totals[$0] > 0 }) else { return days }
    let sum = days.reduce(0) { $0 + view.totals[$1] }
    let expected = sum / Double(days.count - first) * Double(first)
    return expected < DayTable.tellingCount * view.table.unit ? days : Array(days[first...])
  }

  /// The half-life under which each week's contacts were the most likely, told by the weeks before it.
  private static func halfLife(of days: [Int], _ view: DayView) -> Double {
    let table = view.table
    let unit = table.unit
    var best = (likelihood: -Double.infinity, halfLife: Double.infinity)
    for halfLife in halfLives {
      let fade = halfLife.isFinite ? discount(age: 1, halfLife: halfLife) : 1
      var known = (contacts: 0.0, days: 0.0)
      var seen = 0.0
      var likelihood = 0.0
      var index = 0
      while index < days.count {
        let week = Int(view.age[days[index]])
        var came = 0.0
        var count = 0.0
        while index < days.count, Int(view.age[days[index]]) == week {
          came += view.totals[days[index]]
          count += 1
          index += 1
        }
        if seen >= DayTable.tellingCount * unit {
          // A pseudo contact over a mean week keeps a silent time from telling that nothing can come.
          let mean = (known.contacts + 0.5 * unit) / known.days * count / unit
          likelihood += came / unit * log(mean) - mean
        }
        known = (fade * known.contacts + came, fade * known.days + count)
        seen += came
      }
      if likelihood > best.likelihood + (best.likelihood.isFinite ? leastGain : 0) {
        best = (likelihood, halfLife)
      }
    }
    return best.halfLife
  }
}
