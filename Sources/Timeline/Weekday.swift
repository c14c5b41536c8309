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
