package import Timeline

/// What was counted, by the wall clock of a zone: a bare file of stamps and volumes, without queues,
/// opening hours or sites around it.
package struct WallClockSeries: Hashable, Sendable {
  package struct Reading: Hashable, Sendable {
    package let day: LocalDay
    /// Minutes after midnight by the wall clock; the two passes of a repeated hour read alike.
    package let minute: Int
    package let volume: Double

    package init(day: LocalDay, minute: Int, volume: Double) {
      self.day = day
      self.minute = minute
      self.volume = volume
    }
  }

  package let name: String
  package let zone: Zone
  /// 5 to 60 minutes, or 1440 for days.
  package let slot: Minutes
  /// In order of time, finite and not negative; slots of which nothing is known are absent.
  package let readings: [Reading]
  package let holidays: HolidayCalendar

  package init(
    name: String, zone: Zone, slot: Minutes, readings: [Reading], holidays: HolidayCalendar
  ) {
    self.name = name
    self.zone = zone
    self.slot = slot
    self.readings = readings
    self.holidays = holidays
  }
}

/// The forecast of a ``WallClockSeries``: a row for each slot of the wall clock that can have contacts.
package struct WallClockForecast: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let day: LocalDay
    package let minute: Int
    package let volume: Band

    package init(day: LocalDay, minute: Int, volume: Band) {
      self.day = day
      self.minute = minute
      self.volume = volume
    }
  }

  package let rows: [Row]
  package let league: League
  package let notes: [String]

  package init(rows: [Row], league: League, notes: [String]) {
    self.rows = rows
    self.league = league
    self.notes = notes
  }
}
