/// A calendar week with its number, as rosters are named: `2026-W50` (ISO 8601).
package struct Week: Hashable, Comparable, Sendable {
  package let year: Int
  package let number: Int

  /// The week of a date.
  package init(of day: LocalDay) {
    // A week belongs to the year of its Thursday.
    let thursday = day.startOfWeek(beginning: .monday) + 3
    year = thursday.year
    number = (thursday.dayOfYear - 1) / 7 + 1
  }

  /// A week by its number, or nil where the year (0 to 9999) has no such week.
  package init?(year: Int, number: Int) {
    guard (0...9999).contains(year), (1...53).contains(number) else { return nil }
    self.init(of: Week.monday(of: number, in: year))
    guard self.year == year else { return nil }
  }

  /// The week's Monday.
  package var monday: LocalDay { Week.monday(of: number, in: year) }

  private static func monday(of number: Int, in year: Int) -> LocalDay {
    // ISO 8601: week 1 holds the fourth of January.
    let fourth = LocalDay.newYear(of: year) + 3
    return fourth.startOfWeek(beginning: .monday) + 7 * (number - 1)
  }

  package static func < (left: Week, right: Week) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension Week: CustomStringConvertible {
  package var description: String { "\(year.padded(to: 4))-W\(number.padded(to: 2))" }

  /// Reads `2026-W50`, where that year has such a week.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let week = scanner.week(), scanner.isAtEnd else { return nil }
    self = week
  }
}
