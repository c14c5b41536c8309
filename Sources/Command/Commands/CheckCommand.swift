import ArgumentParser
import Exchange
import Planning
import Workforce

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every file of the workspace and say all that is wrong at once.",
    discussion: """
      EXAMPLE: nobat -C acme check

      Each finding says file:line:column, what is wrong and what to do. Nothing is written.
      """)

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let console = general.console
    let inspection = Inspected(in: workspace.folder, zones: WorkspaceOptions.zones)
    if general.json {
      try console.json(inspection.findings)
    } else {
      for finding in inspection.findings { console.result("\(finding)") }
      if let centre = inspection.centre, inspection.isSound(strictly: strict) {
        console.result(
          """
          \(centre.name): \(centre.agents.count) agents, \(centre.sites.count) sites, \
          \(centre.queues.count) queues, \(inspection.observations) observations; no error
          """)
      }
    }
    guard inspection.isSound(strictly: strict) else {
      throw Stop(status: .workspaceInvalid, message: "")
    }
  }
}
