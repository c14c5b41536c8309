package import Timeline
package import Workforce

/// A queue's forecast after what came of it so far.
package struct Reforecast: Hashable, Sendable {
  /// Known slots as they came, the others by what the day has shown.
  package let forecast: QueueForecast
  /// Contacts of the rest of the day as they were expected before, slots busy together.
  package let restBefore: Band
  /// The same after what came.
  package let rest: Band
}

/// Forecasts the rest of a day, and the days after it, by what came so far.
///
/// What came against what was expected tells of the day: each known slot updates what ``DayPattern`` says of
/// the slots to come, those soon most, those of the next days least; the bands narrow as the day gets
/// known, and are widened or narrowed by what they would have held on the queue's own past.
///
/// - Parameters:
///   - forecast: the bands before, a slot of the grid each.
///   - grid: their slots.
///   - zone: where the day begins.
///   - actuals: what came in each slot; NaN where that is not known. Slots that end after `now` are not
///     looked at. Those of days before tell of the day as well, by what is carried over.
///   - now: the moment of asking.
///   - pattern: how the queue's days deviate.
/// - Returns: without any actual value before `now`, the forecast itself.
package func reforecast(
  _ forecast: QueueForecast, on grid: Grid, in zone: Zone, given actuals: [Double], at now: Instant,
  by pattern: DayPattern = .usual
) -> Reforecast {
  precondition(
    forecast.volume.count == grid.count && actuals.count == grid.count, "a value for each slot")
  let days = zone.readings(of: grid).map(\.day)
  let slots = daySlots(forecast.volume, on: grid, days: days, given: actuals, before: now)
  let today = zone.day(at: now)
  let rest = grid.indices.filter { days[$0] == today && grid.start(of: $0 + 1) > now }
  let restBefore = DayFilter(pattern.unwidened).sum(of: rest.lazy.map { slots[$0] })
  guard grid.indices.contains(where: { slots[$0].actual.isFinite }) else {
    return Reforecast(forecast: forecast, restBefore: restBefore, rest: restBefore)
  }
  var filter = DayOutlook(pattern)
  var restAfter: Band?
  let volume = grid.indices.map { index -> Band in
    let slot = slots[index]
    if restAfter == nil, grid.start(of: index + 1) > now {
      restAfter = filter.sum(of: rest.map { slots[$0] })
    }
    if slot.actual.isFinite {
      if slot.isKnown { filter.observe(slot) }
      return slot.band.map { _ in slot.actual }
    }
    guard slot.band.expected > 0, days[index] >= today else { return slot.band }
    return filter.band(of: slot)
  }
  return Reforecast(
    forecast: forecast.with(volume: volume), restBefore: restBefore, rest: restAfter ?? .zero)
}

/// The slots of a grid as the filter sees them; those that end after a moment are not known.
private func daySlots(
  _ volume: [Band], on grid: Grid, days: [LocalDay], given actuals: [Double], before now: Instant
) -> [DaySlot] {
  var day = -1
  var last: LocalDay?
  return grid.indices.map { index in
    // Closed days do not count: a Friday carries over to the Monday.
    if volume[index].expected > 0, days[index] != last {
      day += 1
      last = days[index]
    }
    let isKnown =
      grid.start(of: index + 1) <= now && actuals[index].isFinite && actuals[index] >= 0
    return DaySlot(
      hour: Double(index) * grid.slot.hours, day: max(0, day), band: volume[index],
      actual: isKnown ? actuals[index] : .nan)
  }
}

extension DayPattern {
  /// The same as the model says it: the forecast before is calibrated by itself.
  fileprivate var unwidened: DayPattern {
    with(innerWidth: 1, outerWidth: 1, days: days)
  }
}

extension Band {
  /// The standard deviation of a normal distribution with the same distance of the 10 % and the 90 %
  /// quantile.
  var deviation: Double { max(0, high - low) / (2 * 1.281552) }
}
