import FoundationEssentials
import Statistics
import TestSupport
import Testing

@testable import Timeline

@Suite("ZoneFile")
struct ZoneFileTests {
  /// A compiled file of our own making; every part can be made wrong.
  private struct Draft {
    var magic = "TZif"
    var version = UInt8(ascii: "2")
    var seconds = [0, 1000]
    var types: [UInt8] = [1, 0]
    var offsets = [3600, 7200]
    var abbreviations = "CET\0CEST\0"
    var firstLetters: [UInt8] = [0, 4]
    /// The corrections of the table of leap seconds.
    var leapSeconds: [Int] = []
    var footer = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"

    var bytes: [UInt8] {
      version == 0
        ? table(timeSize: 4) : table(timeSize: 4) + table(timeSize: 8) + Array(footer.utf8)
    }

    private func table(timeSize: Int) -> [UInt8] {
      let counts = [
        0, 0, leapSeconds.count, seconds.count, offsets.count, abbreviations.utf8.count,
      ]
      var bytes = Array(magic.utf8) + [version] + Array(repeating: 0, count: 15)
      bytes += counts.flatMap { bigEndian($0, size: 4) }
      bytes += seconds.flatMap { bigEndian($0, size: timeSize) } + types
      for (offset, letter) in zip(offsets, firstLetters) {
        bytes += bigEndian(offset, size: 4) + [offset == 7200 ? 1 : 0, letter]
      }
      bytes += Array(abbreviations.utf8)
      for (place, correction) in leapSeconds.enumerated() {
        bytes += bigEndian(place, size: timeSize) + bigEndian(correction, size: 4)
      }
      return bytes
    }

    private func bigEndian(_ number: Int, size: Int) -> [UInt8] {
      (0..<size).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }

  private func flaw(_ change: (inout Draft) -> Void) -> String? {
    var draft = Draft()
    change(&draft)
    do throws(ZoneFile.Flaw) {
      _ = try ZoneFile.rules(from: draft.bytes)
      return nil
    } catch {
      return error.reason
    }
  }

  private func realFile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(Zones.database.path)/\(name)")))
  }

  @Test("A file of version 2 is read with its table and its rule")
  func versionTwo() throws {
    let rules = try ZoneFile.rules(from: Draft().bytes)
    #expect(rules.observance(at: -1) == .init(offset: 3600, isDaylight: false, abbreviation: "CET"))
    #expect(rules.observance(at: 0) == .init(offset: 7200, isDaylight: true, abbreviation: "CEST"))
    #expect(rules.offset(at: 999) == 7200)
    #expect(rules.offset(at: 1000) == 3600)
    // July 2026, by the rule.
    #expect(rules.offset(at: 1_782_864_000) == 7200)
  }

  @Test("A file of version 1 has 32-bit times and no rule")
  func versionOne() throws {
    var draft = Draft()
    draft.version = 0
    draft.seconds = [-1000, 1000]
    let rules = try ZoneFile.rules(from: draft.bytes)
    #expect(rules.offset(at: -1001) == 3600)
    #expect(rules.offset(at: -1000) == 7200)
    #expect(rules.offset(at: .max) == 3600)
  }

  @Test(
    "Files of versions 3, 4 and later are read like those of version 2", arguments: ["3", "4", "5"])
  func laterVersions(version: Character) throws {
    var draft = Draft()
    draft.version = try #require(version.asciiValue)
    // A rule that only these versions may have: hours beyond a day.
    draft.footer = "\n<-02>2<-01>,M3.5.0/-1,M10.5.0/167\n"
    let rules = try ZoneFile.rules(from: draft.bytes)
    #expect(rules.offset(at: 1_782_864_000) == -3600)
    // Offsets from -25 to 26 hours, the bounds of RFC 9636, section 3.2.
    draft.offsets = [-89_999, 93_599]
    #expect(try ZoneFile.rules(from: draft.bytes).offset(at: -1) == -89_999)
    #expect(try ZoneFile.rules(from: draft.bytes).offset(at: 0) == 93_599)
    // A table of leap seconds that only says when it expires, as version 4 may.
    draft = Draft()
    draft.version = try #require(version.asciiValue)
    draft.leapSeconds = [0]
    #expect(try ZoneFile.rules(from: draft.bytes) == ZoneFile.rules(from: Draft().bytes))
  }

  @Test("A file without changes follows its rule; one without a rule keeps its last offset")
  func partsMissing() throws {
    var draft = Draft()
    draft.seconds = []
    draft.types = []
    let ruled = try ZoneFile.rules(from: draft.bytes)
    #expect(ruled.offset(at: 1_782_864_000) == 7200)
    draft = Draft()
    draft.footer = "\n\n"
    let tabled = try ZoneFile.rules(from: draft.bytes)
    #expect(tabled.offset(at: 1_782_864_000) == 3600)
  }

