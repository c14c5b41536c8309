/// Chains of shifts over days that rules tie together, and the best way to put them into a week.
///
/// For every segment of days, and every start slot of its first day, the best value of a chain is
/// kept, by units of paid time and, where nights in a row are bounded, by the nights it begins with.
/// A row is one such pair; its slots lie side by side.
struct Chains: Sendable {
  /// Best values: segment after segment, row after row, slot after slot.
  private var values: ContiguousArray<Double> = []
  /// Maxima over stretches of slots, for each row of ``values``; see ``maximum(of:from:to:)``.
  private var maxima: ContiguousArray<Double> = []
  private var valueOffsets: ContiguousArray<Int> = []
  private var maximaOffsets: ContiguousArray<Int> = []
  /// Numbers of paid-time units that each segment can have, counted from its least.
  private var widths: ContiguousArray<Int> = []
  /// Best value of each segment by its paid time, whatever its start and nights.
  private var tops: ContiguousArray<Double> = []
  private var topOffsets: ContiguousArray<Int> = []
  private var slots = 0
  private var levels = 1
  private var nightRows = 1
  private var isWindowed = false
  /// The pattern last found best, and the paid time of each of its segments.
  private var bestPattern = -1
  private var bestWidths: [Int] = []

  init() {}

  // MARK: - Building

  /// Fills in every segment of a crew from the values of its shifts.
  mutating func build(for crew: Crew, in menu: Menu, net: ContiguousArray<Double>) {
    layOut(for: crew, in: menu)
    for number in crew.segments.indices {
      fill(number, for: crew, in: menu, net: net)
      collectMaxima(number)
      collectTops(number, for: crew)
    }
  }

  private mutating func layOut(for crew: Crew, in menu: Menu) {
    slots = menu.starts.reduce(1) { max($0, $1.count) }
    isWindowed = !menu.links.allSatisfy(\.isOpenEnded)
    levels = isWindowed ? Int.bitWidth - slots.leadingZeroBitCount : 1
    nightRows = (crew.nightsInRow ?? 0) + 1
    let span = crew.greatestAmount - crew.leastAmount
    valueOffsets.removeAll(keepingCapacity: true)
    maximaOffsets.removeAll(keepingCapacity: true)
    topOffsets.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
    var (valueEnd, maximaEnd, topEnd) = (0, 0, 0)
    for segment in crew.segments {
      let room = crew.hours.upperBound - segment.dayCount * crew.leastAmount + 1
      let width = max(0, min(segment.dayCount * span + 1, room))
      widths.append(width)
      valueOffsets.append(valueEnd)
      maximaOffsets.append(maximaEnd)
      topOffsets.append(topEnd)
      valueEnd += nightRows * width * slots
      maximaEnd += nightRows * width * levels * (slots + 1)
      topEnd += width
    }
    if values.count < valueEnd { values = ContiguousArray(repeating: 0, count: valueEnd) }
    if maxima.count < maximaEnd { maxima = ContiguousArray(repeating: 0, count: maximaEnd) }
    if tops.count < topEnd { tops = ContiguousArray(repeating: 0, count: topEnd) }
  }

  private mutating func fill(
    _ number: Int, for crew: Crew, in menu: Menu, net: ContiguousArray<Double>
  ) {
    let segment = crew.segments[number]
    let width = widths[number]
    let offset = valueOffsets[number]
    for index in offset..<offset + nightRows * width * slots { values[index] = -.infinity }
    let tracksNights = crew.nightsInRow != nil
    for index in menu.days[segment.first] where net[index] > -.infinity {
      let candidate = menu.candidates[index]
      let amount = crew.amounts[candidate.kind] - crew.leastAmount
      let isNight = tracksNights && candidate.touchesNight
      guard segment.rest >= 0 else {
        let night = isNight ? 1 : 0
        guard amount < width, night < nightRows else { continue }
        let place = offset + (night * width + amount) * slots + candidate.slot
        values[place] = max(values[place], net[index])
        continue
      }
      let links = menu.links[segment.gap - 1]
      let (low, high) = (links.low[index], links.high[index])
      guard low < high else { continue }
      let restWidth = min(widths[segment.rest], width - amount)
      guard restWidth > 0 else { continue }
      for restNight in 0..<nightRows {
        // Nights in a row are nights on consecutive days: a day off begins the count anew.
        let night = isNight ? (segment.gap == 1 ? restNight + 1 : 1) : 0
        guard night < nightRows else { continue }
        for restAmount in 0..<restWidth {
          let row = restNight * widths[segment.rest] + restAmount
          let value = net[index] + maximum(of: segment.rest, row: row, from: low, to: high)
          let place = offset + (night * width + restAmount + amount) * slots + candidate.slot
          values[place] = max(values[place], value)
        }
      }
    }
  }

