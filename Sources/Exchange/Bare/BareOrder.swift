package import Timeline
package import Workforce

/// What is to be read of bare files: which series of which file, by which clock.
package struct BareOrder: Sendable {
  /// What to do with two rows of one slot.
  package enum Duplicates: String, CaseIterable, Sendable {
    /// They are findings.
    case refuse
    case sum, mean
    /// The row that stands last in the file counts.
    case last
  }

  package let file: String
  /// May be left out where the file holds one series.
  package let series: String?
  /// The clock by which people call; needed where stamps are in UTC or have offsets.
  package let zone: Zone?
  /// A file of the columns `date` and `name`.
  package let holidays: String?
  package let duplicates: Duplicates

  package init(
    file: String, series: String? = nil, zone: Zone? = nil, holidays: String? = nil,
    duplicates: Duplicates = .refuse
  ) {
    self.file = file
    self.series = series
    self.zone = zone
    self.holidays = holidays
    self.duplicates = duplicates
  }
}

/// A series of a bare file, ready to be forecast.
package struct BareHistory: Sendable {
  /// With at least one reading.
  package let series: WallClockSeries
  /// The moment at which the slot of the last reading ends.
  package let end: Instant
  /// What a planner should know although the file can be used.
  package let warnings: [Finding]
}
