import Timeline
import Workforce

/// Gathers agents into crews: who is free when, what the week asks of them, and what it can.
struct CrewBuilder {
  let centre: Centre
  let firstDay: LocalDay
  let menus: [Menu]
  private(set) var crews: [Crew] = []
  private(set) var crewOf: [Int] = []
  private(set) var notes: [String] = []
  private var numbers: [Key: Int] = [:]
  private var pricer = Pricer()

  /// What makes lines interchangeable, within one menu.
  private struct Key: Hashable {
    let menu: Int
    let skillSet: Int
    let cost: ContiguousArray<Double>
    let hours: ClosedRange<Int>
    let dayCount: ClosedRange<Int>
    let patterns: [UInt8]
    let nightsCarried: Int
  }

  init(centre: Centre, firstDay: LocalDay, menus: [Menu]) {
    self.centre = centre
    self.firstDay = firstDay
    self.menus = menus
  }

  /// Adds the agent of a place; places come in order.
  mutating func add(
    _ agent: Agent, at place: Int, post: Problem.Post, menu number: Int, skillSet: Int,
    following earlier: [Shift]
  ) {
    let menu = menus[number]
    let past = Past(earlier, of: agent, before: firstDay)
    let week = AgentWeek(agent, contract: post.contract, in: centre, firstDay: firstDay)
    let isFree = menu.candidates.map { candidate in
      week.isFree(for: menu.interval(of: candidate), on: candidate.day)
        && past.allows(candidate, by: post.rules)
    }
    let unit = max(1, menu.kinds.reduce(0) { commonDivisor($0, $1.paid.count) })
    let amounts = ContiguousArray(menu.kinds.map { $0.paid.count / unit })

    // First what rules and free days alone allow; then the contract's least hours and days, as far
    // as they can be reached.
    let possible = (0..<128).map { UInt8($0) }.filter { bits in
      bits.nonzeroBitCount <= week.mostDays
        && post.rules.allows(pattern: bits, afterRun: past.daysInRow)
        && (0..<7).allSatisfy { day in
          bits >> UInt8(day) & 1 == 0 || menu.days[day].contains { isFree[$0] }
        }
    }
    let nightsInRow = post.rules.nightsInRow.flatMap { most in
      most < 7 + past.nightsInRow ? max(0, most) : nil
    }
    func crew(
      cost: ContiguousArray<Double>, hours: ClosedRange<Int>, dayCount: ClosedRange<Int>,
      patterns: [UInt8]
    ) -> Crew {
      let (cut, segments) = Crew.segments(of: patterns, reach: menu.reach)
      var isAllowed = Array(repeating: false, count: 128)
      for bits in patterns { isAllowed[Int(bits)] = true }
      return Crew(
        members: [place], menu: number, skillSet: skillSet, cost: cost, amounts: amounts,
        hours: hours, dayCount: dayCount, nightsInRow: nightsInRow,
        nightsCarried: past.nightsInRow, patterns: cut, segments: segments, isAllowed: isAllowed)
    }

    let free = ContiguousArray(isFree.map { $0 ? 0 : Double.infinity })
    let most = week.mostPaid.count / unit
    let open = crew(cost: free, hours: 0...most, dayCount: 0...7, patterns: possible)
    let attainable = weeks(of: open, in: menu)
    let bounds = WeekBounds(
      least: (week.leastPaid.count + unit - 1) / unit, most: most, leastDays: week.leastDays,
      mostDays: week.mostDays, attainable: attainable)
    if let note = week.note(on: bounds, unit: unit, hasShifts: !menu.candidates.isEmpty) {
      notes.append(note)
    }
    let patterns = possible.filter { bits in
      bounds.dayCount.contains(bits.nonzeroBitCount)
        && attainable.contains {
          $0.pattern == bits && bounds.hours.contains($0.amount)
        }
    }
    let cost = ContiguousArray(
      menu.candidates.indices.map { index in
        isFree[index]
          ? menu.candidates[index].cost + week.wishes(against: index, in: menu)
          : .infinity
      })
    let key = Key(
      menu: number, skillSet: skillSet, cost: cost, hours: bounds.hours,
      dayCount: bounds.dayCount, patterns: patterns, nightsCarried: past.nightsInRow)
    if let known = numbers[key] {
      crews[known] = crews[known].joined(by: place)
      crewOf.append(known)
    } else {
      numbers[key] = crews.count
      crewOf.append(crews.count)
      crews.append(
        crew(cost: cost, hours: bounds.hours, dayCount: bounds.dayCount, patterns: patterns))
    }
  }

  /// All pairs of a pattern and the paid time that some line of it has.
  private mutating func weeks(
    of crew: Crew, in menu: Menu
  ) -> [(pattern: UInt8, amount: Int)] {
    pricer.gains = ContiguousArray(repeating: 0, count: menu.candidates.count)
    _ = pricer.best(for: crew, in: menu)
    return crew.patterns.flatMap { pattern in
      pricer.chains.attainableAmounts(of: pattern, for: crew).map { (pattern.bits, $0) }
    }
  }
}

extension Crew {
  /// The crew with one more member.
  fileprivate func joined(by place: Int) -> Crew {
    Crew(
      members: members + [place], menu: menu, skillSet: skillSet, cost: cost, amounts: amounts,
      hours: hours, dayCount: dayCount, nightsInRow: nightsInRow, nightsCarried: nightsCarried,
      patterns: patterns, segments: segments, isAllowed: isAllowed)
  }
}

/// The hours and days that a week is held to: the contract's, lowered to what is attainable.
///
/// Hours come first: the least hours are lowered to the most that any allowed line has; then the
/// least days to the most days of the lines with those hours.
struct WeekBounds: Hashable {
  let hours: ClosedRange<Int>
  let dayCount: ClosedRange<Int>
  /// How much of the contract's least hours (in units) and days is out of reach.
  let missingHours: Int
  let missingDays: Int

  init(
    least: Int, most: Int, leastDays: Int, mostDays: Int,
    attainable: [(pattern: UInt8, amount: Int)]
  ) {
    let within = attainable.filter { $0.amount <= most }
    // A range without a whole unit, such as 20 h of shifts of 8 h, has its least above its most.
    let reachable = within.reduce(0) { max($0, $1.amount) }
    let low = min(least, reachable)
    let days = within.filter { $0.amount >= low }
      .reduce(0) { max($0, $1.pattern.nonzeroBitCount) }
    hours = low...max(low, most)
    dayCount = min(leastDays, days)...max(mostDays, min(leastDays, days))
    missingHours = least - low
    missingDays = max(0, leastDays - days)
  }
}
