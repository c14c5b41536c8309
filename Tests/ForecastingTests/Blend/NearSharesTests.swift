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
        near: Array(repeating: near, count: 14), actual: Array(repeating: 10, count: 16))
    }
  }

  private func shares(near: Double, blended: Double) -> [Double] {
    let trials = trials(near: near)
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
    #expect(areClose(shares(near: 10, blended: 15), [1, 1, 15 / 27.0, 9 / 27.0]))
  }

  @Test("Where the blend is right they are left, more so with the days ahead")
  func wrong() {
    // (7 x 0 + 20 x usual) / 27.
    #expect(areClose(shares(near: 15, blended: 10), [20 / 27.0, 20 / 27.0, 8 / 27.0, 2 / 27.0]))
  }

  @Test("The share that met best is found between the two")
  func between() {
    // 8 + 0.5 x (12 - 8) = 10 in all blocks: (7 x 0.5 + 20 x usual) / 27.
    let expected = [23.5, 23.5, 11.5, 5.5].map { $0 / 27 }
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
    let expected: [Double] =
      [10] + Array(repeating: 20, count: 4) + [14, 14] + Array(repeating: 11, count: 8)
      + Array(repeating: 10, count: 5)
    #expect(areClose(mixed, expected))
    #expect(shares.share(lead: 13, slotsPerDay: 2) == 0.1)
    #expect(shares.share(lead: 14, slotsPerDay: 2) == 0)
  }

  @Test("The last values' member repeats the week, and what comes after its origin changes nothing")
  func member() throws {
    let weekly = (0..<24 * 49).map { cell -> Double in
      30 + 20 * sin(2 * Double.pi * Double(cell % 24) / 24) + Double(cell / 24 % 7)
    }
    func volumes(_ cells: [Double]) throws -> [Double] {
      let table = DayTable.planted(cells, slots: 24)
      let member = try #require(
        NearMember(of: table, columns: CalendarColumns(of: table), through: 24 * 42))
      return member.volumes(from: 24 * 42, count: 48)
    }
    let path = try volumes(weekly)
    // The ridges pull a little towards the mean.
    #expect(zip(path, weekly[(24 * 42)...]).allSatisfy { abs($0 - $1) < 0.02 * $1 })
    let other = weekly.enumerated().map { $0 < 24 * 42 ? $1 : 9 * $1 }
    #expect(try volumes(other) == path)
  }
}
