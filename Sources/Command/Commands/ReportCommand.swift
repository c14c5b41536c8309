import ArgumentParser
import Planning
import Report

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a roster's report: one HTML file with pictures and tables.",
    discussion: """
      EXAMPLE: nobat -C acme report 2026-W50 -o week50.html

      Without -o it is rosters/<roster>/report.html; -o - prints the page itself.
      """)

  @Argument(help: "The roster. Default: the latest.")
  var roster: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Another file to write to; - for standard output.")
  var file: String?

  @Flag(name: .customLong("dry-run"), help: "Say where the report would go, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    if file == "-" {
      desk.console.result(
        Report.page(
          try desk.run { journey throws(JourneyFault) in try journey.storedContent(roster) }))
      return
    }
    let path = try desk.run { journey throws(JourneyFault) in
      try journey.writeReport(try journey.storedContent(roster), to: file, writing: !dryRun)
    }
    if general.json {
      try desk.console.json(["report": path])
    } else {
      desk.console.result(path)
    }
  }
}