  @Test("What is wrong with a file is told")
  func flaws() {
    #expect(flaw { $0.magic = "TZof" } == "is not a compiled time-zone file (TZif)")
    #expect(flaw { $0.seconds = [1000, 1000] } == "has changes that are not in order")
    #expect(flaw { $0.seconds = [1000, 0] } == "has changes that are not in order")
    #expect(flaw { $0.types = [2, 0] } == "names a local time type that is not there")
    #expect(flaw { $0.firstLetters = [0, 9] } == "names an abbreviation that is not there")
    #expect(flaw { $0.offsets = [3600, 93_600] } == "has an offset of more than 26 hours")
    #expect(flaw { $0.offsets = [Int(Int32.min), 0] } == "has an offset of more than 26 hours")
    #expect(
      flaw { $0.abbreviations = "C\nT\0CEST\0" }
        == "has an abbreviation that is not of letters, digits and signs")
    #expect(
      flaw { $0.leapSeconds = [1, 2, 2] }
        == "counts leap seconds, which calendars and this program do not")
    #expect(
      flaw { $0.leapSeconds = [-1] }
        == "counts leap seconds, which calendars and this program do not")
    #expect(
      flaw { $0.abbreviations = "CET\0" + String(repeating: "C", count: 33) }
        == "has an abbreviation of more than 32 letters")
    #expect(
      flaw { draft in
        draft.offsets = Array(repeating: 3600, count: 257)
        draft.firstLetters = Array(repeating: 0, count: 257)
      } == "has more local time types than names")
    #expect(flaw { $0.seconds = [.min, 0] } == "has a change outside the age of the universe")
    #expect(flaw { $0.seconds = [0, .max] } == "has a change outside the age of the universe")
    #expect(
      flaw { $0.footer = "\nCET-1CEST\n" }
        == "ends with a yearly rule that breaks the grammar of POSIX")
    #expect(flaw { $0.footer = "\nCET-1" } == "is cut short")
    #expect(flaw { $0.footer = "" } == "is cut short")
    #expect(
      flaw { draft in
        draft.offsets = []
        draft.firstLetters = []
      } == "has no local time type")
    #expect(flaw { _ in } == nil)
  }

  @Test("The furthest changes that are taken still lead to answers")
  func furthest() throws {
    var draft = Draft()
    draft.seconds = [-1 << 59, 1 << 59]
    let zone = Zone(identifier: "far", rules: try ZoneFile.rules(from: draft.bytes))
    for second in [Int.min, -1 << 59, 0, 1 << 59, 1 << 60] {
      #expect(abs(zone.offset(at: Instant(seconds: second))) <= 7200)
    }
    _ = zone.occurrence(of: LocalReading(secondsSince1970: 1 << 59))
    _ = zone.occurrence(of: LocalReading(secondsSince1970: 1 << 60))
  }

  @Test("A file that announces more than it has is refused")
  func announced() throws {
    // Each of the six counts in turn, as the greatest and as a negative number.
    for count in 0..<6 {
      for byte in [UInt8(0x7f), 0xff] {
        var bytes = Draft().bytes
        bytes[20 + 4 * count] = byte
        #expect(throws: ZoneFile.Flaw(reason: "announces more entries than it has bytes")) {
          try ZoneFile.rules(from: bytes)
        }
      }
    }
  }

  @Test(
    "A real file that is cut anywhere is refused", arguments: ["Europe/Vienna", "Asia/Kolkata"])
  func truncations(name: String) throws {
    let bytes = try realFile(name)
    _ = try ZoneFile.rules(from: bytes)
    for length in 0..<bytes.count {
      #expect(throws: ZoneFile.Flaw.self, "cut to \(length) bytes") {
        try ZoneFile.rules(from: Array(bytes[..<length]))
      }
    }
  }

  @Test(
    "A file with flipped bytes is a zone or has a flaw",
    arguments: ["Europe/Vienna", "Australia/Lord_Howe", "Africa/Johannesburg"])
  func flips(name: String) throws {
    let bytes = try realFile(name)
    forEvery(seed: 0..<1000) { seed in
      var generator = Generator(seed: seed)
      var flipped = bytes
      for _ in 0...generator.index(below: 4) {
        // Half of the flips hit the header and the footer, where most harm can be done.
        let place =
          switch generator.index(below: 4) {
          case 0: generator.index(below: 44)
          case 1: bytes.count - 1 - generator.index(below: min(bytes.count, 40))
          default: generator.index(below: bytes.count)
          }
        flipped[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      guard let rules = try? ZoneFile.rules(from: flipped) else { return true }
      let zone = Zone(identifier: name, rules: rules)
      return stride(from: -3_000_000_000, to: 8_000_000_000, by: 1_000_000_007).allSatisfy {
        second in
        let instant = Instant(seconds: second)
        let day = zone.day(at: instant)
        return zone.occurrence(of: zone.reading(at: instant))
          != .never(skippedAt: instant, offsetBefore: 0)
          && zone.interval(of: day).length >= .zero
      }
    }
  }
}
