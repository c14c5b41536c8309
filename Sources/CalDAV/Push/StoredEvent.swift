/// One event as a calendar on a server keeps it: a whole iCalendar file of its own (RFC 4791, 4.1).
package struct StoredEvent: Hashable, Sendable {
  /// The name of the event for ever, in whatever calendar.
  package let uid: String
  /// A `VCALENDAR` in UTF-8 with this event, and with what else has the same uid.
  package let bytes: [UInt8]

  /// Takes the file of one event; a `METHOD` in it belongs to mail and is not allowed here.
  package init(uid: String, bytes: [UInt8]) {
    let text = CalendarText(bytes)
    precondition(!uid.isEmpty, "an event needs a uid")
    precondition(!text.hasMethod, "a METHOD must not be stored on a server (RFC 4791, 4.1)")
    precondition(
      Set(text.uids) == [uid], "an item is one VCALENDAR with the events of its uid and no other")
    self.uid = uid
    self.bytes = bytes
  }

  /// Whether this is what a file holds, line ends aside: XML does not keep a carriage return.
  func isSame(as other: String) -> Bool {
    let lineEnd = UInt8(ascii: "\r")
    return bytes.lazy.filter { $0 != lineEnd }.elementsEqual(
      other.utf8.lazy.filter { $0 != lineEnd })
  }

  /// A short sign of the content, FNV-1a of 64 bits: it tells our own versions of one event apart, and
  /// withstands nobody who would forge one.
  var digest: String { StoredEvent.sign(of: bytes) }

  static func sign(of bytes: some Sequence<UInt8>) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The few lines of a calendar file that a push looks at.
struct CalendarText {
  /// The uids of its components, each as often as it occurs.
  private(set) var uids: [String] = []
  private(set) var hasMethod = false

  init(_ bytes: some BidirectionalCollection<UInt8>) {
    var line: [UInt8] = []
    for raw in bytes.split(separator: UInt8(ascii: "\n")) {
      let end = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
      if let first = end.first, first == 0x20 || first == 0x09 {
        line += end.dropFirst()
      } else {
        take(line)
        line = Array(end)
      }
    }
    take(line)
  }

  /// Notes a line, folds undone.
  private mutating func take(_ line: [UInt8]) {
    // Only lines of these two names are worth making a text of.
    guard let first = line.first, [0x55, 0x75, 0x4D, 0x6D].contains(first) else { return }
    let text = String(decoding: line, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return }
    switch text[..<colon].prefix(while: { $0 != ";" }).uppercased() {
    case "METHOD": hasMethod = true
    case "UID": uids.append(CalendarText.unescaped(text[text.index(after: colon)...]))
    default: break
    }
  }

  /// A TEXT value as it is meant (RFC 5545, 3.3.11).
  private static func unescaped(_ value: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        result.append(isEscaped && (scalar == "n" || scalar == "N") ? "\n" : scalar)
        isEscaped = false
      }
    }
    return String(result)
  }
}
