import Foundation

/// A folder of its own for a test, which goes when the value does.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let parent = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    path =
      "\(parent.hasSuffix("/") ? String(parent.dropLast()) : parent)/nobat-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A second folder with the same files.
  package func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for (file, bytes) in tree.files { try copy.write(bytes, to: file) }
    return copy
  }

  package func path(_ file: String) -> String { "\(path)/\(file)" }

  package func text(_ file: String) throws -> String { try House.text(path(file)) }

  /// The lines of a file, the header of a table included.
  package func lines(_ file: String) throws -> [String] {
    try text(file).split(whereSeparator: \.isNewline).map(String.init)
  }

  package func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path(file)) }

  package func write(_ text: String, to file: String) throws {
    try write(Array(text.utf8), to: file)
  }

  /// Writes a file; folders on the way are made.
  package func write(_ bytes: [UInt8], to file: String) throws {
    let target = URL(filePath: path(file))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
  }

  package func append(_ text: String, to file: String) throws {
    try write(try self.text(file) + text, to: file)
  }

  /// Changes a text within a file, which must hold it.
  package func replace(_ old: String, with new: String, in file: String) throws {
    let text = try text(file)
    precondition(text.contains(old), "\(file) does not hold \"\(old)\"")
    try write(text.replacing(old, with: new), to: file)
  }

  package func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path(file))
  }

  package var tree: FileTree { FileTree(of: path) }
}
