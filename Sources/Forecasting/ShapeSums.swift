/// Discounted sums by weekday and slot, and the shares they give.
struct ShapeSums {
  private let slots: Int
  private let isOpen: [Bool]
  /// Contacts by `7 x slots`.
  private var contacts: [Double]
  /// The sizes of the days they came from, times the exposure of the slot in them.
  private var exposure: [Double]
  /// Effective number of days seen, by weekday: (sum of weights)² / sum of squared weights.
  private var days = Array(repeating: 0.0, count: 7)
  /// Variance of one day's share around its weekday's, by slot.
  private var variance: [Double]

  /// Monday to Friday, Saturday, Sunday.
  private static let groups = [0...4, 5...5, 6...6]

  /// Sums the days of positive weight and size.
  init(of past: Past, weights: [Double], sizes: [Double]) {
    slots = past.slotsPerDay
    isOpen = past.isOpen
    contacts = Array(repeating: 0, count: 7 * slots)
    exposure = contacts
    variance = Array(repeating: 0, count: slots)
    var weightSums = Array(repeating: (sum: 0.0, squares: 0.0), count: 7)
    let table = past.table
    for day in weights.indices where weights[day] > 0 && sizes[day] > 0 {
      let weight = weights[day]
      let weekday = past.signs.weekdays[day]
      let base = weekday * slots
      let first = day * slots
      weightSums[weekday].sum += weight
      weightSums[weekday].squares += weight * weight
      let size = weight * sizes[day]
      for slot in 0..<slots {
        contacts[base + slot] += weight * table.contacts[first + slot]
        exposure[base + slot] += size * table.exposure[first + slot]
      }
    }
    days = weightSums.map { $0.squares > 0 ? $0.sum * $0.sum / $0.squares : 0 }
    measureVariance(of: past, weights: weights, sizes: sizes)
  }

  private mutating func measureVariance(of past: Past, weights: [Double], sizes: [Double]) {
    let table = past.table
    var seen = Array(repeating: 0.0, count: slots)
    for day in weights.indices where weights[day] > 0 && sizes[day] > 0 {
      let weekday = past.signs.weekdays[day]
      guard days[weekday] > 1.5 else { continue }
      // Bessel's correction, for the weekday's own share is in its mean.
      let correction = days[weekday] / (days[weekday] - 1)
      for slot in 0..<slots {
        let times = table.exposure[day * slots + slot]
        guard times > 0.5 else { continue }
        let share = table.contacts[day * slots + slot] / (times * sizes[day])
        let error = share - ownShare(weekday * slots + slot)
        variance[slot] += weights[day] * correction * error * error
        seen[slot] += weights[day]
      }
    }
    for slot in 0..<slots where seen[slot] > 0 { variance[slot] /= seen[slot] }
  }

  private func ownShare(_ cell: Int) -> Double {
    exposure[cell] > 0 ? contacts[cell] / exposure[cell] : 0
  }

  /// Weekdays drawn to their group, groups smoothed over neighbouring slots and drawn to all days.
  func pooledShares() -> [Double] {
    let all = pattern(of: 0...6)
    var shares = Array(repeating: 0.0, count: 7 * slots)
    for group in Self.groups {
      let seen = group.reduce(0) { $0 + days[$1] }
      let own = smoothed(pattern(of: group), seen: seen)
      let common = drawn(own, to: all, seen: seen)
      let weekdays = group.map { weekday in pattern(of: weekday...weekday) }
      let counts = group.map { days[$0] }
      let pooling = pooling(of: weekdays, common: common, counts: counts)
      for (weekday, own) in zip(group, weekdays) {
        let target = restricted(common, to: weekday)
        for slot in 0..<slots where target[slot] > 0 || own[slot] > 0 {
          let cell = weekday * slots + slot
          // What was not observed on the only such day is unknown; what never was, is empty.
          let seen = exposure[cell] > 0 || days[weekday] > 1.5 ? days[weekday] : 0
          shares[cell] = pooling.estimate(own[slot], seen: seen, common: target[slot])
        }
        normalize(&shares, in: weekday * slots..<(weekday + 1) * slots)
      }
    }
    return shares
  }

  /// The shares of some weekdays together.
  private func pattern(of weekdays: ClosedRange<Int>) -> [Double] {
    (0..<slots).map { slot in
      var came = 0.0
      var size = 0.0
      for weekday in weekdays {
        came += contacts[weekday * slots + slot]
        size += exposure[weekday * slots + slot]
      }
      return size > 0 ? came / size : 0
    }
  }

  private func drawn(_ own: [Double], to common: [Double], seen count: Double) -> [Double] {
    let pooling = pooling(of: [own], common: common, counts: [count])
    return own.indices.map { pooling.estimate(own[$0], seen: count, common: common[$0]) }
  }

  /// How far parts, each seen so many times, are drawn to what they have in common.
  private func pooling(of parts: [[Double]], common: [Double], counts: [Double]) -> Pooling {
    var squares = 0.0
    var noise = 0.0
    var cells = 0
    for (part, count) in zip(parts, counts) where count > 0 {
      for slot in 0..<slots where common[slot] > 0 {
        let deviation = part[slot] - common[slot]
        squares += deviation * deviation
        noise += variance[slot] / count
        cells += 1
      }
    }
    let total = variance.reduce(0, +)
    let open = common.count { $0 > 0 }
    // Where no weekday was seen twice the noise is unknown: the common pattern counts as one day.
    guard days.contains(where: { $0 > 1.5 }) else { return Pooling(pseudoCount: 1) }
    return Pooling(
      squaredDeviations: squares, noise: noise, variance: total / Double(max(1, open)),
      parts: cells)
  }

  /// Neighbours in time are alike: where a slot was seldom seen, it leans on both.
  private func smoothed(_ own: [Double], seen count: Double) -> [Double] {
    guard count > 0 else { return own }
    var neighbours = own
    var squares = 0.0
    var noise = 0.0
    var cells = 0
    for slot in own.indices {
      let before = (slot + slots - 1) % slots
      let after = (slot + 1) % slots
      guard own[before] > 0, own[slot] > 0, own[after] > 0 else { continue }
      neighbours[slot] = (own[before] + own[after]) / 2
      let deviation = own[slot] - neighbours[slot]
      squares += deviation * deviation
      // The mean of two neighbours carries half of one's variance.
      noise += 1.5 * variance[slot] / count
      cells += 1
    }
    let total = variance.reduce(0, +)
    guard cells > 0, total > 0 else { return own }
    let pooling = Pooling(
      squaredDeviations: squares, noise: noise, variance: total / Double(cells), parts: cells)
    return own.indices.map { slot in
      pooling.estimate(own[slot], seen: count, common: neighbours[slot])
    }
  }

  /// A pattern of other weekdays, in the slots in which this one is open, with the size of its own.
  private func restricted(_ common: [Double], to weekday: Int) -> [Double] {
    var target = (0..<slots).map { isOpen[weekday * slots + $0] ? common[$0] : 0 }
    normalize(&target, in: 0..<slots)
    return target
  }

  private func normalize(_ values: inout [Double], in range: Range<Int>) {
    let total = values[range].reduce(0, +)
    guard total > 0 else { return }
    for index in range { values[index] /= total }
  }
}
