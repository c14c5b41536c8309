package import Timeline
package import Workforce

/// What a planner asks of a forecast that is not just the next week's.
package struct ForecastOrder: Hashable, Sendable {
  package let id: String
  package let days: ClosedRange<LocalDay>
  /// Nil asks for all.
  package let queue: Queue.ID?
  /// Only history before this day is used; nil uses all before the first day.
  package let knownBefore: LocalDay?

  package init(
    id: String, days: ClosedRange<LocalDay>, queue: Queue.ID? = nil, knownBefore: LocalDay? = nil
  ) {
    self.id = id
    self.days = days
    self.queue = queue
    self.knownBefore = knownBefore
  }
}
