import TestSupport
import Testing

/// The example `first-week`, made by the program as a new user would.
enum FirstWeek {
  static func unplanned() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let ending = try nobat("init", ".", "--example", "first-week", "-q", in: folder.path)
    try #require(ending.status == 0, "\(ending.errors)")
    return folder
  }

  /// Planned with a light hand, and these further options.
  static func planned(_ options: String...) throws -> TemporaryFolder {
    let folder = try unplanned()
    let ending = try Program.nobat.run(["plan", "-q"] + lightly + options, in: folder.path)
    try #require(ending.status == 0, "\(ending.errors)")
    return folder
  }
}
