import Glibc

/// How the program ends, as scripts see it.
enum ExitStatus: Int32 {
  case done = 0
  case unexpected = 1
  case usage = 2
  case workspaceInvalid = 3
  case noRoster = 4
  case verificationFailed = 6
  /// `nobat diff --exit-code` found the two to differ.
  case different = 7
  case interrupted = 130

  /// Ends the program so.
  func exit() -> Never {
    Glibc.exit(rawValue)
  }
}

/// An ending that is not success: what to print, and the exit status.
struct Stop: Error {
  let status: ExitStatus
  /// Sentences for the planner; may be empty where everything has been said.
  let message: String

  /// The planner pressed Ctrl-C, and what was found until then has been shown.
  static func interrupted(isWritten: Bool) -> Stop {
    Stop(
      status: .interrupted,
      message: "interrupted: this is the best roster found so far"
        + (isWritten ? ", and it was written" : ""))
  }
}
