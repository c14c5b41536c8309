/// A calendar week with its number, as rosters are named: `2026-W50` (ISO 8601).
package struct Week: Hashable, Comparable, Sendable {
  package let year: Int
  package let number: Int

  /// The week's Monday.
  package var monday: LocalDay {
    // ISO 8601: week 1 holds the fourth of January.
    let fourth = LocalDay(year: year, month: 1, day: 4) ?? LocalDay(daysSince1970: 0)
    return fourth.startOfWeek(beginning: .monday) + 7 * (number - 1)
  }

  /// The week of a date.
  package init(of day: LocalDay) {
    // A week belongs to the year of its Thursday.
    let thursday = day.startOfWeek(beginning: .monday) + 3
    year = thursday.year
    number = (thursday.dayOfYear - 1) / 7 + 1
  }

  package static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }
}

extension Week: CustomStringConvertible {
  package var description: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }

  /// Reads `2026-W50`, where that year has such a week.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3,
      parts[1].first == "W", let year = Int(parts[0]), let number = Int(parts[1].dropFirst()),
      let fourth = LocalDay(year: year, month: 1, day: 4), (1...53).contains(number)
    else { return nil }
    let monday = fourth.startOfWeek(beginning: .monday) + 7 * (number - 1)
    self.init(of: monday)
    guard self.year == year, self.number == number else { return nil }
  }
}
