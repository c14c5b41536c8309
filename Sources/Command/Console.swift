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
  ///
  /// A result that cannot be written is no success; that a reader has gone away is none of ours.
  func result(_ text: String) {
    guard !write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO), errno != EPIPE
    else { return }
    warn("the output cannot be written: \(String(cString: strerror(errno)))")
    ExitStatus.unexpected.exit()
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

  /// Writes all of a text; false where the system refuses.
  @discardableResult
  private func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      guard written > 0 else { return false }
      bytes = bytes.dropFirst(written)
    }
    return true
  }
}
