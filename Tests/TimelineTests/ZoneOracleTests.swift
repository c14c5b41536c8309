import TestSupport
import Testing
import Timeline

/// Figures that others computed.
@Suite("Zone against other reckonings")
struct ZoneOracleTests {
  @Test("Shifts over clock changes have the recorded instants and hours")
  func clockChanges() throws {
    let cases = try ShiftCase.all(in: "dst_cases.csv")
    #expect(!cases.isEmpty)
    for shift in cases {
      try shift.check(
        in: Zones.database, utcStart: "utc_start", utcEnd: "utc_end", paid: "paid_hours")
      try shift.checkDates(in: Zones.database)
    }
  }

  @Test(
    "Shifts whose zones have new rules have the recorded instants under either edition",
    .enabled(
      if: House.zoneRules("2025b") != nil && House.zoneRules("2026f") != nil,
      House.checkersAreMissing),
    arguments: ["2025b", "2026f"])
  func drift(edition: String) throws {
    let database = ZoneDatabase(path: try #require(House.zoneRules(edition)))
    #expect(database.version == edition)
    let cases = try ShiftCase.all(in: "tzdata_drift_cases.csv")
    #expect(!cases.isEmpty)
    for shift in cases {
      try shift.check(
        in: database, utcStart: "utc_start_\(edition)", utcEnd: "utc_end_\(edition)",
        paid: "paid_hours_\(edition)")
    }
  }

  @Test(
    "Shifts over clock changes are the same under the newer rules",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func clockChangesUnderNewerRules() throws {
    let database = ZoneDatabase(path: try #require(House.zoneRules("2026f")))
    for shift in try ShiftCase.all(in: "dst_cases.csv") {
      try shift.check(in: database, utcStart: "utc_start", utcEnd: "utc_end", paid: "paid_hours")
      try shift.checkDates(in: database)
    }
  }

  @Test("Offsets and abbreviations are those of Python's zoneinfo (Data/make_zone_readings.py)")
  func zoneReadings() throws {
    let rows = try TestData.rows(of: TestData.ours("zone_readings.csv"), columns: 4)
    #expect(rows.count == 826)
    var zones: [String: Zone] = [:]
    for row in rows {
      let zone = try zones[row[0]] ?? Zones.named(row[0])
      zones[row[0]] = zone
      let instant = Instant(seconds: try #require(Int(row[1])))
      #expect(zone.offset(at: instant) == Int(row[2]), "\(row[0]) at \(instant)")
      #expect(zone.abbreviation(at: instant) == row[3], "\(row[0]) at \(instant)")
    }
  }
}
