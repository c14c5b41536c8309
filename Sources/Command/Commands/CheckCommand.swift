import ArgumentParser
import Exchange
import Planning
import Report
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
    let inspection = Inspected(in: workspace.folder, zones: workspace.zones)
    if general.json {
      try console.json(inspection.findings)
    } else {
      for finding in inspection.findings { console.result("\(finding)") }
      if let centre = inspection.centre, inspection.isSound(strictly: strict) {
        console.result(
          """
          \(centre.name): \(count(centre.agents.count, "agent")), \
          \(count(centre.sites.count, "site")), \(count(centre.queues.count, "queue")), \
          \(count(inspection.observations, "observation")); no error
          """)
      }
    }
    guard inspection.isSound(strictly: strict) else {
      throw Stop(status: .workspaceInvalid, message: "")
    }
  }

  private func count(_ number: Int, _ thing: String) -> String {
    "\(Figures.number(number)) \(thing)\(number == 1 ? "" : "s")"
  }
}
