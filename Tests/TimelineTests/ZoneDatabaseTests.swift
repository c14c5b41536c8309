import FoundationEssentials
import Testing
import Timeline

@Suite("ZoneDatabase")
struct ZoneDatabaseTests {
  @Test("A zone is read by its IANA name, links included")
  func known() throws {
    #expect(try Zones.named("Europe/Vienna").identifier == "Europe/Vienna")
    let link = try Zones.named("Asia/Calcutta")
    #expect(link.offset(at: Instant(seconds: 0)) == 19_800)
    #expect(try Zones.named("Etc/GMT-14").offset(at: Instant(seconds: 0)) == 50_400)
  }

  @Test(
    "A name that was nearly right gets a suggestion",
    arguments: [
      ("europe/vienna", "Europe/Vienna"), ("Vienna", "Europe/Vienna"), ("vienna", "Europe/Vienna"),
      ("Austria/Vienna", "Europe/Vienna"), ("New York", "America/New_York"),
      ("America/new_york", "America/New_York"), ("utc", "UTC"),
    ])
  func suggestion(name: String, meant: String) throws {
    let path = Zones.database.path
    let expected = ZoneDatabase.Fault.unknown(name: name, path: path, suggestion: meant)
    #expect(throws: expected) { try Zones.named(name) }
    #expect(
      expected.description == "\"\(name)\" is not a time zone of \(path); did you mean \(meant)?")
  }

  @Test(
    "Names that are no zones are refused",
    arguments: [
      "", "Mars/Olympus", "Europe", "Europe/", "W. Europe Standard Time", "CEST", "+01:00",
    ])
  func unknown(name: String) throws {
    let path = Zones.database.path
    let expected = ZoneDatabase.Fault.unknown(name: name, path: path, suggestion: nil)
    #expect(throws: expected) { try Zones.named(name) }
    #expect(
      expected.description
        == "\"\(name)\" is not a time zone of \(path); write an IANA name such as Europe/Vienna")
  }

  @Test(
    "No name leads out of the folder",
    arguments: [
      "../zoneinfo/Europe/Vienna", "Europe/../Europe/Vienna", "./Europe/Vienna", "Europe/./Vienna",
      "/usr/share/zoneinfo/Europe/Vienna", "Europe//Vienna", "Europe/Vienna/", "Europe\\Vienna",
      "Europe/Vienna\0", "~/Europe/Vienna", "Europe/Vi\nenna", "Europe%2FVienna", "..",
    ])
  func traversal(name: String) {
    #expect {
      try Zones.named(name)
    } throws: { error in
      guard case .unknown(name, _, _)? = error as? ZoneDatabase.Fault else { return false }
      return true
    }
  }

  @Test("A folder without rules says how to get them")
  func noFolder() {
    let database = ZoneDatabase(path: "/nowhere/zoneinfo")
    #expect(throws: ZoneDatabase.Fault.noFolder(path: "/nowhere/zoneinfo")) {
      try database.zone("Europe/Vienna")
    }
    #expect(
      ZoneDatabase.Fault.noFolder(path: "/nowhere/zoneinfo").description
        == "no time-zone rules in /nowhere/zoneinfo; install the package tzdata, or name a folder "
        + "with NOBAT_TZDIR")
    #expect(database.version == nil)
    #expect(database.names.isEmpty)
  }

  @Test("The edition is told, and the names are sorted")
  func index() throws {
    let version = try #require(Zones.database.version)
    // A year and a letter, such as 2025b.
    #expect(version.utf8.count >= 5 && Int(version.prefix(4)) != nil)
    let names = Zones.database.names
    #expect(names.count > 400)
    #expect(names == names.sorted())
    #expect(names.contains("Europe/Vienna") && names.contains("Asia/Calcutta"))
  }

  @Test("Every zone of the index is read, and agrees with itself at all its changes")
  func allZones() throws {
    let years = Interval(start: Instant(seconds: 0), end: Instant(seconds: 2_208_988_800))
    for name in Zones.database.names {
      let zone = try Zones.named(name)
      let isRight = zone.transitions(in: years).allSatisfy { change in
        zone.offset(at: change.instant) == change.offsetAfter
          && zone.offset(at: Instant(seconds: change.instant.seconds - 1)) == change.offsetBefore
          && change.offsetBefore != change.offsetAfter
      }
      #expect(isRight, "\(name)")
    }
  }

  @Test("A file that is no zone is named with its fault; nothing else is read in its place")
  func unreadable() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nobat-zones-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Europe"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("not a zone, but long enough to have a header of 44 bytes".utf8)
      .write(to: folder.appending(path: "Europe/Vienna"))
    try Data("2099z\n".utf8).write(to: folder.appending(path: "+VERSION"))

    let database = ZoneDatabase(path: folder.path)
    let expected = ZoneDatabase.Fault.unreadable(
      name: "Europe/Vienna", path: folder.path,
      reason: "is not a compiled time-zone file (TZif)")
    #expect(throws: expected) { try database.zone("Europe/Vienna") }
    #expect(
      expected.description
        == "\(folder.path)/Europe/Vienna is not a compiled time-zone file (TZif); "
        + "install the package tzdata anew")
    #expect(database.version == "2099z")
    #expect(database.names.isEmpty)
  }
}
