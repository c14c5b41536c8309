import FoundationEssentials
package import Testing

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

  /// A file of cases of our own: from the folder that `NOBAT_DATA` names, so that others of the same
  /// form can be put to the same tests, else the copy that the tests have.
  package static func cases(_ name: String, in subject: String) -> String {
    let named = ProcessInfo.processInfo.environment["NOBAT_DATA"]
    let candidates = named.map { ["\($0)/\(subject)/\(name)", "\($0)/\(name)"] } ?? []
    return candidates.first { isThere($0) } ?? "\(root)/Tests/Data/\(subject)/\(name)"
  }

  /// Where `Scripts/checkers` puts outside programs.
  package static let checkers = "\(root)/.build/checkers"

  /// Why a test is left out where they are not.
  package static let checkersAreMissing: Comment =
    "it needs outside programs that Scripts/checkers sets up, and they are not here"

  /// The Python with calendar libraries, nil where it is not set up.
  package static let python: Program? = {
    let path = "\(checkers)/python/bin/python"
    return isThere("\(checkers)/holds") ? Program(path) : nil
  }()

  /// The compiled time-zone rules of an edition such as `2026f`, nil where they are not set up.
  package static func zoneRules(_ edition: String) -> String? {
    let path = "\(checkers)/tzdata-\(edition)/tzdata/zoneinfo"
    return isThere(path) ? path : nil
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
