import Timeline
import Workforce

/// A public series that forecasts are measured on: where it is found and how its rows are meant.
struct PublicSeries: Hashable, Sendable {
  let name: String
  /// The CSV file of volumes, and what its column `series` calls this one.
  let file: String
  let label: String
  /// The CSV file of public holidays, as they are known beforehand.
  let holidays: String
  /// The clock that the people of the series live by.
  let zone: String
  let slot: Minutes
  /// The days and hours in which something is counted, the same hours on each day.
  let weekdays: [Weekday]
  let from: LocalTime
  let to: LocalTime
  /// Weeks from one origin to the next.
  let weeksBetweenOrigins: Int

  init(
    _ name: String, file: String, label: String, holidays: String, zone: String, slot: Minutes,
    weekdays: [Weekday] = Weekday.allCases, from: LocalTime = .midnight, to: LocalTime = .endOfDay,
    weeksBetweenOrigins: Int = 10
  ) {
    self.name = name
    self.file = file
    self.label = label
    self.holidays = holidays
    self.zone = zone
    self.slot = slot
    self.weekdays = weekdays
    self.from = from
    self.to = to
    self.weeksBetweenOrigins = weeksBetweenOrigins
  }
}

extension PublicSeries {
  /// The series of the ledger, in its order.
  static let all: [PublicSeries] = [
    // Half-hours of a bank somewhere in North America. Its clocks change on Sundays, when it is
    // closed, so that any zone of the continent gives the same forecasts.
    PublicSeries(
      "bank", file: "bank_calls_30min.csv", label: "bank", holidays: "bank_calls_holidays.csv",
      zone: "America/New_York", slot: Minutes(30),
      weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
      from: LocalTime(minutes: 7 * 60), to: LocalTime(minutes: 21 * 60), weeksBetweenOrigins: 4),
    PublicSeries(
      "ed", file: "ed_iowa_hourly.csv", label: "ed", holidays: "ed_iowa_holidays.csv",
      zone: "America/Chicago", slot: .hours(1)),
    PublicSeries(
      "pedSouth", file: "pedestrian_melbourne_hourly.csv", label: "Southern Cross Station",
      holidays: "pedestrian_melbourne_holidays.csv", zone: "Australia/Melbourne", slot: .hours(1)),
    PublicSeries(
      "bike", file: "bikeshare_dc_hourly.csv", label: "bike_dc",
      holidays: "bikeshare_dc_holidays.csv", zone: "America/New_York", slot: .hours(1)),
    // Whole days without a time: a day of a clock that never changes is always 24 hours.
    PublicSeries(
      "ambBNSSG", file: "ambulance_sw_england_daily.csv", label: "BNSSG",
      holidays: "ambulance_sw_england_holidays.csv", zone: "Etc/UTC", slot: .days(1)),
  ]
}