  // MARK: - Maxima over stretches of starts

  /// Prepares ``maximum(of:row:from:to:)`` for a segment.
  ///
  /// Where every stretch reaches to the end of its day, suffix maxima do; otherwise a sparse table
  /// of the maxima over 1, 2, 4, ... slots (Bender and Farach-Colton, "The LCA problem revisited",
  /// 2000, section 3).
  private mutating func collectMaxima(_ number: Int) {
    let stride = slots + 1
    for row in 0..<nightRows * widths[number] {
      let source = valueOffsets[number] + row * slots
      let target = maximaOffsets[number] + row * levels * stride
      guard isWindowed else {
        var best = -Double.infinity
        maxima[target + slots] = best
        for slot in (0..<slots).reversed() {
          best = max(best, values[source + slot])
          maxima[target + slot] = best
        }
        continue
      }
      for slot in 0..<slots { maxima[target + slot] = values[source + slot] }
      for level in 1..<max(levels, 1) {
        let (half, below) = (1 << (level - 1), target + (level - 1) * stride)
        for slot in 0..<max(0, slots - 2 * half + 1) {
          maxima[below + stride + slot] = max(maxima[below + slot], maxima[below + slot + half])
        }
      }
    }
  }

  /// The best value of a segment's row over a stretch of start slots that is not empty.
  @inline(__always)
  private func maximum(of number: Int, row: Int, from low: Int, to high: Int) -> Double {
    let stride = slots + 1
    let base = maximaOffsets[number] + row * levels * stride
    guard isWindowed else { return maxima[base + low] }
    let level = Int.bitWidth - 1 - (high - low).leadingZeroBitCount
    let place = base + level * stride
    return max(maxima[place + low], maxima[place + high - 1 << level])
  }

  // MARK: - Patterns

  private mutating func collectTops(_ number: Int, for crew: Crew) {
    let width = widths[number]
    for amount in 0..<width {
      var best = -Double.infinity
      for night in 0..<nightRows where mayBegin(number, withNights: night, crew) {
        let source = valueOffsets[number] + (night * width + amount) * slots
        for slot in 0..<slots { best = max(best, values[source + slot]) }
      }
      tops[topOffsets[number] + amount] = best
    }
  }

  /// Whether a segment may begin with so many nights in a row after those of the earlier roster.
  private func mayBegin(_ number: Int, withNights night: Int, _ crew: Crew) -> Bool {
    guard let most = crew.nightsInRow, crew.segments[number].first == 0, night > 0 else {
      return true
    }
    return crew.nightsCarried + night <= most
  }

  /// The value of the best pattern; minus infinity if there is none.
  mutating func bestPattern(for crew: Crew) -> Double {
    var best = -Double.infinity
    bestPattern = -1
    let isUniform = crew.leastAmount == crew.greatestAmount
    for (index, pattern) in crew.patterns.enumerated() {
      var value = 0.0
      if isUniform {
        for number in pattern.segments {
          value += widths[number] > 0 ? tops[topOffsets[number]] : -.infinity
        }
      } else {
        let start = pattern.bits.nonzeroBitCount * crew.leastAmount
        value =
          sums(over: pattern.segments).enumerated()
          .filter { crew.hours.contains(start + $0.offset) }
          .reduce(-.infinity) { max($0, $1.element) }
      }
      if value > best {
        best = value
        bestPattern = index
      }
    }
    return best
  }

  /// The best sums of segments by their paid time together.
  private func sums(over segments: some Collection<Int>) -> [Double] {
    var result = [0.0]
    for number in segments {
      let width = widths[number]
      guard width > 0 else { return [] }
      var next = Array(repeating: -Double.infinity, count: result.count + width - 1)
      for (left, value) in result.enumerated() where value > -.infinity {
        for right in 0..<width {
          next[left + right] = max(next[left + right], value + tops[topOffsets[number] + right])
        }
      }
      result = next
    }
    return result
  }

