import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite(.enabled(if: Sheet.python != nil, Sheet.isMissing)) struct IEXTableTests {
  @Test("The file is called by the time of its edition, has pipes and line feeds") func form()
    throws
  {
    let centre = try TableWorld.centre()
    let content = TableWorld.content(of: TableWorld.roster(in: centre), in: centre)
    let stamp = try #require(Instant("2026-12-07T23:05:00Z"))
    let files = TablePreset.iex.files(of: content, stamp: stamp)
    // Five past midnight of the eighth in Vienna.
    #expect(files.map(\.name) == ["agentScheduleDetail_120826_0005.txt"])
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(
      text.hasPrefix("#fields:excdate|schedDate|TZ|custID|muID|tvID|acdID|logonID|agentName|exc|"))
    #expect(!text.utf8.contains(UInt8(ascii: "\r")))
    #expect(TablePreset.iex.owns(files[0].name) && !TablePreset.iex.owns("shifts.csv"))
  }

  @Test("A night shift is a row an activity, whose date moves on at midnight") func night() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.iex.tables(of: TableWorld.roster(in: centre), in: centre)
    let rows = try #require(files.values.first).filter {
      $0["tvID"] == "ana" && $0["schedDate"] == "10242026"
    }
    #expect(rows.map { $0["exc"] } == ["work", "rest", "work", "meal", "work"])
    #expect(
      rows.map { $0["#fields:excdate"] }
        == ["10242026", "10242026", "10242026", "10252026", "10252026"])
    #expect(rows.map { $0["start"] } == ["22:00", "23:00", "23:15", "02:00", "02:30"])
    #expect(rows.map { $0["stop"] } == ["23:00", "23:15", "02:00", "02:30", "05:30"])
    // From 23:15 to the second two o'clock are 2h45m; from half past then to 05:30 three hours.
    #expect(rows.map { $0["length"] } == ["60", "15", "165", "30", "240"])
    #expect(rows.allSatisfy { $0["TZ"] == "Europe/Vienna" && $0["muID"] == "vie" })
  }

  @Test("Leave is an activity of its whole day; days off have no row") func leave() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.iex.tables(of: TableWorld.roster(in: centre), in: centre)
    let leave = try #require(files.values.first).filter { $0["exc"] == "leave" }
    #expect(leave.map { $0["schedDate"] } == ["10272026", "10282026"])
    #expect(leave.allSatisfy { $0["tvID"] == "ana" && $0["length"] == "1440" })
    let codes = Set(try #require(files.values.first).compactMap { $0["exc"] })
    #expect(codes == ["work", "rest", "meal", "leave"])
  }

  @Test("Names reach IEX as they are") func names() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.iex.tables(of: TableWorld.roster(in: centre), in: centre)
    let seen = Set(try #require(files.values.first).compactMap { $0["agentName"] })
    #expect(seen == Set(TableWorld.names.values.map { $0 == "'+Eva" ? "''+Eva" : $0 }))
  }

  @Test("Activities over clock changes add up to the real hours and follow each other")
  func clockChanges() throws {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.iex, of: nights).map(\.row)
    for night in nights {
      let own = rows.filter { $0["tvID"] == night.agent.id.rawValue }
      let lengths = own.compactMap { Int($0["length"] ?? "") }
      #expect(lengths.reduce(0, +) == night.elapsed.count, "\(night.id)")
      guard let start = night.localStart else { continue }
      #expect(own.first?["start"] == start.time.description, "\(night.id)")
      #expect(own.first?["TZ"] == night.agent.zone.identifier)
    }
  }
}
