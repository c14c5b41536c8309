import Exchange
import FoundationEssentials
import Glibc
import Testing
import Workforce

@Suite struct WritingTests {
  /// A process that has ended: one that this test starts and waits for.
  static func deadProcess() throws -> Int32 {
    let process = DeadProcess()
    return try process.run()
  }

  @Test("A file is written with the folders on its way, and replaced") func plain() throws {
    let acme = try Acme()
    let path = acme.workspace.path("a/b/c.txt")
    try write("one", to: path)
    try write([0x74, 0x77, 0x6f], to: path)
    #expect(try acme.text("a/b/c.txt") == "two")
    #expect(acme.names(in: "a/b") == ["c.txt"])
  }

  @Test("A write that fails midway leaves the old file and nothing else") func failure() throws {
    let acme = try Acme()
    let path = acme.workspace.path("a/c.txt")
    try write("old", to: path)
    // The temporary name is taken by a folder, so that the writing fails after it has begun.
    let pid = ProcessInfo.processInfo.processIdentifier
    try FileManager.default.createDirectory(
      atPath: acme.workspace.path("a/.nobat-\(pid)-c.txt/x"), withIntermediateDirectories: true)
    let error = #expect(throws: ExchangeFault.self) { try write("new", to: path) }
    #expect(
      error?.description
        == "\(path) cannot be written: Is a directory; mend that and run the command again")
    #expect(try acme.text("a/c.txt") == "old")
  }

  @Test("A target that is a folder is refused") func folder() throws {
    let acme = try Acme()
    try write("x", to: acme.workspace.path("a/b/c.txt"))
    #expect(throws: ExchangeFault.self) { try write("new", to: acme.workspace.path("a/b")) }
    #expect(acme.names(in: "a") == ["b"])
  }

  @Test("What a killed run has left is swept away by the next, and a living one's is not")
  func stale() throws {
    let acme = try Acme()
    let dead = try Self.deadProcess()
    // Our parent lives as long as we do; it stands for another run.
    try write("half", to: acme.workspace.path("forecasts/.nobat-\(dead)-w.csv"))
    try write("busy", to: acme.workspace.path("forecasts/.nobat-1-w.csv"))
    try write("whole", to: acme.workspace.path("forecasts/w.csv"))
    #expect(acme.names(in: "forecasts") == [".nobat-1-w.csv", "w.csv"])
  }

  @Test("A folder is replaced with all of its files") func folderOfFiles() throws {
    let acme = try Acme()
    let path = acme.workspace.path("rosters/w")
    try replaceFolder(path, with: [("a", [1]), ("b", [2])])
    try replaceFolder(path, with: [("b", [3]), ("c", [4])])
    #expect(acme.names(in: "rosters/w") == ["b", "c"])
    #expect(acme.names(in: "rosters") == ["w"])
    try replaceFolder(path, with: [("d/e", [5])])
    #expect(acme.names(in: "rosters/w") == ["d"])
    #expect(try acme.text("rosters/w/d/e") == "\u{5}")
  }

  @Test("A run that dies while it writes a folder leaves the previous one whole") func dying()
    throws
  {
    let acme = try Acme()
    let path = acme.workspace.path("rosters/w")
    try replaceFolder(path, with: [("a", [1])])
    // A name in a folder that is a file already: the second file cannot be written.
    #expect(throws: ExchangeFault.self) {
      try replaceFolder(path, with: [("a", [2]), ("a/b", [2])])
    }
    #expect(acme.names(in: "rosters") == ["w"])
    #expect(try acme.text("rosters/w/a") == "\u{1}")
  }

  /// A dead process, ourselves as a container numbers its runs, and one that lives as after a restart.
  @Test("A folder that was moved away and not replaced comes back, whoever has that number now")
  func restored() throws {
    try isRestored(from: try Self.deadProcess(), leaving: ["rosters/", "/shifts.csv"])
    for process in [getpid(), 1] { try isRestored(from: process) }
  }

  /// A dead run may also have left a part of the new folder.
  private func isRestored(from process: Int32, leaving part: [String]? = nil) throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = RosterFilesTests.roster(seed: 1, in: centre)
    try acme.workspace.write(roster, run: RosterFilesTests.record(of: roster))
    // The state between the two renames: the old folder is hidden, the new one not yet in its place.
    let hidden = ".nobat-\(process)-2026-W50"
    try FileManager.default.moveItem(
      atPath: acme.workspace.path("rosters/2026-W50"),
      toPath: acme.workspace.path("rosters/\(hidden).previous"))
    if let part {
      try write("half", to: acme.workspace.path(part.joined(separator: hidden)))
    }
    #expect(try acme.workspace.roster("2026-W50", of: centre).shifts == roster.shifts)
    #expect(acme.names(in: "rosters") == ["2026-W50"])
  }
}
