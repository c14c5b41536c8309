/// A file of an example workspace, as the bytes to be written.
package struct ExampleFile: Hashable, Sendable {
  /// Relative to the workspace's folder, such as `calendar/holidays.csv`.
  package let path: String
  package let contents: [UInt8]

  package init(path: String, contents: [UInt8]) {
    self.path = path
    self.contents = contents
  }

  package init(path: String, text: String) {
    self.init(path: path, contents: Array(text.utf8))
  }
}
