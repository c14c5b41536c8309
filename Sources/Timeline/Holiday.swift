/// A day that is not like the others: staff may be off or dearer, and customers call otherwise.
package struct Holiday: Hashable, Sendable, Codable {
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A public holiday.
    case `public`
    /// Banks are closed, others mostly not.
    case bank
    /// Half of the day is worked.
    case half
    /// Offices of the state are closed.
    case government
    /// Everybody may choose to keep it.
    case optional
    /// Kept by many, but not a day off by law.
    case observance
    /// A working day that was moved to a weekend, to make up for a day off elsewhere.
    case workday
  }

  package let day: LocalDay
  /// In English, or as the planner writes it.
  package let name: String
  /// In the country's own language, where that is known and differs.
  package let localName: String?
  package let kind: Kind
  /// Whether the date is foreseen rather than fixed, since the calendar follows the moon.
  package let isEstimated: Bool

  package init(
    day: LocalDay, name: String, localName: String? = nil, kind: Kind = .public,
    isEstimated: Bool = false
  ) {
    self.day = day
    self.name = name
    self.localName = localName
    self.kind = kind
    self.isEstimated = isEstimated
  }

  /// Reads a day as planners' files and earlier editions have it: what is not said is usual.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      day: try container.decode(LocalDay.self, forKey: .day),
      name: try container.decode(String.self, forKey: .name),
      localName: try container.decodeIfPresent(String.self, forKey: .localName),
      kind: try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .public,
      isEstimated: try container.decodeIfPresent(Bool.self, forKey: .isEstimated) ?? false)
  }
}
