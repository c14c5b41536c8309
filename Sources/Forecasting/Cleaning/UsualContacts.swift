import Statistics
import Timeline

/// What is usual in each slot of a history, by the weeks around it, and how far clean slots and days
/// fall from it.
struct UsualContacts {
  /// Usual contacts of each slot of the grid; NaN where too little is known.
  let slots: [Double]
  /// Usual and counted contacts of each day, over the slots that are judged.
  private(set) var days: [Double]
  private(set) var counted: [Double]
  /// Beyond Poisson, as shares of the squared mean: of one slot, and of one day.
  let slotDispersion: Double
  let dayDispersion: Double

  /// Days of the same weekday on each side that tell what is usual.
  static let weeksAround = 6
  /// Such days that are needed.
  static let leastWeeks = 4
  /// Days on each side over which a day's level is judged, and how far they may lie away.
  static let daysAround = 14
  static let farthestDay = 35
  /// The least dispersion of a day: nothing is as regular as independent calls.
  static let leastDispersion = 0.0009

  /// Learns from all slots but some.
  init(of record: SlotRecord, without isOdd: [Bool]) {
    let isJudged = record.grid.indices.map { index in
      record.isOpen[index] && !record.isNamed[index] && !record.offered[index].isNaN
    }
    let isUsed = record.grid.indices.map { isJudged[$0] && !isOdd[$0] }
    let levels = DayLevels(of: record, isUsed: isUsed)
    let profile = LocalProfile(of: record, isUsed: isUsed, levels: levels.middle)
    var usual = Array(repeating: Double.nan, count: record.grid.count)
    var days = Array(repeating: 0.0, count: record.dayCount)
    var counted = days
    for index in record.grid.indices where record.isOpen[index] {
      let day = record.days[index]
      guard let rate = profile.rate(on: day, slot: record.slots[index]) else { continue }
      usual[index] = rate * levels.nearest[day]
      guard isJudged[index], !isOdd[index] else { continue }
      days[day] += usual[index]
      counted[day] += record.offered[index]
    }
    slots = usual
    self.days = days
    self.counted = counted
    slotDispersion = Self.dispersion(
      of: record.grid.indices.filter { isUsed[$0] && usual[$0] > 0 }.map {
        (record.offered[$0], usual[$0])
      })
    let logs = (0..<record.dayCount).compactMap { day -> (Double, Double)? in
      guard !record.isSpecial[day], days[day] > 0 else { return nil }
      let scale = levels.middle[day] / levels.nearest[day]
      return (log((counted[day] + 0.5) / (days[day] * scale + 0.5)), days[day])
    }
    let spread = 1.4826 * (median(of: logs.map { abs($0.0) }) ?? 0)
    let chance = median(of: logs.map { 1 / max(1, $0.1) }) ?? 0
    dayDispersion = max(Self.leastDispersion, spread * spread - chance)
  }

  /// Beyond Poisson, the farthest percent of the slots left out.
  private static func dispersion(of pairs: [(counted: Double, usual: Double)]) -> Double {
    guard !pairs.isEmpty else { return leastDispersion }
    let sorted = pairs.sorted {
      abs($0.counted - $0.usual) / $0.usual.squareRoot()
        < abs($1.counted - $1.usual) / $1.usual.squareRoot()
    }
    var excess = 0.0
    var squares = 0.0
    for pair in sorted.prefix(pairs.count - pairs.count / 100) {
      let error = pair.counted - pair.usual
      excess += error * error - pair.usual
      squares += pair.usual * pair.usual
    }
    return max(leastDispersion, 1.2 * excess / squares)
  }
}

/// How much each day has by the days around it, as a multiple of the mean of its weekday.
private struct DayLevels {
  /// By the days on both sides.
  let middle: [Double]
  /// Of both sides, the one that is nearer to the day itself: a day at the edge of a new level is
  /// like one of the two.
  let nearest: [Double]

