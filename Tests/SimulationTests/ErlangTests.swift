import FoundationEssentials
import Simulation
import Statistics
import TestSupport
import Testing
import Workforce

/// Figures of one queue at rest, from Erlang's formulas in 337-digit arithmetic (`erlang_reference.csv` of
/// the staffing tests).
private struct ErlangRow: CustomTestStringConvertible, Sendable {
  let columns: [String: String]

  subscript(column: String) -> Double { columns[column].flatMap(Double.init) ?? .nan }
  var testDescription: String { columns["id"] ?? "" }

  /// Rows that a simulation of some seconds can tell apart: loads of 2 to 150 erlangs, not so light
  /// that nobody waits, and not so heavy that a queue at rest takes days to build up.
  static let all: [ErlangRow] = {
    let path = House.cases("erlang_reference.csv", in: "staffing")
    let own = "\(House.root)/Tests/StaffingTests/Data/erlang_reference.csv"
    guard let text = try? House.text(House.isThere(path) ? path : own) else { return [] }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { ErlangRow(columns: .init(uniqueKeysWithValues: zip(names, $0))) }
      .filter { row in
        guard ["erlang_a", "erlang_c"].contains(row.columns["kind"]), row["stable"] == 1,
          2...150 ~= row["offered_erlangs"], 0.01...0.9 ~= row["p_wait"]
        else { return false }
        return row.columns["kind"] == "erlang_a"
          || row["offered_erlangs"] / row["agents"] < 0.9 && row["asa_served_s"] < 300
      }
  }()
}

@Suite("A queue at rest against Erlang's formulas")
struct ErlangTests {
  @Test("The reference has rows to compare")
  func rows() { #expect(ErlangRow.all.count >= 15) }

  @Test("Service levels, abandonment, waits and occupancy", arguments: ErlangRow.all)
  private func figures(row: ErlangRow) throws {
    let isPatient = row.columns["kind"] == "erlang_c"
    let load = row["offered_erlangs"]
    let aht = row["aht_s"]
    // About 400,000 contacts in replications of 20 handling times of warming up and 400 counted, in
    // slots of 20.
    let slot = max(1, 20 * aht)
    let perSlot = load / aht * slot
    let queue = SimulatedQueue(
      id: "voice", arrivals: .chance(Array(repeating: perSlot, count: 22)),
      handlingTime: .exponential(mean: aht),
      patience: isPatient ? .never : .exponential(mean: row["patience_s"]),
      threshold: row["threshold_s"])
    let centre = ContactCentre(
      slotLength: slot, slotCount: 22, days: [2..<22], queues: [queue],
      groups: [SkillGroup("desk", serving: ["voice"], staff: .constant(Int(row["agents"])))])
    let count = max(20, Int(400_000 / (perSlot * 22)))
    let performance = try simulate(centre, seed: 11, until: .after(count))
    let service = performance.service()
    var figures: [(String, Estimate?)] = [
      ("sl_all", service.serviceLevel(as: .all)),
      ("sl_served", service.serviceLevel(as: .served)),
      ("asa_served_s", service.speedOfAnswer),
      ("occupancy", performance.work(of: "desk")?.occupancy),
    ]
    if !isPatient {
      figures += [
        ("sl_excl_early_ab", service.serviceLevel(as: .excludingEarlyAbandonments)),
        ("p_abandon", service.abandonment), ("mean_wait_all_s", service.meanWait),
      ]
    }
    for (column, figure) in figures {
      let estimate = try #require(figure, "\(column)")
      // Some hundred figures: 2 half-widths (3.9 deviations) are passed by one of ten thousand. Of
      // misses too rare to be seen among 400,000 contacts the interval is empty: 3 of them may stay
      // unseen with 5 % (the rule of three).
      let unseen = 3.0 / 400_000
      let agrees =
        estimate.agrees(with: row[column], times: 2)
        || estimate.halfWidth == 0 && abs(estimate.mean - row[column]) <= unseen
      #expect(agrees, "\(column) \(estimate) \(row[column])")
      // A share that is known only roughly would agree with anything.
      let isTime = column.hasSuffix("_s")
      #expect(isTime || estimate.halfWidth < 0.02, "\(column) \(estimate)")
    }
  }

  @Test("Handling times of other shapes: one agent by Pollaczek and Khinchine")
  func otherLaws() throws {
    // M/D/1 by Pollaczek and Khinchine: with load a and service time s the mean wait is
    // a s / (2 (1 - a)), for a = 0.8 and s = 60 s: 120 s. An exponential one has twice as much.
    var centre = ContactCentre.desk(
      load: 0.8, handlingTime: 60, agents: 1, threshold: 20, hours: 200, warmUp: 10)
    centre.queues[0].handlingTime = .fixed(60)
    let fixed = try simulate(centre, seed: 2, until: .after(100))
    let wait = try #require(fixed.service().meanWait)
    #expect(wait.agrees(with: 120), "\(wait)")
    // Lognormal of deviation d: the factor (1 + d² / s²) / 2 of the exponential's 240 s, with d = 90:
    // 1.625 x 240 = 390.
    centre.queues[0].handlingTime = .lognormal(mean: 60, deviation: 90)
    let spread = try simulate(centre, seed: 2, until: .after(100))
    let spreadWait = try #require(spread.service().meanWait)
    #expect(spreadWait.agrees(with: 390), "\(spreadWait)")
    // Uniform from 0 to 120: the variance is 120² / 12 = 1200, 1 + 1200 / 3600 = 4/3, half of it
    // times 240: 160.
    centre.queues[0].handlingTime = .uniform(from: 0, to: 120)
    let even = try simulate(centre, seed: 2, until: .after(100))
    let evenWait = try #require(even.service().meanWait)
    #expect(evenWait.agrees(with: 160), "\(evenWait)")
  }
}
