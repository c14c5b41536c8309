import ArgumentParser
import FoundationEssentials
import Planning
import Report
import Staffing

/// How fast needs are reckoned, and what mixes of skills cost.
struct StaffingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffing",
    abstract: "Measure Erlang B, C and A, needs of many skills, and the cost of mixes of skills.",
    discussion: """
      EXAMPLE: NOBAT_DATA=data nobat-bench staffing

      Reads staffing/erlang_reference.csv and staffing/multiskill_instances.json of the folder that
      NOBAT_DATA names. Without it the copies of the tests are read. Seconds are of the wall clock.
      """)

  @Option(help: "The folder of data. Default: the one that NOBAT_DATA names, or the tests'.")
  var data: String?

  private var folder: String {
    data ?? ProcessInfo.processInfo.environment["NOBAT_DATA"] ?? "Tests/StaffingTests/Data"
  }

  func run() throws {
    print(try speeds().text(style: .plain))
    print(try mixes().text(style: .plain))
  }

  private func speeds() throws -> Table {
    var table = Table("Speed", columns: [.words("what"), .figures("figure"), .words("unit")])
    let rows = try ErlangRow.all(in: try file("erlang_reference.csv"))
    var sum = 0.0
    let whole = seconds { for row in rows { sum += row.figures() } }
    precondition(sum != 1, "the figures have a sum")
    table.add([
      .init("\(rows.count) rows of reference, all figures"), .init(number(1000 * whole)),
      .init("ms"),
    ])
    let times = LeastAgentsRun.microseconds()
    table.add([
      .init("one search of least agents up to 1,000 erlangs, mean"), .init(number(times.mean)),
      .init("µs"),
    ])
    table.add([
      .init("the same, the slowest"), .init(number(times.greatest)), .init("µs"),
    ])
    let week = WeekOfUnions()
    var unions = 0
    let time = seconds { unions = week.needs() }
    table.add([
      .init("a week at 15 min, 12 queues, 14 skill sets: \(unions) unions"), .init(number(time)),
      .init("s"),
    ])
    return table
  }

  private func mixes() throws -> Table {
    var table = Table(
      "Least-cost mixes of skills, every queue at its target in a simulation",
      columns: [
        .words("instance"), .figures("dedicated"), .figures("bound"), .figures("cost"),
        .figures("cut loop"), .figures("worst queue, %"), .figures("+-"), .figures("missed"),
        .figures("s"),
      ])
    let bytes = try Data(contentsOf: URL(filePath: try file("multiskill_instances.json")))
    for instance in try JSONDecoder().decode(MixInstances.self, from: bytes).instances {
      var answer: MixAnswer?
      let time = try seconds { answer = try leastCostMix(simulating: instance.problem) }
      guard let mix = answer?.mix, let verdict = mix.verdict else { continue }
      let worst = verdict.serviceLevel.indices.min {
        verdict.serviceLevel[$0] < verdict.serviceLevel[$1]
      }
      table.add([
        .init(instance.id), .init(number(instance.dedicatedAgents)), .init(number(mix.bound)),
        .init(number(mix.cost)), .init(number(instance.cutLoopCost)),
        .init(number(100 * (worst.map { verdict.serviceLevel[$0] } ?? 0))),
        .init(number(100 * (worst.map { verdict.halfWidth[$0] } ?? 0))),
        .init("\(mix.missed.count)"), .init(number(time)),
      ])
    }
    return table
  }

  /// A file of the folder, or of its part that is about staffing.
  private func file(_ name: String) throws -> String {
    let found = ["\(folder)/staffing/\(name)", "\(folder)/\(name)"].first {
      FileManager.default.fileExists(atPath: $0)
    }
    guard let found else {
      throw ValidationError("there is no \(name) in \(folder); name the folder of data with --data")
    }
    return found
  }

  private func number(_ value: Double) -> String { Figures.number(value, decimals: 2) }

  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }
}
