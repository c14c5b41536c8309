import FoundationEssentials
import Statistics
import TestSupport
import Testing

@testable import Timeline

/// Files that someone made to do harm: a zone or a flaw comes of them, and no trap, hang or flood.
@Suite("ZoneFile against hostile files")
struct ZoneFileFuzzTests {
  /// Real files of every kind: the longest tables, rules in daylight-saving time and out of it, none.
  private static let seeds = [
    "Africa/Casablanca", "Africa/Johannesburg", "America/Nuuk", "America/St_Johns", "Asia/Gaza",
    "Asia/Tehran", "Australia/Lord_Howe", "Etc/UTC", "Europe/Dublin", "Europe/Vienna",
    "Pacific/Apia",
  ]

  private func realFile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(Zones.database.path)/\(name)")))
  }

  /// A way in which a file can be made wrong.
  private func mutated(_ bytes: [UInt8], with other: [UInt8], _ generator: inout Generator)
    -> [UInt8]
  {
    var bytes = bytes
    for _ in 0...generator.index(below: 5) where !bytes.isEmpty {
      let place = generator.index(below: bytes.count)
      switch generator.index(below: 8) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      case 1: bytes[place] ^= 1 << UInt8(generator.index(below: 8))
      // A count of a header, as small, as great or as wrong as can be.
      case 2:
        let header = generator.index(below: 2) == 0 ? 0 : secondHeader(of: bytes)
        let count = header + 20 + 4 * generator.index(below: 6)
        guard count + 4 <= bytes.count else { continue }
        let values: [UInt8] = [0, 1, 0x7f, 0x80, 0xff]
        bytes[count + generator.index(below: 4)] = values[generator.index(below: values.count)]
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + generator.index(below: 60)))
      case 4: bytes.insert(contentsOf: other.prefix(generator.index(below: 60)), at: place)
      case 5: bytes = Array(bytes[..<place]) + other.dropFirst(min(place, other.count))
      // The version, and the footer with a rule of another making.
      case 6: if bytes.count > 4 { bytes[4] = UInt8(generator.index(below: 6)) + 0x30 }
      default:
        let rules = [
          "AAA24BBB-24,J1/1,J2/2", "AAA0BBB0,0/0,0/0", "AAA-24BBB,365/167,0/-167", "A1", "\u{0}",
        ]
        let rule = rules[generator.index(below: rules.count)]
        guard let line = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) else { continue }
        bytes = Array(bytes[...line]) + Array(rule.utf8) + [UInt8(ascii: "\n")]
      }
    }
    return bytes
  }

  private func secondHeader(of bytes: [UInt8]) -> Int {
    bytes.indices.dropFirst(44).first { bytes[$0...].starts(with: "TZif".utf8) } ?? 0
  }

  /// Whether a zone answers all questions, and its answers fit together.
  private func answers(_ zone: Zone, _ generator: inout Generator) -> Bool {
    (0..<12).allSatisfy { round in
      // From the beginning of tables to beyond their first 400 years, and the ends of what is taken.
      let far = [-1 << 59, 1 << 59, -4_000_000_000, 20_000_000_000]
      let second =
        round < far.count ? far[round] : generator.index(below: 16_000_000_000) - 4_000_000_000
      let instant = Instant(seconds: second)
      let reading = zone.reading(at: instant)
      let isShown =
        switch zone.occurrence(of: reading) {
        case .once(let only): only == instant
        case .twice(let first, let second):
          zone.reading(at: first) == reading && zone.reading(at: second) == reading
            && first < second
        case .never: false
        }
      let day = zone.interval(of: reading.day)
      let pieces = Interval(start: instant, length: .hours(30)).minutes(byDateIn: zone)
      let sum = pieces.reduce(Minutes.zero) { $0 + $1.minutes }
      return isShown && day.start <= day.end && sum == .hours(30)
        && abs(zone.offset(at: instant)) < ZoneRules.reach
    }
  }

  @Test("A file that is mutated in many ways is a zone that answers, or has a flaw")
  func mutations() throws {
    let files = try ZoneFileFuzzTests.seeds.map(realFile)
    var read = 0
    forEvery(seed: 0..<6000) { seed in
      var generator = Generator(seed: seed)
      let file = files[generator.index(below: files.count)]
      let other = files[generator.index(below: files.count)]
      let bytes = mutated(file, with: other, &generator)
      // What is no zone throws a flaw, the only error there is.
      guard let rules = try? ZoneFile.rules(from: bytes) else { return true }
      read += 1
      return answers(Zone(identifier: "fuzzed", rules: rules), &generator)
    }
    // Neither do all mutants die at the door, nor do all get in.
    #expect((600...5400).contains(read), "\(read) of 6000 are read")
  }

  @Test("Noise is refused, with the right beginning too")
  func noise() {
    forEvery(seed: 0..<2000) { seed in
      var generator = Generator(seed: seed)
      let noise = (0..<generator.index(below: 400)).map { _ in
        UInt8(truncatingIfNeeded: generator.next())
      }
      let bytes = seed.isMultiple(of: 2) ? noise : Array("TZif2".utf8) + noise
      guard let rules = try? ZoneFile.rules(from: bytes) else { return true }
      return answers(Zone(identifier: "noise", rules: rules), &generator)
    }
  }

  @Test("Every file of every kind is refused when it is cut, wherever", arguments: seeds)
  func truncations(name: String) throws {
    let bytes = try realFile(name)
    _ = try ZoneFile.rules(from: bytes)
    for length in 0..<bytes.count {
      guard (try? ZoneFile.rules(from: Array(bytes[..<length]))) == nil else {
        Issue.record("\(name) is read when cut to \(length) bytes")
        return
      }
    }
  }

  @Test("The longest file that is read, full of changes, still answers")
  func crowded() throws {
    // 7,000 changes a second apart, between two offsets a day apart: the worst that a table can do.
    let changes = (0..<7000).map { number in
      ZoneRules.Change(
        second: number,
        observance: ZoneRules.Observance(
          offset: number.isMultiple(of: 2) ? 43_200 : -43_200, isDaylight: false,
          abbreviation: "XXX"))
    }
    let zone = Zone(
      identifier: "crowded",
      rules: ZoneRules(initial: changes[1].observance, changes: changes, rule: nil))
    for second in stride(from: -90_000, through: 90_000, by: 1777) {
      let instant = Instant(seconds: second)
      #expect(zone.occurrence(of: zone.reading(at: instant)) != .once(Instant(seconds: .max)))
    }
    let span = Interval(start: Instant(seconds: -10), end: Instant(seconds: 8000))
    let sum = span.minutes(byDateIn: zone).reduce(Minutes.zero) { $0 + $1.minutes }
    #expect(sum == span.length)
  }
}
