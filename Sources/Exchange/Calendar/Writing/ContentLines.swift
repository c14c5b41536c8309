/// The lines of iCalendar (RFC 5545, section 3.1) as bytes: written piece by piece, folded where they
/// end.
struct ContentLines {
  /// The longest line in octets, its end not counted.
  static let limit = 75

  private(set) var bytes: [UInt8] = []
  private var lineStart = 0
  private var scratch: [UInt8] = []

  init(reserving count: Int = 0) {
    bytes.reserveCapacity(count)
  }

  var count: Int { bytes.count }

  /// Begins anew, keeping the room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    lineStart = 0
  }

  // MARK: Pieces of a line

  /// What needs no escape, or has been escaped.
  mutating func add(_ piece: [UInt8]) { bytes.append(contentsOf: piece) }

  mutating func add(_ piece: StaticString) { bytes.append(piece) }

  /// Lets a value be written, such as a date.
  mutating func add(_ write: (inout [UInt8]) -> Void) { write(&bytes) }

  /// A TEXT value; see ``escaped(_:)``.
  mutating func add(text: String) {
    let isPlain = text.utf8.allSatisfy { !ContentLines.mayNeedEscape($0) }
    if isPlain { bytes.append(contentsOf: text.utf8) } else { add(ContentLines.escaped(text)) }
  }

  /// Ends the line, folding it where it is too long.
  mutating func endLine() {
    if bytes.count - lineStart > ContentLines.limit { fold() }
    bytes.append(.carriageReturn)
    bytes.append(.newline)
    lineStart = bytes.count
  }

  // MARK: Whole lines

  mutating func line(_ text: StaticString) {
    add(text)
    endLine()
  }

  /// Lines that are folded and ended already.
  mutating func add(lines: [UInt8]) {
    add(lines)
    lineStart = bytes.count
  }

  mutating func add(lines: ArraySlice<UInt8>) {
    bytes.append(contentsOf: lines)
    lineStart = bytes.count
  }
}

// MARK: - Folding

extension ContentLines {
  /// Cuts the line that ends the bytes: no cut falls into a character as readers see it (a grapheme: a
  /// letter with its marks, a flag), unless that alone is longer than a line, nor into an escape.
  private mutating func fold() {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[lineStart...])
    bytes.removeSubrange(lineStart...)
    var start = 0
    // The blank that begins a continuation counts.
    var room = ContentLines.limit
    while scratch.count - start > room {
      let end = ContentLines.cut(of: scratch, from: start, room: room)
      bytes.append(contentsOf: scratch[start..<end])
      bytes.append(.carriageReturn)
      bytes.append(.newline)
      bytes.append(.blank)
      start = end
      room = ContentLines.limit - 1
    }
    bytes.append(contentsOf: scratch[start...])
  }

  /// The last good place to cut a line, `room` bytes behind `start` at the most.
  private static func cut(of line: [UInt8], from start: Int, room: Int) -> Int {
    var last = start + room
    while last > start {
      var window = last
      // Between two ASCII letters lies always the border of a grapheme; mostly at once.
      while window > start, line[window] >= 0x80 || line[window - 1] >= 0x80 { window -= 1 }
      let end = window == last ? last : border(of: line, from: window, upTo: last)
      // A backslash stays with the letter that it escapes; an escaped backslash is a pair.
      let backslashes = line[start..<end].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes.isMultiple(of: 2), end > start { return end }
      last = end - 1
    }
    // One grapheme is longer than the line.
    var end = start + room
    while line[end].isUTF8Continuation { end -= 1 }
    return end
  }

  /// The last border of a grapheme behind a known one, `last` at the most.
  private static func border(of line: [UInt8], from start: Int, upTo last: Int) -> Int {
    // Whether there is a border at a place is told by what stands before it and one scalar behind.
    var end = last + 1
    while end < line.count, line[end].isUTF8Continuation { end += 1 }
    var border = start
    for character in String(decoding: line[start..<end], as: UTF8.self) {
      let next = border + character.utf8.count
      if next > last { break }
      border = next
    }
    return border
  }
}

// MARK: - Texts

extension ContentLines {
  /// A TEXT value (RFC 5545, section 3.3.11): backslash, semicolon, comma and line end escaped, control
  /// characters left out.
  static func escaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var wasReturn = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), .semicolon, .comma:
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      case .newline: if !wasReturn { result.append("\\n" as StaticString) }
      case .carriageReturn: result.append("\\n" as StaticString)
      default:
        if !isControl(byte) { result.append(byte) }
      }
      wasReturn = byte == .carriageReturn
    }
    return result
  }

  /// A text as one line: line ends and tabs become blanks.
  static func oneLine(_ text: String) -> String {
    let words = text.utf8.split { isControl($0) }.map { String(Substring($0)) }
    return words.joined(separator: " ")
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == .semicolon || byte == .comma || isControl(byte)
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f }
}
