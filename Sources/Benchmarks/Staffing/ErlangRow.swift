import ArgumentParser
import FoundationEssentials
import Staffing
import Statistics
import Workforce

/// A row of the reference table of Erlang B, C and A: its inputs.
struct ErlangRow {
  private let desk: Desk
  private let agents: Int?
  private let target: ServiceTarget
  private let isLoss: Bool

  /// Reckons every figure that the table has; answers their sum.
  func figures() -> Double {
    if isLoss, let agents {
      let loss = ErlangB(load: desk.load, agents: agents)
      return loss.blocking + loss.carried
    }
    guard let agents = agents ?? desk.leastAgents(meeting: target),
      let line = desk.line(agents: agents)
    else { return 0 }
    let threshold = target.threshold
    return line.waitShare + line.miss(within: threshold) + line.abandonment(within: threshold)
      + line.serviceLevel(within: threshold) + line.serviceLevel(within: threshold, as: .served)
      + line.serviceLevel(within: threshold, as: .excludingEarlyAbandonments) + line.meanWait
  }

  static func all(in file: String) throws -> [ErlangRow] {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    guard let names = lines.first?.split(separator: ",", omittingEmptySubsequences: false) else {
      throw ValidationError("\(file) has no header")
    }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return ErlangRow(Dictionary(zip(names, cells)) { first, _ in first })
    }
  }

  private init(_ cells: [Substring: Substring]) {
    func number(_ name: Substring) -> Double? { cells[name].flatMap { Double($0) } }
    let (load, time) = (number("offered_erlangs") ?? 0, number("aht_s") ?? 180)
    desk =
      number("patience_s").map { .erlangA(load: load, handlingTime: time, patience: $0) }
      ?? .erlangC(load: load, handlingTime: time)
    agents = number("agents").map { Int($0) }
    isLoss = cells["kind"] == "erlang_b"
    target = ServiceTarget(
      serviceLevel: number("sl_target"), within: number("threshold_s") ?? 0,
      as: cells["sl_definition"] == "served"
        ? .served
        : cells["sl_definition"] == "excl_early_ab" ? .excludingEarlyAbandonments : .all,
      maximumOccupancy: number("max_occupancy"), maximumAbandonment: number("max_abandon"))
  }
}

/// Searches of least agents at many loads, with and without customers who leave.
enum LeastAgentsRun {
  static func microseconds() -> (mean: Double, greatest: Double) {
    var generator = Generator(seed: 1)
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    let desks = (0..<1000).map { number -> Desk in
      // 0.01 to 1,000 erlangs, evenly by their logarithm.
      let load = power(generator.uniform())
      return number % 2 == 0
        ? .erlangC(load: load, handlingTime: 180)
        : .erlangA(load: load, handlingTime: 180, patience: 120)
    }
    var total = 0.0
    var greatest = 0.0
    var agents = 0
    for desk in desks {
      // The best of three: other programs share the machine.
      let best =
        (0..<3).map { _ in
          let time = ContinuousClock().measure { agents += desk.leastAgents(meeting: target) ?? 0 }
          return Double(time.components.attoseconds) * 1e-12
        }
        .min() ?? 0
      total += best
      greatest = max(greatest, best)
    }
    precondition(agents > 0, "the agents have a sum")
    return (total / Double(desks.count), greatest)
  }

  private static func power(_ share: Double) -> Double {
    var value = 0.01
    // Five decades in a hundred steps.
    for _ in 0..<Int(100 * share) { value *= 1.122018454 }
    return value
  }
}
