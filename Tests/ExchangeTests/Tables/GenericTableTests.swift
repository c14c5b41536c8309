import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct GenericTableTests {
  @Test("A shift's row tells local and absolute times, offsets, pay, queues and its event")
  func row() throws {
    let centre = try TableWorld.centre()
    let sara = try #require(centre.agent("sara"))
    let roster = TableWorld.roster(
      [TableWorld.shift(sara, TableWorld.sunday, at: 22 * 60)], in: centre)
    let files = TablePreset.generic.files(
      of: TableWorld.content(of: roster, in: centre), stamp: Instant(seconds: 0))
    let header =
      "agent,name,site,tz,work_date,start_local,end_local,start_utc,end_utc,utc_offset_start,"
      + "utc_offset_end,paid_minutes,unpaid_break_minutes,activity,queue,language,uid,sequence,"
      + "status\r\n"
    // Tehran is 3.5 hours ahead of Greenwich; 8h30m of presence, 8h of them paid.
    let row =
      "sara,سارا می\u{200C}خواهد,teh,Asia/Tehran,2026-10-25,2026-10-25T22:00,2026-10-26T06:30,"
      + "2026-10-25T18:30:00Z,2026-10-26T03:00:00Z,+03:30,+03:30,480,30,early,"
      + "de-voice fa-voice,de fa,sara-2026-10-25@acme.nobat.invalid,0,CONFIRMED\r\n"
    #expect(files.map(\.name) == ["shifts.csv"])
    #expect(String(decoding: files[0].bytes, as: UTF8.self) == header + row)
  }

  @Test(
    "Names reach other programs as they are", .enabled(if: Sheet.python != nil, Sheet.isMissing))
  func names() throws {
    let centre = try TableWorld.centre()
    let rows = try #require(
      try TablePreset.generic.tables(of: TableWorld.roster(in: centre), in: centre)["shifts.csv"])
    #expect(rows.count == 7)
    for row in rows {
      let name = try #require(TableWorld.names[.init(row["agent"] ?? "")])
      // But for one that looks guarded, lest our own readers take its apostrophe away.
      #expect(row["name"] == (name == "'+Eva" ? "''+Eva" : name))
    }
  }

  @Test(
    "Shifts over clock changes have their real hours and both clocks",
    .enabled(if: Sheet.python != nil, Sheet.isMissing)) func clockChanges() throws
  {
    let nights = try ClockNight.all()
    #expect(nights.count >= 62)
    let rows = try ClockNight.rows(.generic, of: nights)
    #expect(rows.count == nights.count)
    let byAgent = Dictionary(rows.map { ($0.row["agent"] ?? "", $0.row) }) { first, _ in first }
    for night in nights {
      let row = try #require(byAgent[night.agent.id.rawValue])
      #expect(row["start_utc"] == night.shift.interval.start.description, "\(night.id)")
      #expect(row["end_utc"] == night.shift.interval.end.description, "\(night.id)")
      for (column, local) in [("start_local", night.localStart), ("end_local", night.localEnd)] {
        guard let local else { continue }
        #expect(LocalReading(row[column] ?? "") == local, "\(night.id) \(column)")
      }
      // Local time and offset give the moment again, also within an hour that comes twice.
      for edge in ["start", "end"] {
        let stamp = (row["\(edge)_local"] ?? "") + (row["utc_offset_\(edge)"] ?? "")
        #expect(Instant(stamp)?.description == row["\(edge)_utc"], "\(night.id) \(edge)")
      }
      let paid = try #require(Int(row["paid_minutes"] ?? ""))
      let unpaid = try #require(Int(row["unpaid_break_minutes"] ?? ""))
      #expect(paid == night.shift.paid.count, "\(night.id)")
      #expect(paid + unpaid == night.elapsed.count, "\(night.id)")
    }
  }

  @Test("A table without rows is a header") func empty() throws {
    let centre = try TableWorld.centre()
    let content = TableWorld.content(of: TableWorld.roster([], in: centre), in: centre)
    for preset in [TablePreset.generic, .payroll, .iex] {
      let files = preset.files(of: content, stamp: Instant(seconds: 0))
      #expect(files.count == 1)
      #expect(files[0].bytes.count { $0 == UInt8(ascii: "\n") } >= 1)
    }
    #expect(TablePreset.teams.files(of: content, stamp: Instant(seconds: 0)).isEmpty)
  }
}
