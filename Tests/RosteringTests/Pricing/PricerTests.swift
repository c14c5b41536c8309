import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Rostering

@Suite struct PricerTests {
  @Test("Pricing finds the best of all lines that the checker passes")
  func exhaustive() throws {
    var counted = 0
    try forEvery(seed: 0..<50) { seed in
      var dice = Generator(seed: seed)
      let (toy, earlier) = Toy.random(&dice)
      return try findsBest(toy, following: earlier, &dice, counting: &counted)
    }
    // Most weeks leave a choice: the law is not kept by having a single line.
    #expect(counted > 50 * 10)
  }

  @Test("So it does where nights in a row, long rests and days off bind")
  func nights() throws {
    var counted = 0
    try forEvery(seed: 0..<80) { seed in
      var dice = Generator(seed: seed)
      let (toy, earlier) = Toy.nights(&dice)
      return try findsBest(toy, following: earlier, &dice, counting: &counted)
    }
    #expect(counted > 80 * 10)
  }

  /// Whether the value of the best line is that of the line given for it, the checker passes that
  /// line, and no line that it passes is better; gains are drawn at random.
  private func findsBest(
    _ toy: Toy, following earlier: [Shift], _ dice: inout Generator, counting counted: inout Int
  ) throws -> Bool {
    let problem = try Problem(
      toy.requirement(), staffedBy: toy.centre, in: toy.week, following: earlier)
    let crew = problem.crews[0]
    let menu = problem.menus[crew.menu]
    let gains = ContiguousArray(
      (0..<problem.circle.count).map { _ in 12 * dice.uniform() - 3 })
    var pricer = Pricer()
    pricer.load(gains, longest: problem.longest)
    pricer.valueShifts(of: menu)
    let best = pricer.best(for: crew, in: menu)
    let line = pricer.line(for: crew, in: menu)
    let lines = toy.allLines(following: earlier)
    counted += lines.count
    let values = lines.map { value(of: $0, gains, toy, problem) }
    let own = value(of: problem.shifts(of: line, toy), gains, toy, problem)
    return crew.allows(line, in: menu) && abs(own - best) < 1e-9
      && toy.passes(problem.shifts(of: line, toy), following: earlier)
      && abs((values.max() ?? -.infinity) - best) < 1e-9
  }

  /// Gains less costs of a line, its breaks laid best by trying them all.
  private func value(
    of shifts: [Shift], _ gains: ContiguousArray<Double>, _ toy: Toy, _ problem: Problem
  ) -> Double {
    let cost = RosterFacts(toy.roster(shifts), toy.centre, following: []).costOfShifts().total
    return shifts.reduce(-cost.amount) { sum, shift in
      let placements = toy.placements(of: shift)
      return sum + (placements.map { gain(of: $0, gains, problem) }.max() ?? -.infinity)
    }
  }

  private func gain(
    of shift: Shift, _ gains: ContiguousArray<Double>, _ problem: Problem
  ) -> Double {
    let circle = problem.circle
    return shift.activities.filter { $0.kind == .work }.reduce(0) { sum, work in
      let first = circle.index(startingAt: work.interval.start)
      return (0..<circle.cells(in: work.interval.length)).reduce(sum) {
        $0 + gains[(first + $1) % circle.count]
      }
    }
  }

  @Test("Breaks whose windows overlap follow one another at the least loss")
  func overlappingBreaks() throws {
    var toy = Toy()
    toy.contract = Contract(id: "c", weekly: .hours(5), maximumDays: 1)
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 0, lastStart: 0, startStep: .hours(1), lengths: [.hours(7)],
        breaks: [
          .init(
            kind: .rest, length: .hours(1), isPaid: false, earliest: .hours(1), latest: .hours(4)),
          .init(
            kind: .meal, length: .hours(1), isPaid: false, earliest: .hours(2), latest: .hours(4)),
        ], breakGrid: .hours(1), weekdays: [.monday])
    ]
    let problem = try Problem(
      toy.requirement(), staffedBy: toy.centre, in: toy.week, following: [])
    var gains = ContiguousArray(repeating: 0.0, count: problem.circle.count)
    // The cheapest hour is the third for both; one of them must give way, the rest to the second.
    for (hour, gain) in [9.0, 5, 1, 4, 7, 9, 9].enumerated() { gains[hour] = gain }
    var pricer = Pricer()
    pricer.load(gains, longest: problem.longest)
    pricer.valueShifts(of: problem.menus[0])
    // 44 in all; (2, 3) loses 1 + 4, (1, 2) loses 5 + 1.
    #expect(pricer.gains == [39])
    _ = pricer.best(for: problem.crews[0], in: problem.menus[0])
    let line = pricer.line(for: problem.crews[0], in: problem.menus[0])
    #expect(line[0].breaks[0] == 2 && line[0].breaks[1] == 3)
  }
}
