import ArgumentParser
import Exchange
import FoundationEssentials
import Timeline

/// What every command takes.
struct GeneralOptions: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON document instead of text for people.")
  var json = false

  @Flag(name: [.short, .long], help: "Print results and errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more: every warning, every step of long work.")
  var verbose = false

  @Flag(name: .customLong("no-color"), help: "Never use colours (as does the variable NO_COLOR).")
  var noColor = false

  var console: Console { Console(isQuiet: quiet, isVerbose: verbose, allowsColor: !noColor) }
}

/// Which folder a command works in.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("workspace")],
    help: ArgumentHelp("The workspace folder.", valueName: "dir"))
  var folder = "."

  /// The time-zone rules of the workspace; see ``zones(in:)``.
  var zones: ZoneDatabase { WorkspaceOptions.zones(in: folder) }

  /// The time-zone rules of the folder that `NOBAT_TZDIR` names, else of the one that the workspace
  /// names under `zone-rules`, else the system's.
  static func zones(in folder: String) -> ZoneDatabase {
    let named = ProcessInfo.processInfo.environment["NOBAT_TZDIR"].flatMap { $0.isEmpty ? nil : $0 }
    let path = named ?? Workspace(folder: folder).zoneRules
    return path.map { ZoneDatabase(path: $0) } ?? ZoneDatabase()
  }
}
