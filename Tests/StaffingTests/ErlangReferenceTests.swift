import Staffing
import Testing
import Workforce

@Suite("The reference table of Erlang B, C and A")
struct ErlangReferenceTests {
  @Test("Every row is read and has its test")
  func everyRowIsRead() {
    let counts = ["erlang_b", "erlang_c", "erlang_a", "required_c", "required_a"].map { kind in
      ErlangReference.rows(of: kind).count
    }
    #expect(counts.allSatisfy { $0 > 0 })
    #expect(counts.reduce(0, +) == ErlangReference.all.count)
  }

  @Test("Erlang B turns away and carries what the table says")
  func erlangB() throws {
    for row in ErlangReference.rows(of: "erlang_b") {
      let answer = ErlangB(
        load: try #require(row["offered_erlangs"]), agents: Int(try #require(row["agents"])))
      expect(answer.blocking, "p_block", of: row)
      expect(answer.carried, "carried_erlangs", of: row)
      expect(answer.occupancy, "occupancy", of: row)
    }
  }

  @Test("Erlang C and A wait, serve and lose what the table says", arguments: ["c", "a"])
  func givenAgents(model: String) throws {
    for row in ErlangReference.rows(of: "erlang_\(model)") {
      let line = try desk(of: row).line(agents: Int(try #require(row["agents"])))
      guard row["stable"] == 1 else {
        #expect(line == nil, "\(row.id) has no steady state")
        continue
      }
      expectFigures(try #require(line), of: row)
    }
  }

  @Test("The least agents are exactly those of the table", arguments: ["c", "a"])
  func leastAgents(model: String) throws {
    for row in ErlangReference.rows(of: "required_\(model)") {
      let target = ServiceTarget(
        serviceLevel: row["sl_target"], within: row["threshold_s"] ?? 0,
        as: try definition(of: row), maximumOccupancy: row["max_occupancy"],
        maximumAbandonment: row["max_abandon"])
      let desk = try desk(of: row)
      let least = try #require(desk.leastAgents(meeting: target))
      #expect(least == row["required_agents"].map { Int($0) }, "\(row.id)")
      expectFigures(try #require(desk.line(agents: least)), of: row)
      if let before = row["sl_at_n_minus_1"] {
        let fewer = try #require(desk.line(agents: least - 1))
        expect(
          fewer.serviceLevel(within: target.threshold, as: target.definition), before,
          "sl_at_n_minus_1", of: row, orWithin: 1e-12)
      }
      let need = try #require(desk.fractionalAgents(meeting: target))
      #expect(need > Double(least - 1) && need <= Double(least), "\(row.id)")
    }
  }

  /// Every column that has a figure in the row.
  private func expectFigures(_ line: WaitingLine, of row: ErlangReference) {
    let threshold = row["threshold_s"] ?? 0
    expect(line.waitShare, "p_wait", of: row)
    // sl_all in deep overload and p_abandon_within_t are differences: the table's own description
    // grants them 1e-12.
    expect(line.serviceLevel(within: threshold), "sl_all", of: row, orWithin: 1e-12)
    expect(line.miss(within: threshold), "miss_all", of: row)
    expect(
      line.serviceLevel(within: threshold, as: .served), "sl_served", of: row, orWithin: 1e-12)
    expect(
      line.serviceLevel(within: threshold, as: .excludingEarlyAbandonments), "sl_excl_early_ab",
      of: row, orWithin: 1e-12)
    expect(line.abandonment, "p_abandon", of: row)
    expect(
      line.abandonment(within: threshold), "p_abandon_within_t", of: row, orWithin: 1e-12)
    expect(line.meanWait, "mean_wait_all_s", of: row)
    expect(line.meanWaitOfServed, "asa_served_s", of: row)
    expect(line.meanWaitOfAbandoned, "mean_wait_abandoned_s", of: row)
    expect(line.meanQueue, "mean_queue", of: row)
    expect(line.occupancy, "occupancy", of: row)
  }

  private func expect(
    _ value: Double?, _ column: String, of row: ErlangReference, orWithin absolute: Double = 0
  ) {
    // A figure may be missing, its column may not: a misspelt one would compare nothing.
    #expect(ErlangReference.names.contains(column), "the table has no column \(column)")
    guard let expected = row[column] else { return }
    expect(value, expected, column, of: row, orWithin: absolute)
  }

  /// 1e-9 of the value; below 1e-290 the table and doubles both end.
  private func expect(
    _ value: Double?, _ expected: Double, _ column: String, of row: ErlangReference,
    orWithin absolute: Double
  ) {
    let error = abs((value ?? .nan) - expected)
    #expect(
      error <= max(1e-9 * abs(expected), absolute, 1e-290),
      "\(row.id) \(column): \(value.map { "\($0)" } ?? "none") instead of \(expected)")
  }

  private func desk(of row: ErlangReference) throws -> Desk {
    let load = try #require(row["offered_erlangs"])
    let handlingTime = try #require(row["aht_s"])
    guard let patience = row["patience_s"] else {
      return .erlangC(load: load, handlingTime: handlingTime)
    }
    return .erlangA(load: load, handlingTime: handlingTime, patience: patience)
  }

  private func definition(of row: ErlangReference) throws -> ServiceLevelDefinition {
    switch row.definition {
    case "all": .all
    case "served": .served
    default: try #require(row.definition == "excl_early_ab" ? .excludingEarlyAbandonments : nil)
    }
  }
}
