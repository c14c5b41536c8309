import ArgumentParser
import Exchange
import FoundationEssentials
import Glibc
import Planning
import Report
import Rostering
import Timeline
import Workforce

/// The whole line on an example centre, as whole processes: what a planner waits for.
struct JourneyBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journey",
    abstract: "Time start-up, check and plan on an example centre, and compare repeated plans.",
    discussion: """
      EXAMPLE: nobat-bench journey --example follow-the-sun --runs 3

      Runs the nobat beside this program. Each figure is the median of the runs; then a plan with
      one thread is compared, file by file, with one of two threads.
      """)

  @Option(help: "The example centre.")
  var example = "follow-the-sun"

  @Option(help: "Runs of each command.")
  var runs = 3

  func run() throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "nobat").path()
    let folder = FileManager.default.temporaryDirectory.path() + "nobat-bench-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard try MeasuredRun(program, ["init", folder, "--example", example]).status == 0 else {
      throw ValidationError("there is no example \(example)")
    }
    var table = Table(
      example,
      columns: [.words("command"), .figures("wall s"), .figures("cpu s"), .figures("peak MB")])
    table.add(try medians("--version", program, ["--version"]))
    table.add(try medians("check", program, ["check", "-C", folder]))
    table.add(try medians("plan", program, ["plan", "-C", folder]))
    print(table.text(style: .plain))
    try judge(Workspace(folder: folder))

    let first = try planned(program, folder, threads: 1)
    let second = try planned(program, folder, threads: 2)
    let changed = first.keys.sorted().filter { first[$0] != second[$0] }
    let outcome =
      changed.isEmpty && first.count == second.count
      ? "the same bytes in all \(first.count) files of the plan, with 1 and 2 threads"
      : "files that differ between 1 and 2 threads: \(changed)"
    print(outcome)
  }

  /// Runs a command several times; the medians as a row.
  private func medians(
    _ name: String, _ program: String, _ arguments: [String]
  ) throws -> [Table.Cell] {
    let measured = try (0..<max(1, runs)).map { _ in try MeasuredRun(program, arguments) }
    if let failed = measured.first(where: { $0.status != 0 }) {
      throw ValidationError("nobat \(name) ended with status \(failed.status)")
    }
    func median(_ value: (MeasuredRun) -> Double) -> Double {
      measured.map(value).sorted()[measured.count / 2]
    }
    return [
      Table.Cell(name), Table.Cell(Figures.number(median(\.wallSeconds), decimals: 3)),
      Table.Cell(Figures.number(median(\.processorSeconds), decimals: 3)),
      Table.Cell(Figures.number(median(\.peakMegabytes), decimals: 1)),
    ]
  }

  /// Prints cost, bound and gap of the latest roster, and what the checker says of it.
  private func judge(_ workspace: Workspace) throws {
    let journey = try Journey(
      in: workspace.folder, zones: ZoneDatabase(), watching: { _ in .goOn })
    let judged = try journey.storedRoster(nil).judged
    print(
      """
      cost \(Figures.number(judged.roster.cost.total.amount, decimals: 2)), \
      bound \(Figures.number(judged.roster.bound.amount, decimals: 2)), \
      gap \(Figures.percent(judged.roster.gap, decimals: 2)), \
      \(judged.verdict.violations.count) hard violations
      """)
  }

  /// Plans anew with some threads; the digests of all results.
  private func planned(
    _ program: String, _ folder: String, threads: Int
  ) throws -> [String: String] {
    let results = ["forecasts", "requirements", "rosters", "calendars"]
    for result in results { try? FileManager.default.removeItem(atPath: "\(folder)/\(result)") }
    _ = try MeasuredRun(program, ["plan", "-C", folder, "--threads", "\(threads)"])
    var digests: [String: String] = [:]
    for result in results {
      for file in try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(result)") {
        let path = "\(result)/\(file)"
        digests[path] = Workspace(folder: folder).contents(of: path).map { SHA256.digest(of: $0) }
      }
    }
    return digests
  }
}