  /// Paid time that lines of each pattern can have, lowest first, in units: for finding what is
  /// attainable at all.
  func attainableAmounts(of pattern: Crew.Pattern, for crew: Crew) -> [Int] {
    let start = pattern.bits.nonzeroBitCount * crew.leastAmount
    return sums(over: pattern.segments).enumerated()
      .filter { $0.element > -.infinity }
      .map { start + $0.offset }
  }

  // MARK: - The line behind the value

  /// The shifts of the line that ``bestPattern(for:)`` found, by number in the menu.
  func chosenShifts(
    for crew: Crew, in menu: Menu, net: ContiguousArray<Double>
  ) -> [Int] {
    guard crew.patterns.indices.contains(bestPattern) else { return [] }
    let pattern = crew.patterns[bestPattern]
    var shifts: [Int] = []
    for (number, amount) in zip(pattern.segments, chosenAmounts(of: pattern, for: crew)) {
      append(&shifts, segment: number, amount: amount, for: crew, in: menu, net: net)
    }
    return shifts
  }

  /// How the best line's paid time is shared among its segments, each counted from its least.
  private func chosenAmounts(of pattern: Crew.Pattern, for crew: Crew) -> [Int] {
    let start = pattern.bits.nonzeroBitCount * crew.leastAmount
    let totals = sums(over: pattern.segments)
    var left = -1
    for amount in totals.indices where crew.hours.contains(start + amount) {
      if left < 0 || totals[amount] > totals[left] { left = amount }
    }
    var amounts = Array(repeating: 0, count: pattern.segments.count)
    for place in pattern.segments.indices.reversed() {
      let number = pattern.segments[place]
      let before = sums(over: pattern.segments[..<place])
      var best = -Double.infinity
      for amount in 0..<widths[number] where before.indices.contains(left - amount) {
        let value = before[left - amount] + tops[topOffsets[number] + amount]
        if value > best {
          best = value
          amounts[place] = amount
        }
      }
      left -= amounts[place]
    }
    return amounts
  }

  /// Walks down a segment, choosing at each day a shift that attains the best value.
  private func append(
    _ shifts: inout [Int], segment first: Int, amount total: Int, for crew: Crew, in menu: Menu,
    net: ContiguousArray<Double>
  ) {
    var number = first
    var amount = total
    var rows = (0..<nightRows).filter { mayBegin(first, withNights: $0, crew) }
    var stretch = 0..<slots
    while number >= 0 {
      let segment = crew.segments[number]
      var best = (value: -Double.infinity, shift: -1, nights: 0)
      for index in menu.days[segment.first] where net[index] > -.infinity {
        let candidate = menu.candidates[index]
        guard stretch.contains(candidate.slot) else { continue }
        let left = amount - crew.amounts[candidate.kind] + crew.leastAmount
        let isNight = crew.nightsInRow != nil && candidate.touchesNight
        guard segment.rest >= 0 else {
          if left == 0, rows.contains(isNight ? 1 : 0), net[index] > best.value {
            best = (net[index], index, 0)
          }
          continue
        }
        guard (0..<widths[segment.rest]).contains(left) else { continue }
        let links = menu.links[segment.gap - 1]
        let (low, high) = (links.low[index], links.high[index])
        guard low < high else { continue }
        for restNight in 0..<nightRows {
          let night = isNight ? (segment.gap == 1 ? restNight + 1 : 1) : 0
          guard rows.contains(night) else { continue }
          let row = restNight * widths[segment.rest] + left
          let value = net[index] + maximum(of: segment.rest, row: row, from: low, to: high)
          if value > best.value { best = (value, index, restNight) }
        }
      }
      guard best.shift >= 0 else { return }
      shifts.append(best.shift)
      guard segment.rest >= 0 else { return }
      let links = menu.links[segment.gap - 1]
      stretch = links.low[best.shift]..<links.high[best.shift]
      amount -= crew.amounts[menu.candidates[best.shift].kind] - crew.leastAmount
      rows = [best.nights]
      number = segment.rest
    }
  }
}
