package import Timeline

/// The days of rest of a place's ordinary weeks through the years.
package struct Weekends: Hashable, Sendable {
  /// From when on the weekend is what it is; nil for from the beginning.
  struct Change: Hashable, Sendable {
    let first: LocalDay?
    let weekdays: Set<Weekday>
  }

  /// In order of time.
  let changes: [Change]

  /// The weekend as it is on a day.
  package func weekdays(on day: LocalDay) -> Set<Weekday> {
    let current = changes.last { change in change.first.map { $0 <= day } ?? true }
    return current?.weekdays ?? []
  }

  /// Whether a day is one of a weekend.
  package func contains(_ day: LocalDay) -> Bool { weekdays(on: day).contains(day.weekday) }
}
