import TestSupport

/// Runs the built `nobat` to its end.
func nobat(
  _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
) throws -> Program.Ending {
  try Program.nobat.run(arguments, in: folder, environment: environment)
}

extension SmallWorkspace {
  /// Runs a command of `nobat` in the workspace, with no word about its progress.
  func nobat(_ command: String, _ arguments: String...) throws -> Program.Ending {
    try Program.nobat.run([command, "-C", path, "--quiet"] + arguments)
  }
}

/// A first look is enough for what is tested here, and takes a debug build a second.
let lightly = ["--effort", "0.02"]
