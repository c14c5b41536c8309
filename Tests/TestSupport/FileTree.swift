import Foundation
import Testing

/// Every file below a folder, hidden ones too, with its bytes: what a run leaves, to be held against
/// what there was before or what another run left.
package struct FileTree: Equatable, Sendable {
  /// By path within the folder.
  package let files: [String: [UInt8]]

  package init(of folder: String) {
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      // A folder has no contents of its own.
      guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)")) else { continue }
      files[name] = Array(data)
    }
    self.files = files
  }

  private init(files: [String: [UInt8]]) {
    self.files = files
  }

  package var names: [String] { files.keys.sorted() }

  package subscript(name: String) -> [UInt8]? { files[name] }

  /// The files below a subfolder, by their paths within it.
  package func below(_ subfolder: String) -> FileTree {
    let prefix = subfolder + "/"
    let own = files.filter { $0.key.hasPrefix(prefix) }
    return FileTree(
      files: Dictionary(
        uniqueKeysWithValues: own.map { (String($0.key.dropFirst(prefix.count)), $0.value) }))
  }

  /// The files with a name that begins with a dot, or in a folder of such a name: what is not finished.
  package var hidden: [String] {
    names.filter { $0.split(separator: "/").contains { $0.hasPrefix(".") } }
  }

  /// What differs from an earlier tree: `+` for a new file, `-` for a lost and `~` for a changed one.
  package func changes(since earlier: FileTree) -> [String] {
    let all = Set(files.keys).union(earlier.files.keys).sorted()
    return all.compactMap { name in
      switch (earlier[name], self[name]) {
      case (nil, _): "+ \(name)"
      case (_, nil): "- \(name)"
      case (let old, let new): old == new ? nil : "~ \(name)"
      }
    }
  }
}

extension FileTree: CustomTestStringConvertible {
  package var testDescription: String { "\(files.count) files" }
}
