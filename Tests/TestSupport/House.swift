import FoundationEssentials

/// The repository as tests see it.
package enum House {
  /// The folder of Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path()
    .trimmingTrailingSlash

  package static func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
  }

  /// Files below a folder with a given ending, as sorted relative paths.
  package static func files(under folder: String, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(ending) }
      .sorted()
  }

  package static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The folder of public data that lies beside the checkout, or nil where it does not.
  ///
  /// `NOBAT_DATA` names another place.
  package static var data: String? {
    let named = ProcessInfo.processInfo.environment["NOBAT_DATA"]
    let path = named ?? "\(root)/../shared/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The folder of outside checkers that lies beside the checkout, or nil where it does not.
  package static var tools: String? {
    let path = "\(root)/../shared/tools"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

extension String {
  var trimmingTrailingSlash: String {
    hasSuffix("/") && count > 1 ? String(dropLast()) : self
  }
}
