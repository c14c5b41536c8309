import FoundationEssentials
import TestSupport
import Testing

@testable import Exchange

@Suite struct TableFolderTests {
  @Test("What an export adds to stays, in folders within too; what it writes anew does not")
  func kept() throws {
    let folder = try TemporaryFolder()
    for file in ["ana.ics", "cancelled/bob.ics", "google-Europe-Vienna.csv", "shifts.csv"] {
      try folder.write(file, to: file)
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("empty"), withIntermediateDirectories: true)
    let kept = try files(in: folder.path) { TablePreset.google.owns($0) }
    #expect(kept.map(\.name) == ["ana.ics", "cancelled/bob.ics", "shifts.csv"])
    #expect(kept.map { String(decoding: $0.bytes, as: UTF8.self) } == kept.map(\.name))
    #expect(try files(in: folder.path("nowhere")) { _ in false }.isEmpty)
  }

  @Test("Files get their names only when all of them are written") func together() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a.csv")
    try folder.write("other", to: "z.txt")
    let fault = #expect(throws: ExchangeFault.self) {
      // A name that is a folder's cannot become a file's: the second file is not written.
      try write([("a.csv", Array("new".utf8)), ("z.txt/b.csv", [1])], into: folder.path)
    }
    #expect(fault?.path.hasSuffix("z.txt") == true)
    #expect(try folder.text("a.csv") == "old")
    #expect(folder.tree.hidden == [])

    try write([("a.csv", Array("new".utf8)), ("in/b.csv", [0x62])], into: folder.path)
    #expect(try folder.text("a.csv") == "new" && folder.text("in/b.csv") == "b")
    #expect(try folder.text("z.txt") == "other")
    #expect(folder.tree.hidden == [])
  }

  @Test("A preset knows its own files by their names, and no other's") func names() {
    let files = [
      "shifts.csv", "google-Asia-Tehran.csv", "outlook-Etc-UTC.csv", "deputy-Europe-Vienna.csv",
      "teams-Asia-Manila.csv", "agentScheduleDetail_120726_0805.txt", "payroll.csv", "ana.ics",
    ]
    let owned = TablePreset.all.map { preset in files.filter { preset.owns($0) } }
    #expect(owned == files.dropLast().map { [$0] })
  }
}
