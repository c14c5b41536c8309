import GLPK
import Testing

@Suite("Expression and constraint")
struct ExpressionTests {
  let x = Variable(0)
  let y = Variable(1)

  /// The value of an expression at a point.
  func value(_ expression: some Linear, _ point: [Double]) -> Double {
    let expression = expression.expression
    return expression.terms.reduce(expression.constant) {
      $0 + $1.coefficient * point[$1.variable.index]
    }
  }

  @Test("Operators mean what they mean for numbers", arguments: 0..<50)
  func operators(seed: Int) {
    var dice = Dice(seed: seed)
    let a = dice.whole(-9...9)
    let b = dice.whole(-9...9)
    let point = [dice.whole(-9...9), dice.whole(-9...9)]
    let (p, q) = (point[0], point[1])
    #expect(value(a * x + b * y, point) == a * p + b * q)
    #expect(value(x - y, point) == p - q)
    #expect(value(x * a - (y + b), point) == p * a - (q + b))
    #expect(value(a - x, point) == a - p)
    #expect(value(-(x + a) + b, point) == -(p + a) + b)
    #expect(value((x + y) / 4, point) == (p + q) / 4)
    #expect(value(a + (b - y), point) == a + b - q)
    var sum = Expression(a)
    sum += x
    sum -= 2 * y
    sum += b
    sum -= 1
    sum *= 3
    #expect(value(sum, point) == 3 * (a + p - 2 * q + b - 1))
    #expect(value(Expression(sum: [x, y, x]), point) == 2 * p + q)
    #expect(value(Expression([a, b], times: [x, y]), point) == a * p + b * q)
  }

  @Test("A constraint adds its terms up, drops zeros and moves constants over")
  func constraints() {
    let constraint = y + 2 * x + 3 <= y - x + 10
    // 2x + x <= 10 - 3
    #expect(constraint.terms.map(\.variable) == [x])
    #expect(constraint.terms.map(\.coefficient) == [3])
    #expect(constraint.bounds == Bounds(upper: 7))

    #expect((4 >= x + 1).bounds == Bounds(upper: 3))
    #expect((4 <= x + 1).bounds == Bounds(lower: 3))
    #expect((x >= y).bounds == Bounds(lower: 0))
    let equal: Constraint = x + 1 == 5
    #expect(equal.bounds == .fixed(4))
    let same: Constraint = x == y
    #expect(same.bounds == .fixed(0))
    #expect((x + y + 1).within(2...5).bounds == Bounds(lower: 1, upper: 4))
  }

  @Test("A solution answers for expressions")
  func solutionValues() throws {
    var model = Model()
    let x = model.variable(in: 0...3)
    let y = model.variable(in: 0...2)
    model.add(x + y <= 10)
    model.maximize(x + y)
    let best = try #require(try model.solve().best)
    // 2 * 3 - 2 + 1 = 5
    #expect(best[2 * x - y + 1] == 5)
  }
}
