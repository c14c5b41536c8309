import Statistics

/// A queue's past as the steps of the method see it: what came, which days are special, and how far
/// each day may teach what is ordinary.
package struct Past: Sendable {
  package let table: LocalTable
  /// Signs from the first day of the table on, past its end to the end of the forecast.
  package let signs: DaySigns
  /// Open slots by weekday, as of the clock.
  package let isOpen: [Bool]
  /// 1 for ordinary days, less for outliers, 0 for special or unobserved ones.
  package private(set) var trust: [Double]
  /// Contacts of a day.
  package let totals: [Double]

  package init(table: LocalTable, signs: DaySigns, isOpen: [Bool]) {
    self.table = table
    self.signs = signs
    self.isOpen = isOpen
    totals = (0..<table.dayCount).map { day in
      table.cells(of: day).reduce(0) { $0 + table.contacts[$1] }
    }
    let isSeen = (0..<table.dayCount).map { day in
      table.cells(of: day).contains { table.exposure[$0] > 0 }
    }
    // A history of nothing but holidays is still better than none.
    let isOrdinary = isSeen.indices.map { isSeen[$0] && !signs.isHoliday($0) }
    trust = (isOrdinary.contains(true) ? isOrdinary : isSeen).map { $0 ? 1 : 0 }
  }

  package var dayCount: Int { table.dayCount }
  package var slotsPerDay: Int { table.slotsPerDay }

  package func isOpen(onWeekday weekday: Int) -> Bool {
    isOpen[weekday * slotsPerDay..<(weekday + 1) * slotsPerDay].contains(true)
  }

  /// A copy in which some days count less or not at all.
  package func trusting(_ days: some Sequence<Int>, only share: Double) -> Past {
    var copy = self
    for day in days { copy.trust[day] = min(copy.trust[day], share) }
    return copy
  }

  /// The last of the first `count` days that teaches something.
  package func lastTrusted(of count: Int) -> Int? {
    trust[..<count].lastIndex { $0 > 0 }
  }

  /// The days' trust, halved for every `halfLife` weeks of age.
  package func weights(through count: Int, halfLife: Double) -> [Double] {
    let last = lastTrusted(of: count) ?? 0
    return (0..<count).map { day in
      let age = Double(last - day) / 7
      return trust[day] > 0 ? trust[day] * discount(age: age, halfLife: halfLife) : 0
    }
  }
}
