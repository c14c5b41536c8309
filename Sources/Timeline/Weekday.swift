/// A day of the week, Monday first (ISO 8601).
package enum Weekday: String, CaseIterable, Hashable, Sendable, Codable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var number: Int {
    switch self {
    case .monday: 1
    case .tuesday: 2
    case .wednesday: 3
    case .thursday: 4
    case .friday: 5
    case .saturday: 6
    case .sunday: 7
    }
  }

  /// The weekday that comes 0 to 6 days after a Monday.
  init(daysAfterMonday days: Int) {
    switch days {
    case 0: self = .monday
    case 1: self = .tuesday
    case 2: self = .wednesday
    case 3: self = .thursday
    case 4: self = .friday
    case 5: self = .saturday
    default: self = .sunday
    }
  }

  /// Three letters, as in workspace files: `mon`.
  package var abbreviation: String { String(rawValue.prefix(3)) }

  /// Reads `mon` or `monday`, in small letters.
  package init?(_ text: some StringProtocol) {
    guard
      let day = Weekday.allCases.first(where: { $0.abbreviation == text || $0.rawValue == text })
    else { return nil }
    self = day
  }
}
