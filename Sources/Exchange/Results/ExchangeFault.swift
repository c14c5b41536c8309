/// Why a file could not be written.
package struct ExchangeFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// `No space left on device`.
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String {
    "\(path) cannot be written: \(reason); mend that and run the command again"
  }
}
