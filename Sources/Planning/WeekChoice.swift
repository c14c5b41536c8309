package import Timeline

/// Which week to plan.
package enum WeekChoice: Hashable, Sendable {
  /// The week after the last one that the history reaches into.
  case next
  /// The week that holds a date.
  case holding(LocalDay)
}
