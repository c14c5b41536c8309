import Exchange
import FoundationEssentials
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// Files that were damaged by chance never end the program: they give a value or findings.
@Suite struct FuzzTests {
  /// Changes, removes, doubles or inserts a few bytes; often ones that mean something to a reader.
  static func damaged(_ bytes: [UInt8], _ chance: inout Generator) -> [UInt8] {
    var bytes = bytes
    let signs = Array(",;\"'\n\r:-[]{}#&*!|>?%@ \t0123456789Z/+.yn".utf8) + [0, 0xff, 0xc3, 0xe2]
    for _ in 0...chance.index(below: 4) where !bytes.isEmpty {
      let index = chance.index(below: bytes.count)
      switch chance.index(below: 6) {
      case 0: bytes[index] = UInt8(chance.index(below: 256))
      case 1: bytes[index] = signs[chance.index(below: signs.count)]
      case 2: bytes.insert(signs[chance.index(below: signs.count)], at: index)
      case 3: bytes.remove(at: index)
      case 4: bytes.removeSubrange(index..<min(bytes.count, index + chance.index(below: 40)))
      default:
        let end = min(bytes.count, index + chance.index(below: 60))
        bytes.insert(contentsOf: bytes[index..<end], at: chance.index(below: bytes.count))
      }
    }
    return bytes
  }

  @Test("Damaged files of a workspace give a centre or findings") func workspace() throws {
    let acme = try Acme()
    let files = Acme.files.compactMap { file, text in text.map { (file, Array($0.utf8)) } }
      .filter { !$0.0.hasPrefix("history/") }.sorted { $0.0 < $1.0 }
    try forEvery(seed: 0..<800) { seed in
      var chance = Generator(seed: seed)
      let (file, bytes) = files[chance.index(below: files.count)]
      try Data(Self.damaged(bytes, &chance)).write(to: URL(filePath: acme.workspace.path(file)))
      let (centre, findings) = acme.workspace.read(zones: acme.zones)
      try Data(bytes).write(to: URL(filePath: acme.workspace.path(file)))
      let hasError = findings.contains { $0.severity == .error }
      return (centre == nil) == hasError && findings == findings.sorted()
        && findings.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty }
    }
  }

  @Test("Damaged history gives a history or findings") func history() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let bytes = Array(try acme.text("history/acd.csv").utf8)
    try forEvery(seed: 0..<2000) { seed in
      var chance = Generator(seed: seed)
      let path = acme.workspace.path("history/acd.csv")
      try Data(Self.damaged(bytes, &chance)).write(to: URL(filePath: path))
      let (history, findings) = acme.workspace.readHistory(of: centre)
      return (history == nil) == findings.contains { $0.severity == .error }
    }
  }

  @Test("A damaged mapping or ACD file is imported or told") func imports() throws {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    let centre = try acme.centre()
    let mapping = Array(HistoryImportTests.plain.utf8)
    var text = HistoryImportTests.header
    for index in 0..<12 {
      text += "Norsk,2026-10-25 0\(index / 4):\(15 * (index % 4) + 0),4,4,10,x\n"
    }
    let (map, file) = (acme.workspace.path("map.yaml"), acme.workspace.path("in.csv"))
    try forEvery(seed: 0..<2000) { seed in
      var chance = Generator(seed: seed)
      let isMapping = chance.index(below: 2) == 0
      let badMap = isMapping ? Self.damaged(mapping, &chance) : mapping
      let badFile = isMapping ? Array(text.utf8) : Self.damaged(Array(text.utf8), &chance)
      try Data(badMap).write(to: URL(filePath: map))
      try Data(badFile).write(to: URL(filePath: file))
      do throws(Findings) {
        let read = try HistoryMapping.read(map, zones: acme.zones, centre: centre)
        let result = try acme.workspace.importHistory([file], by: read, of: centre)
        return result.imports.allSatisfy { $0.added > 0 }
      } catch {
        return !error.list.isEmpty
      }
    }
  }

  @Test("Damaged results are read or told") func results() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = RosterFilesTests.roster(seed: 1, in: centre)
    try acme.workspace.write(roster, run: RosterFilesTests.record(of: roster))
    let folder = "rosters/\(roster.id)"
    try forEvery(seed: 0..<600) { seed in
      var chance = Generator(seed: seed)
      let name = ["shifts.csv", "activities.csv", "run.json"][chance.index(below: 3)]
      let path = acme.workspace.path("\(folder)/\(name)")
      let bytes = Array(try acme.text("\(folder)/\(name)").utf8)
      try Data(Self.damaged(bytes, &chance)).write(to: URL(filePath: path))
      defer { try? Data(bytes).write(to: URL(filePath: path)) }
      do throws(Findings) {
        return try acme.workspace.roster(roster.id, of: centre).id == roster.id
      } catch {
        return !error.list.isEmpty
      }
    }
  }

  @Test("A damaged edition is read or told, and gives calendars with all shifts") func editions()
    throws
  {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = RosterFilesTests.roster(seed: 1, in: centre)
    let stamp = Instant(seconds: 1_780_000_000)
    let first = calendars(
      of: roster, in: centre, style: CalendarStyle(), stamp: stamp,
      following: Edition(firstDay: roster.firstDay))
    try acme.workspace.write(first.edition)
    let file = "editions/\(roster.firstDay).csv"
    let bytes = Array(try acme.text(file).utf8)
    try forEvery(seed: 0..<1500) { seed in
      var chance = Generator(seed: seed)
      try Data(Self.damaged(bytes, &chance)).write(to: URL(filePath: acme.workspace.path(file)))
      do throws(Findings) {
        let edition = try acme.workspace.edition(ofWeekFrom: roster.firstDay)
        let next = calendars(
          of: roster, in: centre, style: CalendarStyle(), stamp: stamp + .hours(1),
          following: edition)
        let told = next.edition.events.count { $0.kind == .shift && $0.status == .confirmed }
        return told == roster.shifts.count
      } catch {
        return !error.list.isEmpty
      }
    }
  }
}
