/// Something a planner should mend in a file: where it is, what is wrong and what to do.
package struct Finding: Hashable, Sendable, Codable {
  package enum Severity: String, Hashable, Sendable, Codable {
    /// The workspace cannot be planned with.
    case error
    /// It can, but the planner probably meant something else.
    case warning
  }

  package let severity: Severity
  /// The path within the workspace, such as `calendar/events.csv`.
  package let file: String
  /// Both count from 1; a column is a place among the line's Unicode scalars.
  package let line: Int?
  package let column: Int?
  /// What is wrong, naming the thing.
  package let message: String
  /// The next step; empty where the message says it all.
  package let hint: String

  package init(
    _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil, message: String,
    hint: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}

extension Finding: Comparable {
  /// By file, then by place.
  package static func < (left: Finding, right: Finding) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0, left.message)
      < (right.file, right.line ?? 0, right.column ?? 0, right.message)
  }
}

extension Finding: CustomStringConvertible {
  /// File, place, severity, message and hint: `agents.csv:14:9: error: agent "mina": ...; did you ...`.
  package var description: String {
    let position = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(position): \(severity.rawValue): \(message)\(hint.isEmpty ? "" : "; \(hint)")"
  }
}

/// Why a file or a workspace cannot be read: every finding at once, in order of file and place.
package struct Findings: Error, Hashable, Sendable {
  /// Never empty; warnings may stand among the errors.
  package let list: [Finding]

  package init(_ finding: Finding) {
    list = [finding]
  }

  /// Nil where nothing was found.
  package init?(_ list: [Finding]) {
    guard !list.isEmpty else { return nil }
    self.list = list.sorted()
  }

  /// Why a file gave nothing.
  init(_ list: [Finding], of file: String) {
    self =
      Findings(list) ?? Findings(Finding(.error, file: file, message: "the file cannot be read"))
  }
}

extension Findings: CustomStringConvertible {
  /// One finding a line.
  package var description: String { list.map(\.description).joined(separator: "\n") }
}
