import ArgumentParser
import Planning
import Report

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Build the roster of a requirement, with its cost, proven lower bound and gap.",
    discussion: """
      EXAMPLE: nobat -C acme roster 2026-W50 --gap 1%

      Writes rosters/<requirement>/. Ctrl-C writes the best roster found so far.
      """)

  @Argument(help: "The requirement. Default: the latest.")
  var requirement: String?

  @OptionGroup var options: RosterOptions

  @Flag(name: .customLong("dry-run"), help: "Show the roster's figures without writing it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    let judged = try desk.run { journey throws(JourneyFault) in
      let requirement = try journey.storedRequirement(requirement)
      let judged = try journey.roster(for: requirement, settings: options.settings)
      if !dryRun {
        try journey.keep(judged, run: journey.record(of: judged, settings: options.settings))
      }
      return judged
    }
    try desk.show(judged, general)
    if judged.isInterrupted { throw Stop.interrupted(isWritten: !dryRun) }
  }
}
