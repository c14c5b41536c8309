/// Collects what a reading finds, so that one run names every mistake of every file.
///
/// The one reference type of this module: all readers of a run write into the same collection.
final class Inspection {
  /// What is kept of one file and severity; a file of a million bad rows is told by its first ones.
  private let limit: Int

  private struct Kind: Hashable {
    let file: String
    let severity: Finding.Severity
  }

  private var findings: [Finding] = []
  private var counts: [Kind: Int] = [:]

  init(keeping limit: Int = 100) {
    self.limit = limit
  }

  func error(_ place: Place, _ message: String, hint: String = "") {
    add(.error, place, message, hint)
  }

  func warning(_ place: Place, _ message: String, hint: String = "") {
    add(.warning, place, message, hint)
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Everything found, sorted, with a line for what was left out.
  var result: [Finding] {
    let rest = counts.filter { $0.value > limit }.map { kind, count in
      Finding(
        kind.severity, file: kind.file,
        message: "\(count - limit) more findings of this kind in the file",
        hint: "mend the first ones, and look again")
    }
    return (findings + rest).sorted()
  }

  private func add(
    _ severity: Finding.Severity, _ place: Place, _ message: String, _ hint: String
  ) {
    let kind = Kind(file: place.file, severity: severity)
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= limit else { return }
    findings.append(
      Finding(
        severity, file: place.file, line: place.line, column: place.column, message: message,
        hint: hint))
  }
}

/// A place in a file of the workspace.
struct Place: Hashable, Sendable {
  let file: String
  var line: Int?
  var column: Int?
}
