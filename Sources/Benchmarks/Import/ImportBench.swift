import ArgumentParser
import Exchange
import FoundationEssentials
import Glibc
import Report
import Timeline
import Workforce

/// A large history, imported as a planner would and read back as a forecast does.
struct ImportBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Time the import of a large history file, and the reading of what it left.",
    discussion: """
      EXAMPLE: nobat-bench import --rows 5000000

      Makes a workspace of fifty queues and an ACD's file in a temporary folder, and runs the nobat
      beside this program: once into an empty history, once more with the same file, which changes
      nothing. Then the stored history is read in this process.
      """)

  @Option(help: "Rows of the file.")
  var rows = 5_000_000

  @Option(help: "Layout of the file: genesys-cloud, calabrio or avaya-cms.")
  var format = HistoryFormat.genesysCloud

  func validate() throws {
    guard (50...50_000_000).contains(rows) else {
      throw ValidationError("--rows lies between 50 and 50000000")
    }
    guard [.genesysCloud, .calabrio, .avayaCMS].contains(format) else {
      throw ValidationError("--format is genesys-cloud, calabrio or avaya-cms")
    }
  }

  func run() throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "nobat").path()
    let folder = FileManager.default.temporaryDirectory.path() + "nobat-bench-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = try LargeHistory(
      rows: rows, format: format, zone: ZoneDatabase().zone("Europe/Vienna"))
    for (file, text) in history.workspace { try write(text, to: "\(folder)/\(file)") }
    let bytes = history.file
    try write(bytes, to: "\(folder)/acd.csv")

    let arguments = [
      "import", "\(folder)/acd.csv", "--format", format.rawValue, "--map", "\(folder)/names.yaml",
      "--tz", "Europe/Vienna", "-C", folder, "-q",
    ]
    let title =
      "Import of \(Figures.number(rows)) rows, \(bytes.count / 1_000_000) MB, \(format.rawValue)"
    var table = Table(
      title,
      columns: [.words("step"), .figures("wall s"), .figures("cpu s"), .figures("peak MB")])
    for step in ["first time", "again, no change"] {
      let run = try MeasuredRun(program, arguments)
      guard run.status == 0 else {
        throw ValidationError("nobat import ended with status \(run.status)")
      }
      table.add([
        .init(step), .init(Figures.number(run.wallSeconds, decimals: 2)),
        .init(Figures.number(run.processorSeconds, decimals: 2)),
        .init(Figures.number(run.peakMegabytes, decimals: 0)),
      ])
    }
    let workspace = Workspace(folder: folder)
    let centre = try workspace.centre(zones: ZoneDatabase())
    let began = ContinuousClock.now
    let slots = try workspace.history(of: centre).queues.reduce(0) { $0 + $1.grid.count }
    let elapsed = (ContinuousClock.now - began).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    table.add([
      .init("read back, \(Figures.number(slots)) slots"),
      .init(Figures.number(seconds, decimals: 2)), .init(""), .init(""),
    ])
    print(title)
    print(table.text(style: .plain))
  }
}

extension HistoryFormat: ExpressibleByArgument {}
