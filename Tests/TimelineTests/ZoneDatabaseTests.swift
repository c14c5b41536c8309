import Foundation
import TestSupport
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
      "", "Mars/Olympus", "Europe", "Europe/", "Mars Standard Time", "cest", "+", "GMT+", "12:00",
      "+01:000", "GMT+x",
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
    "A name of Windows is told its place, whichever letters are capitals",
    arguments: [
      ("W. Europe Standard Time", "Europe/Berlin"), ("w. europe standard time", "Europe/Berlin"),
      ("Iran Standard Time", "Asia/Tehran"), ("INDIA STANDARD TIME", "Asia/Kolkata"),
      ("FLE Standard Time", "Europe/Kyiv"), ("UTC-02", "Etc/GMT+2"), ("UTC+13", "Etc/GMT-13"),
    ])
  func windowsName(name: String, meant: String) throws {
    let expected = ZoneDatabase.Fault.windowsName(name: name, meant: meant)
    #expect(throws: expected) { try Zones.named(name) }
    #expect(
      expected.description
        == "\"\(name)\" is a time zone's name in Windows; write the IANA name \(meant)")
    _ = try Zones.named(meant)
  }

  @Test("An abbreviation says no place", arguments: ["CEST", "PST", "AEDT", "MSK", "CHADT"])
  func abbreviation(name: String) throws {
    let expected = ZoneDatabase.Fault.abbreviation(name: name)
    #expect(throws: expected) { try Zones.named(name) }
    #expect(
      expected.description
        == "\"\(name)\" is an abbreviation and says no place; write an IANA name such as "
        + "Europe/Vienna")
  }

  @Test(
    "A distance from Greenwich says no place; its fixed zone has the other sign",
    arguments: [
      ("GMT+2", "Etc/GMT-2"), ("UTC+3", "Etc/GMT-3"), ("utc-5", "Etc/GMT+5"),
      ("+01:00", "Etc/GMT-1"),
      ("-0800", "Etc/GMT+8"), ("UTC+00:00", "Etc/GMT"), ("+05:30", nil), ("GMT+15", nil),
      ("+9999", nil),
    ])
  func offset(name: String, fixed: String?) throws {
    let expected = ZoneDatabase.Fault.offset(name: name, fixed: fixed)
    #expect(throws: expected) { try Zones.named(name) }
    let end = fixed.map { ", or \($0) for a clock that never changes" } ?? ""
    #expect(
      expected.description
        == "\"\(name)\" is a distance from Greenwich and says no place; write an IANA name such as "
        + "Europe/Vienna" + end)
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
        + "with NOBAT_TZDIR, or with zone-rules in nobat.yaml")
    #expect(database.version == nil)
    #expect(database.edition == "missing")
    #expect(database.names.isEmpty)
  }

  @Test("The edition is told, and the names are sorted")
  func index() throws {
    let version = try #require(Zones.database.version)
    // A year and a letter, such as 2025b.
    #expect(version.utf8.count >= 5 && Int(version.prefix(4)) != nil)
    #expect(Zones.database.edition == version)
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
    let folder = try TemporaryFolder()
    try folder.write(
      "not a zone, but long enough to have a header of 44 bytes", to: "Europe/Vienna")
    let database = ZoneDatabase(path: folder.path)
    let expected = ZoneDatabase.Fault.unreadable(
      name: "Europe/Vienna", path: folder.path, reason: "is not a compiled time-zone file (TZif)")
    #expect(throws: expected) { try database.zone("Europe/Vienna") }
    #expect(
      expected.description
        == "\(folder.path)/Europe/Vienna is not a compiled time-zone file (TZif); "
        + "install the package tzdata anew")
    #expect(database.names.isEmpty)
  }

  @Test("A folder that has nothing of zones is no folder of rules")
  func otherFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,name\n", to: "agents.csv")
    #expect(throws: ZoneDatabase.Fault.noFolder(path: folder.path)) {
      try ZoneDatabase(path: folder.path).zone("Europe/Vienna")
    }
  }

  @Test("A file that is too long, a pipe or a device is not read")
  func notAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(repeating: 0, count: 70_000), to: "Long")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Endless"), withDestinationPath: "/dev/zero")
    #expect(mkfifo(folder.path("Pipe"), 0o600) == 0)
    let database = ZoneDatabase(path: folder.path)
    let reasons = [
      "Long": "is longer than a compiled time-zone file can be", "Endless": "is no plain file",
      "Pipe": "is no plain file",
    ]
    for (name, reason) in reasons {
      #expect(
        throws: ZoneDatabase.Fault.unreadable(name: name, path: folder.path, reason: reason)
      ) { try database.zone(name) }
    }
    #expect(database.names.isEmpty)
  }

  @Test("Without an index the names are those of the compiled files")
  func withoutIndex() throws {
    let (folder, database) = try compiled()
    #expect(
      database.names == ["America/Argentina/Buenos_Aires", "Europe/Berlin", "Europe/Vienna", "UTC"])
    #expect(throws: ZoneDatabase.Fault.self) { try database.zone("localtime/..") }
    let expected = ZoneDatabase.Fault.unknown(
      name: "vienna", path: folder.path, suggestion: "Europe/Vienna")
    #expect(throws: expected) { try database.zone("vienna") }
    #expect(try database.zone("Europe/Berlin").identifier == "Europe/Berlin")
  }

  @Test("A folder that does not say its edition has a digest instead, which tells editions apart")
  func digest() throws {
    let (folder, database) = try compiled()
    #expect(database.version == nil)
    let edition = database.edition
    #expect(edition.wholeMatch(of: /unknown edition [0-9a-f]{8}/) != nil)
    #expect(ZoneDatabase(path: folder.path).edition == edition)
    // Berlin gets Vienna's clock.
    try folder.write(try bytes("Europe/Vienna"), to: "Europe/Berlin")
    #expect(database.edition != edition)
  }

  @Test(
    "The edition stands in the index, in +VERSION or in version; a text that is no word is none",
    arguments: [
      ("tzdata.zi", "# version 2099z\n# more\n", "2099z"), ("+VERSION", "2099z\n", "2099z"),
      ("version", "2099z-dirty", "2099z-dirty"), ("tzdata.zi", "Z Europe/Vienna 1\n", nil),
      ("+VERSION", "\u{1B}[31mred\n", nil), ("+VERSION", "", nil),
      ("version", String(repeating: "9", count: 33), nil),
    ])
  func versions(file: String, text: String, version: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: file)
    #expect(ZoneDatabase(path: folder.path).version == version)
  }

  @Test("An index names its zones and links; a name that would leave the folder is none of it")
  func hostileIndex() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "# version 2099z\nZ Europe/Vienna 1 - CET\nL Europe/Vienna Wien\nZ\nL x\nZ ../etc/passwd\n"
        + "L Europe/Vienna /etc/shadow\n", to: "tzdata.zi")
    #expect(ZoneDatabase(path: folder.path).names == ["Europe/Vienna", "Wien"])
  }

  @Test(
    "A file that stands for the machine's zone, or for a zone under a name of the folder's own, is none",
    arguments: [
      ("posix/Europe/Vienna", "did you mean Europe/Vienna?"), ("localtime", "write an IANA name"),
      ("posixrules", "write an IANA name"), ("right/UTC", "did you mean UTC?"),
    ])
  func namesOfTheMachine(name: String, advice: String) throws {
    let (folder, database) = try compiled()
    #expect(folder.path == database.path)
    let fault = #expect(throws: ZoneDatabase.Fault.self) { try database.zone(name) }
    #expect("\(try #require(fault))".contains(advice))
  }

  /// A folder as `zic` alone leaves it, with files that are no zones, and no word of its edition.
  private func compiled() throws -> (TemporaryFolder, ZoneDatabase) {
    let folder = try TemporaryFolder()
    for name in ["Europe/Vienna", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"] {
      for form in ["", "posix/", "right/"] { try folder.write(try bytes(name), to: form + name) }
    }
    for name in ["localtime", "posixrules"] { try folder.write(try bytes("UTC"), to: name) }
    try folder.write("AT\tAustria\n", to: "iso3166.tab")
    try folder.write("TZi", to: "Europe/Short")
    return (folder, ZoneDatabase(path: folder.path))
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(Zones.database.path)/\(name)")))
  }
}
