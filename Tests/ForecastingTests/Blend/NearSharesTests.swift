import Statistics
import TestSupport
import Testing

@testable import Forecasting

@Suite("The next days in the blend")
struct NearSharesTests {
  /// Seven trials of eight days of two slots of 10 contacts, all of which are to come.
  private func trials(near: Double) -> [Trial] {
    (0..<7).map { number in
      Trial(
        origin: 7 * number, offset: 0, volumes: [:],
        near: Array(repeating: near, count: 14), actual: Array(repeating: 10, count: 16), weight: 1)
    }
  }

  private func shares(near: Double, blended: Double) -> [Double] {
    let trials = self.trials(near: near)
    return NearShares(
      of: trials, blended: trials.map { $0.actual.map { _ in blended } }, slotsPerDay: 2
    ).shares
  }

  private func areClose(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && greatestGap(left, right) < 1e-12
  }

  @Test("Where the last values are right they are believed, drawn to what is usual")
  func right() {
    // (7 x 1 + 20 x usual) / 27 of the usual 1, 1, 0.4 and 0.1.
    let expected: [Double] = [27, 27, 15, 9].map { $0 / 27 }
    #expect(areClose(shares(near: 10, blended: 15), expected))
  }

  @Test("Where the blend is right they are left, more so with the days ahead")
  func wrong() {
    // (7 x 0 + 20 x usual) / 27.
    let expected: [Double] = [20, 20, 8, 2].map { $0 / 27 }
    #expect(areClose(shares(near: 15, blended: 10), expected))
  }

  @Test("The share that met best is found between the two")
  func between() {
    // 8 + 0.5 x (12 - 8) = 10 in all blocks: (7 x 0.5 + 20 x usual) / 27.
    let expected: [Double] = [23.5, 23.5, 11.5, 5.5].map { $0 / 27 }
    #expect(areClose(shares(near: 12, blended: 8), expected))
  }

  @Test("Untried, the usual shares stand")
  func untried() {
    let shares = NearShares(of: [], blended: [], slotsPerDay: 2)
    #expect(shares.shares == NearShares.usual)
    #expect(NearShares.none.shares.allSatisfy { $0 == 0 })
  }

  @Test("Slots known already are left alone, those within a week are mixed, later ones not")
  func mix() {
    let shares = NearShares(of: [], blended: [], slotsPerDay: 2)
    let mixed = shares.mix(
      Array(repeating: 10, count: 20), near: Array(repeating: 20, count: 18), offset: 1,
      slotsPerDay: 2)
    // From the second slot on: two days whole, one at 0.4, four at 0.1, then nothing.
    var expected = Array(repeating: 10.0, count: 20)
    for cell in 1...4 { expected[cell] = 20 }
    for cell in 5...6 { expected[cell] = 14 }
    for cell in 7...14 { expected[cell] = 11 }
    #expect(areClose(mixed, expected))
    #expect(shares.share(lead: 13, slotsPerDay: 2) == 0.1)
    #expect(shares.share(lead: 14, slotsPerDay: 2) == 0)
  }

  @Test("The last values' member repeats the week, and what comes after its origin changes nothing")
  func member() throws {
    let weekly = (0..<24 * 49).map { cell -> Double in
      let angle = 2 * Double.pi * Double(cell % 24) / 24
      return 30 + 20 * sin(angle) + Double(cell / 24 % 7)
    }
    func volumes(_ cells: [Double]) throws -> [Double] {
      let table = DayTable.planted(cells, slots: 24)
      let member = try #require(
        NearMember(of: table, columns: CalendarColumns(of: table), through: 24 * 42))
      return member.volumes(from: 24 * 42, count: 48)
    }
    let path = try volumes(weekly)
    // The ridges pull a little towards the mean.
    let truth = weekly[(24 * 42)..<(24 * 44)]
    #expect(zip(path, truth).allSatisfy { abs($0 - $1) < 0.02 * $1 })
    let other = weekly.enumerated().map { $0 < 24 * 42 ? $1 : 9 * $1 }
    #expect(try volumes(other) == path)
  }
}
