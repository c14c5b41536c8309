/// A content line of a calendar file (RFC 5545, 3.1), unfolded: `DTSTART;VALUE=DATE:20260101`.
struct FeedLine {
  /// Where it begins in the file, counted from 1.
  let line: Int
  /// In capital letters.
  let name: String
  /// In capital letters, without what stands around quoted values.
  let parameters: [String: String]
  let value: String

  /// Nil for a line without a colon.
  init?(_ bytes: [UInt8], line: Int) {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var isQuoted = false
    var colon: Int?
    for (index, byte) in bytes.enumerated() where colon == nil {
      switch byte {
      case .quote: isQuoted.toggle()
      case .semicolon where !isQuoted:
        parts.append(bytes[start..<index])
        start = index + 1
      case UInt8(ascii: ":") where !isQuoted:
        parts.append(bytes[start..<index])
        colon = index
      default: break
      }
    }
    guard let colon, let name = parts.first, !name.isEmpty else { return nil }
    self.line = line
    self.name = String(decoding: name, as: UTF8.self).uppercased()
    value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    let pairs = parts.dropFirst().compactMap { part -> (String, String)? in
      let halves = String(decoding: part, as: UTF8.self).split(separator: "=", maxSplits: 1)
      return halves.count == 2
        ? (halves[0].uppercased(), halves[1].uppercased().replacing("\"", with: "")) : nil
    }
    parameters = Dictionary(pairs) { first, _ in first }
  }

  /// The value as text (RFC 5545, 3.3.11), on one line and without control characters.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        scalars.append(scalar == "n" || scalar == "N" ? " " : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}

extension FeedLine {
  /// The lines of a file, whatever their ends, each with the lines that go on with it; those that are
  /// no properties are given by number.
  static func read(_ bytes: [UInt8]) -> (lines: [FeedLine], odd: [Int]) {
    var lines: [FeedLine] = []
    var odd: [Int] = []
    var current: [UInt8] = []
    var first = 0
    func finish() {
      guard !current.isEmpty else { return }
      if let line = FeedLine(current, line: first) { lines.append(line) } else { odd.append(first) }
    }
    let marked = bytes.starts(with: UTF8Text.byteOrderMark)
    let body = bytes.dropFirst(marked ? UTF8Text.byteOrderMark.count : 0)
    for (index, raw) in body.split(separator: .newline, omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = raw.last == .carriageReturn ? raw.dropLast() : raw
      guard let start = line.first else { continue }
      if start == .blank || start == UInt8(ascii: "\t"), !current.isEmpty {
        current += line.dropFirst()
      } else {
        finish()
        current = Array(line)
        first = index + 1
      }
    }
    finish()
    return (lines, odd)
  }
}
