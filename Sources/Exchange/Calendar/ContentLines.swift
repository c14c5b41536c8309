/// The lines of iCalendar (RFC 5545, 3.1): written folded, read unfolded.
struct ContentLines {
  /// The longest line in octets, its end not counted.
  static let limit = 75

  private(set) var text = ""

  /// Adds a line, folded where a character would reach beyond the limit.
  ///
  /// A fold never falls into a character as readers see it (a grapheme: a letter with its marks, a
  /// flag), unless that alone is longer than a line, nor into an escape.
  mutating func add(_ line: String) {
    var length = 0
    func fold(_ result: inout String) {
      result += "\r\n "
      length = 1
    }
    for character in line {
      let size = character.utf8.count
      // A backslash stays with the letter that it escapes.
      let needed = character == "\\" ? 2 : size
      if length + needed > ContentLines.limit, length > 1 { fold(&text) }
      if size < ContentLines.limit {
        text.append(character)
        length += size
        continue
      }
      for scalar in character.unicodeScalars {
        let size = UTF8.width(scalar)
        if length + size > ContentLines.limit { fold(&text) }
        text.unicodeScalars.append(scalar)
        length += size
      }
    }
    text += "\r\n"
  }

  mutating func add(_ lines: [String]) {
    for line in lines { add(line) }
  }

  /// The unfolded lines of a text, whatever its line ends; blank ones are left out.
  static func unfold(_ text: String) -> [String] {
    var lines: [[UInt8]] = []
    for raw in text.utf8.split(separator: .newline, omittingEmptySubsequences: true) {
      let line = raw.last == .carriageReturn ? raw.dropLast() : raw
      if let first = line.first, first == .blank || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else if !line.isEmpty {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A TEXT value (RFC 5545, 3.3.11): backslash, semicolon, comma and line end escaped, control
  /// characters left out.
  static func escape(_ text: String) -> String {
    var result = ""
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": if !wasReturn { result += "\\n" }
      case "\r": result += "\\n"
      default:
        if !isControl(scalar) { result.unicodeScalars.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return result
  }

  /// A text as one line: line ends and tabs become blanks.
  static func oneLine(_ text: String) -> String {
    let words = text.unicodeScalars.split { isControl($0) }.map { String($0) }
    return words.joined(separator: " ")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7f
  }
}
