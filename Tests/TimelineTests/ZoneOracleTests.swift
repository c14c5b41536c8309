import Testing
import Timeline

/// Figures that others computed.
@Suite("Zone against other reckonings")
struct ZoneOracleTests {
  @Test("Shifts over clock changes have the recorded instants and hours")
  func clockChanges() throws {
    let rows = try TestData.rows(of: TestData.clockChanges, columns: 18)
    #expect(rows.count >= 62)
    for row in rows {
      let zone = try Zones.named(row[1])
      let start = zone.instant(
        of: try reading(row[2]), whenRepeated: row[4] == "1" ? .second : .first)
      let end = zone.instant(
        of: try reading(row[3]), whenRepeated: row[5] == "1" ? .second : .first)
      #expect(start.description == row[7], "\(row[0]) starts")
      #expect(end.description == row[8], "\(row[0]) ends")

      let shift = Interval(start: start, end: end)
      let paid = shift.length - Minutes(try #require(Int(row[6])))
      #expect(shift.length.hours == Double(row[10]), "\(row[0]) lasts")
      #expect(paid.hours == Double(row[11]), "\(row[0]) pays")

      // Premiums go by local date: the minutes on the date of the start, and on others.
      let day = try date(row[12])
      let onDay = shift.minutes(on: day, in: zone)
      #expect(try reading(row[2]).day == day, "\(row[0]) has its work date")
      #expect(onDay.hours == Double(row[13]), "\(row[0]) on its date")
      #expect((shift.length - onDay).hours == Double(row[14]), "\(row[0]) on other dates")

      for (text, kind) in [(row[2], row[15]), (row[3], row[16])] {
        switch zone.occurrence(of: try reading(text)) {
        case .once: #expect(kind == "plain", "\(row[0]) \(text)")
        case .twice: #expect(kind == "ambiguous", "\(row[0]) \(text)")
        case .never: #expect(kind == "gap", "\(row[0]) \(text)")
        }
      }
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
