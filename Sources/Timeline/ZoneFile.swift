/// Reads compiled zone files (TZif, RFC 9636, which adds version 4 to the three of RFC 8536).
///
/// The bytes come from a folder that anyone may have written, so every count and index is checked
/// before it is used, and nothing grows faster than the file does.
enum ZoneFile {
  /// What is wrong with a file, as the end of a sentence about it.
  struct Flaw: Error, Hashable {
    let reason: String
  }

  /// Files of the system have up to 4,000 bytes; who answers from a long one works long.
  static let greatestSize = 1 << 16

  /// Whether bytes claim to be a compiled zone file.
  static func isZone(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "TZif".utf8) }

  private struct Header {
    let version: UInt8
    let isUTCount: Int
    let isStandardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let characterCount: Int

    static let length = 44

    func bodyLength(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
        + isStandardCount + isUTCount
    }
  }

  static func rules(from bytes: [UInt8]) throws(Flaw) -> ZoneRules {
    let first = try header(bytes, at: 0)
    if first.version < UInt8(ascii: "2") {
      return try body(bytes, at: Header.length, first, timeSize: 4, footer: nil)
    }
    // From version 2 on the file holds the table twice; the second one has 64-bit times.
    let second = Header.length + first.bodyLength(timeSize: 4)
    let header = try header(bytes, at: second)
    let end = second + Header.length + header.bodyLength(timeSize: 8)
    return try body(
      bytes, at: second + Header.length, header, timeSize: 8, footer: try footer(bytes, at: end))
  }

  private static func header(_ bytes: [UInt8], at offset: Int) throws(Flaw) -> Header {
    guard bytes.count >= offset + Header.length else { throw Flaw(reason: "is cut short") }
    guard bytes[offset...].starts(with: "TZif".utf8) else {
      throw Flaw(reason: "is not a compiled time-zone file (TZif)")
    }
    let header = Header(
      version: bytes[offset + 4],
      isUTCount: integer(bytes, at: offset + 20, size: 4),
      isStandardCount: integer(bytes, at: offset + 24, size: 4),
      leapCount: integer(bytes, at: offset + 28, size: 4),
      timeCount: integer(bytes, at: offset + 32, size: 4),
      typeCount: integer(bytes, at: offset + 36, size: 4),
      characterCount: integer(bytes, at: offset + 40, size: 4))
    let counts = [
      header.isUTCount, header.isStandardCount, header.leapCount, header.timeCount,
      header.typeCount, header.characterCount,
    ]
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else {
      throw Flaw(reason: "announces more entries than it has bytes")
    }
    return header
  }

  private static func body(
    _ bytes: [UInt8], at offset: Int, _ header: Header, timeSize: Int, footer: PosixRule?
  ) throws(Flaw) -> ZoneRules {
    guard bytes.count >= offset + header.bodyLength(timeSize: timeSize) else {
      throw Flaw(reason: "is cut short")
    }
    guard header.typeCount > 0 else { throw Flaw(reason: "has no local time type") }
    // A change names its type by a byte, and a type its abbreviation.
    guard header.typeCount <= 256 else {
      throw Flaw(reason: "has more local time types than names")
    }
    let indices = offset + header.timeCount * timeSize
    let types = indices + header.timeCount
    let characters = types + 6 * header.typeCount
    let leaps = characters + header.characterCount

    // A record of leap seconds without any may still say when it expires (RFC 9636, section 3.2).
    for record in 0..<header.leapCount {
      let at = leaps + record * (timeSize + 4) + timeSize
      guard integer(bytes, at: at, size: 4) == 0 else {
        throw Flaw(reason: "counts leap seconds, which calendars and this program do not")
      }
    }

    var observances: [ZoneRules.Observance] = []
    observances.reserveCapacity(header.typeCount)
    for type in 0..<header.typeCount {
      let at = types + 6 * type
      let utcOffset = integer(bytes, at: at, size: 4)
      guard abs(utcOffset) < ZoneRules.reach else {
        throw Flaw(reason: "has an offset of more than 26 hours")
      }
      let name = Int(bytes[at + 5])
      guard name < header.characterCount else {
        throw Flaw(reason: "names an abbreviation that is not there")
      }
      let letters = bytes[characters + name..<leaps].prefix { $0 != 0 }
      guard letters.count <= 32 else {
        throw Flaw(reason: "has an abbreviation of more than 32 letters")
      }
      guard letters.allSatisfy(\.isPartOfAbbreviation) else {
        throw Flaw(reason: "has an abbreviation that is not of letters, digits and signs")
      }
      observances.append(
        ZoneRules.Observance(
          offset: utcOffset, isDaylight: bytes[at + 4] != 0,
          abbreviation: String(decoding: letters, as: UTF8.self)))
    }

    var changes: [ZoneRules.Change] = []
    changes.reserveCapacity(header.timeCount)
    for index in 0..<header.timeCount {
      let second = integer(bytes, at: offset + index * timeSize, size: timeSize)
      guard second.magnitude <= furthestSecond else {
        throw Flaw(reason: "has a change outside the age of the universe")
      }
      if let last = changes.last, second <= last.second {
        throw Flaw(reason: "has changes that are not in order")
      }
      let type = Int(bytes[indices + index])
      guard type < observances.count else {
        throw Flaw(reason: "names a local time type that is not there")
      }
      changes.append(ZoneRules.Change(second: second, observance: observances[type]))
    }
    return ZoneRules(initial: observances[0], changes: changes, rule: footer)
  }

  /// Before the Big Bang nothing changes (RFC 9636, section 3.2); nor do we look further ahead.
  private static let furthestSecond: UInt = 1 << 59

  private static func footer(_ bytes: [UInt8], at offset: Int) throws(Flaw) -> PosixRule? {
    let newline = UInt8(ascii: "\n")
    guard offset < bytes.count, bytes[offset] == newline,
      let end = bytes[(offset + 1)...].firstIndex(of: newline)
    else { throw Flaw(reason: "is cut short") }
    let text = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    if text.isEmpty { return nil }
    guard let rule = PosixRule(text) else {
      throw Flaw(reason: "ends with a yearly rule that breaks the grammar of POSIX")
    }
    return rule
  }

  /// A big-endian two's complement integer.
  private static func integer(_ bytes: [UInt8], at offset: Int, size: Int) -> Int {
    var value = Int(Int8(bitPattern: bytes[offset]))
    for byte in bytes[(offset + 1)..<(offset + size)] {
      value = value << 8 | Int(byte)
    }
    return value
  }
}

extension UInt8 {
  /// Whether RFC 9636, section 3.2, lets the byte stand in a designation such as `CEST` or `+0330`.
  var isPartOfAbbreviation: Bool {
    isLetter || (self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9"))
      || self == UInt8(ascii: "+") || self == UInt8(ascii: "-")
  }

  var isLetter: Bool {
    let small = self | 0x20
    return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")
  }
}
