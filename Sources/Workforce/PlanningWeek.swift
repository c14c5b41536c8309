package import Timeline

/// The seven local days that one roster plans.
package struct PlanningWeek: Hashable, Sendable {
  package let firstDay: LocalDay
  /// The centre's zone, whose midnights begin and end the week.
  package let zone: Zone
  package let slot: Minutes

  package init(firstDay: LocalDay, zone: Zone, slot: Minutes) {
    self.firstDay = firstDay
    self.zone = zone
    self.slot = slot
  }

  package var days: ClosedRange<LocalDay> { firstDay...firstDay + 6 }

  /// 168 hours, or an hour more or less where the clock changes.
  package var interval: Interval {
    Interval(start: zone.start(of: firstDay), end: zone.start(of: firstDay + 7))
  }

  package var grid: Grid { Grid(covering: interval, slot: slot) }

  /// What forecasts, requirements and rosters of the week are called: `2026-W50`, by the ISO week of
  /// its fourth day, which is the ISO week itself where weeks begin on Monday.
  package var id: String { Week(of: firstDay + 3).description }
}