  init(of record: SlotRecord, isUsed: [Bool]) {
    var sums = Array(repeating: 0.0, count: 7 * record.slotsPerDay)
    var counts = sums
    for index in record.grid.indices where isUsed[index] && !record.isSpecial[record.days[index]] {
      sums[record.cell(index)] += record.offered[index]
      counts[record.cell(index)] += 1
    }
    var came = Array(repeating: 0.0, count: record.dayCount)
    var base = came
    for index in record.grid.indices where isUsed[index] {
      let cell = record.cell(index)
      guard counts[cell] > 0 else { continue }
      came[record.days[index]] += record.offered[index]
      base[record.days[index]] += sums[cell] / counts[cell]
    }
    let ordinary = (0..<record.dayCount).filter { base[$0] > 0 && !record.isSpecial[$0] }
    let ratios = (0..<record.dayCount).map { base[$0] > 0 ? came[$0] / base[$0] : .nan }
    var middle = Array(repeating: 1.0, count: record.dayCount)
    var nearest = middle
    var position = 0
    for day in 0..<record.dayCount {
      while position < ordinary.count, ordinary[position] < day { position += 1 }
      let isOwn = position < ordinary.count && ordinary[position] == day
      let before = ordinary[max(0, position - UsualContacts.daysAround)..<position]
        .filter { day - $0 <= UsualContacts.farthestDay }
      let next = position + (isOwn ? 1 : 0)
      let after = ordinary[next..<min(ordinary.count, next + UsualContacts.daysAround)]
        .filter { $0 - day <= UsualContacts.farthestDay }
      let around = (before + after).map { ratios[$0] }
      middle[day] = median(of: around) ?? 1
      let own = ratios[day].isNaN ? middle[day] : ratios[day]
      var judges = [middle[day]]
      for side in [before, after] where side.count >= 5 {
        judges.append(median(of: side.map { ratios[$0] }) ?? middle[day])
        judges.append(Self.line(through: side.map { (Double($0 - day), ratios[$0]) }))
      }
      nearest[day] = judges.filter { $0 > 0 }.min { abs($0 - own) < abs($1 - own) } ?? middle[day]
      if nearest[day] <= 0 { nearest[day] = 1e-9 }
    }
    self.middle = middle
    self.nearest = nearest
  }

  /// The value at 0 of the line through the medians of both halves: at the ends of a growing history
  /// the middle of one side is no fair judge.
  private static func line(through points: [(x: Double, y: Double)]) -> Double {
    let half = points.count / 2
    let (left, right) = (points[..<half], points[half...])
    func middle(_ values: [Double]) -> Double { median(of: values) ?? 0 }
    let (x0, x1) = (middle(left.map(\.x)), middle(right.map(\.x)))
    let (y0, y1) = (middle(left.map(\.y)), middle(right.map(\.y)))
    guard x1 > x0 else { return y0 }
    return y0 - x0 * (y1 - y0) / (x1 - x0)
  }
}

/// What each slot has at level 1, by the same weekdays around a day.
private struct LocalProfile {
  private let record: SlotRecord
  /// By day and slot: contacts at level 1; NaN where unknown.
  private let rates: [Double]

  init(of record: SlotRecord, isUsed: [Bool], levels: [Double]) {
    self.record = record
    var sums = Array(repeating: 0.0, count: record.dayCount * record.slotsPerDay)
    var counts = sums
    for index in record.grid.indices {
      let day = record.days[index]
      guard isUsed[index], !record.isSpecial[day], levels[day] > 0 else { continue }
      sums[day * record.slotsPerDay + record.slots[index]] += record.offered[index] / levels[day]
      counts[day * record.slotsPerDay + record.slots[index]] += 1
    }
    rates = sums.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : .nan }
  }

  /// The mean of the nearest days of the weekday without the day itself and without the greatest and
  /// the least; nil where they are too few.
  func rate(on day: Int, slot: Int) -> Double? {
    var count = 0
    var sum = 0.0
    var least = Double.infinity
    var greatest = -Double.infinity
    for direction in [-7, 7] {
      var found = 0
      var other = day + direction
      while found < UsualContacts.weeksAround, other >= 0, other < record.dayCount,
        abs(other - day) <= 2 * 7 * UsualContacts.weeksAround
      {
        let rate = rates[other * record.slotsPerDay + slot]
        other += direction
        guard !rate.isNaN else { continue }
        found += 1
        sum += rate
        least = min(least, rate)
        greatest = max(greatest, rate)
      }
      count += found
    }
    guard count >= UsualContacts.leastWeeks else { return nil }
    return (sum - least - greatest) / Double(count - 2)
  }
}
