import ArgumentParser
import ExampleCentres
import Exchange
import FoundationEssentials
import Timeline

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a workspace: a commented skeleton, or an example with its history.",
    discussion: """
      EXAMPLE: nobat init acme --example follow-the-sun
               nobat init acme --tz Europe/Vienna --interval 15m

      Examples: \(ExampleCentre.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; "))
      """)

  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir"))
  var folder = "."

  @Option(help: "An example centre to begin with.")
  var example: String?

  @Option(name: .customLong("tz"), help: "The centre's time zone (IANA name).")
  var zone = "Europe/Vienna"

  @Option(help: "Length of a planning interval: 5m, 10m, 15m, 30m or 60m.")
  var interval = "15m"

  @Flag(name: .customLong("dry-run"), help: "Say which files would be written, and write none.")
  var dryRun = false

  @OptionGroup var general: GeneralOptions

  func run() throws {
    let console = general.console
    let files = try contents()
    let existing = files.map { "\(folder)/\($0.path)" }
      .filter { FileManager.default.fileExists(atPath: $0) }
    if let first = existing.first {
      throw Stop(
        status: .usage,
        message: "\(first) exists already; nothing was written. Name a new folder: nobat init DIR")
    }
    if !dryRun {
      for file in files {
        do throws(ExchangeFault) {
          try Exchange.write(file.contents, to: "\(folder)/\(file.path)")
        } catch {
          throw Stop(status: .unexpected, message: "\(error)")
        }
      }
    }
    if general.json {
      try console.json(Made(folder: folder, files: files.map(\.path)))
    } else {
      let verb = dryRun ? "Would write" : "Wrote"
      console.result("\(verb) \(files.count) files to \(folder)")
      let move = folder == "." ? "nobat" : "nobat -C \(quoted(folder))"
      console.note(example == nil ? "Next: edit them, then \(move) check" : "Next: \(move) plan")
    }
  }

  /// A path as a shell takes it.
  private func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+~".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }

  private struct Made: Encodable {
    let folder: String
    let files: [String]
  }

  private func contents() throws -> [ExampleFile] {
    let zones = WorkspaceOptions.zones(in: folder)
    guard let example else {
      guard let minutes = Minutes(interval), [5, 10, 15, 30, 60].contains(minutes.count) else {
        throw Stop(
          status: .usage, message: "--interval \(interval): write 5m, 10m, 15m, 30m or 60m")
      }
      do throws(ZoneDatabase.Fault) {
        _ = try zones.zone(zone)
      } catch {
        throw Stop(status: .usage, message: "--tz: \(error)")
      }
      let name = URL(filePath: folder).standardizedFileURL.lastPathComponent
      return blankWorkspace(named: name, zone: zone, interval: minutes)
    }
    guard let centre = ExampleCentre.all.first(where: { $0.name == example }) else {
      let names = ExampleCentre.all.map(\.name).joined(separator: ", ")
      throw Stop(status: .usage, message: "no example \"\(example)\"; there are: \(names)")
    }
    do {
      return try centre.files(zones: zones)
    } catch {
      throw Stop(status: .unexpected, message: "\(error)")
    }
  }
}
