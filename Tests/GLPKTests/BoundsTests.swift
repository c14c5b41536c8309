import GLPK
import Testing

@Suite("Bounds")
struct BoundsTests {
  @Test("Ranges stand for bounds")
  func ranges() {
    #expect((1.0...2.0).bounds == Bounds(lower: 1, upper: 2))
    #expect((1.0...).bounds == Bounds(lower: 1, upper: .infinity))
    #expect((...2.0).bounds == Bounds(lower: -.infinity, upper: 2))
    #expect(Bounds.fixed(3) == Bounds(lower: 3, upper: 3))
    #expect(Bounds(lower: 2, upper: 1).areCrossed)
    #expect(!Bounds.fixed(2).areCrossed)
  }

  @Test(
    "An integer variable gets whole bounds, forgiving rounding only",
    arguments: [
      (0.2, 3.8, 1.0, 3.0), (-1.5, -0.5, -1.0, -1.0), (2.0, 5.0, 2.0, 5.0),
      // 3 * 0.1 * 10 is 3.0000000000000004: meant to be 3, not 4.
      (3 * 0.1 * 10, 7.0, 3.0, 7.0), (0.0, 2.9999999999999996, 0.0, 3.0),
      // A real excess counts, however small for a planner.
      (3.00001, 7.0, 4.0, 7.0), (-Double.infinity, 2.5, -Double.infinity, 2.0),
    ])
  func whole(lower: Double, upper: Double, wholeLower: Double, wholeUpper: Double) {
    var model = Model()
    let x = model.variable(in: Bounds(lower: lower, upper: upper), .integer)
    #expect(model.bounds(of: x) == Bounds(lower: wholeLower, upper: wholeUpper))
  }

  @Test("No whole number within the bounds means infeasible, not a fault")
  func crossing() throws {
    var model = Model()
    let x = model.variable(in: 1.2...1.8, .integer)
    model.add(x <= 5)
    model.minimize(x)
    let outcome = try model.solve()
    #expect(outcome.ending == .infeasible)
    #expect(outcome.best == nil)
    #expect(outcome.bound == nil)
  }

  @Test("Crossed bounds of a variable or a row mean infeasible, by every method")
  func crossed() throws {
    for options: Options in [.simplex(), .exact(), .interior(), .search()] {
      var model = Model()
      let x = model.variable(in: Bounds(lower: 2, upper: 1))
      model.add(x <= 5)
      #expect(try model.solve(options).ending == .infeasible)

      var other = Model()
      let y = other.variable(in: 0...1)
      other.add(y.within(Bounds(lower: 0.6, upper: 0.4)))
      #expect(try other.solve(options).ending == .infeasible)
    }
  }
}
