/// Writes CSV (RFC 4180) for our own readers: a field is quoted where it must be, and only there.
struct CSVText {
  enum LineEnd: String {
    /// For the workspace's files, which live in version control.
    case lf = "\n"
    /// For files that go to other programs.
    case crlf = "\r\n"
  }

  private(set) var text = ""
  private let lineEnd: LineEnd

  init(columns: [String], lineEnd: LineEnd = .lf) {
    self.lineEnd = lineEnd
    append(columns)
  }

  mutating func append(_ fields: [String]) {
    // A row of one empty field would be a blank line, which readers skip.
    if fields == [""] {
      text += "\"\"" + lineEnd.rawValue
      return
    }
    text += fields.map(CSVText.field).joined(separator: ",") + lineEnd.rawValue
  }

  static func field(_ text: String) -> String {
    // What looks guarded would lose its apostrophe to our readers.
    let text = FormulaGuard.look(of: text.utf8) == .guarded ? "'" + text : text
    let mustBeQuoted = text.utf8.contains { byte in
      byte == .comma || byte == .semicolon || byte == .quote || byte == .newline
        || byte == .carriageReturn
    }
    guard mustBeQuoted else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
