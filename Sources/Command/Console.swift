import FoundationEssentials
import Glibc
import Report
import Synchronization

/// The two streams of the terminal: results go to standard output, everything about them to standard
/// error.
struct Console: Sendable {
  let isQuiet: Bool
  let isVerbose: Bool
  /// Colours for people: only on a terminal, and not where `NO_COLOR` or `--no-color` forbid them.
  let style: Style
  let errorStyle: Style
  /// Whether progress can overwrite its own line.
  let showsBars: Bool
  let width: Int

  init(isQuiet: Bool = false, isVerbose: Bool = false, allowsColor: Bool) {
    let environment = ProcessInfo.processInfo.environment
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    style = Style(
      onTerminal: allowsColor && isatty(STDOUT_FILENO) == 1, environment: environment)
    errorStyle = Style(
      onTerminal: allowsColor && isatty(STDERR_FILENO) == 1, environment: environment)
    showsBars = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
    width = known ? Int(size.ws_col) : 80
  }

  /// A result: what a script may read.
  func result(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// One JSON document with sorted keys.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    result(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Something to know that is not the result.
  func note(_ text: String) {
    if !isQuiet { write(text + "\n", to: STDERR_FILENO) }
  }

  /// Something to know even when quiet was asked for.
  func warn(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Text without a line end, for a bar that is overwritten.
  func overwrite(_ text: String) {
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      // A closed pipe or a full disk: nobody is left to tell.
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
