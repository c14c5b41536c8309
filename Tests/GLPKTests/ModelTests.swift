import GLPK
import Testing

@Suite("Model")
struct ModelTests {
  @Test("Early and late shifts cover noon at the least cost")
  func earlyAndLate() throws {
    var model = Model()
    let early = model.variable("early", in: 0..., .integer)
    let late = model.variable("late", in: 0...9, .integer)
    model.add("cover 12:00", early + late >= 14)
    model.add("cover 16:00", late >= 5.5)
    model.minimize(8 * early + 9 * late)
    let outcome = try model.solve()

    // Late must be at least 5.5, so 6; the other 8 come early: 8 * 8 + 9 * 6 = 118.
    #expect(outcome.ending == .optimal)
    #expect(outcome.best?[early] == 8)
    #expect(outcome.best?[late] == 6)
    #expect(outcome.best?.objective == 118)
    #expect(outcome.bound == 118)
    #expect(outcome.gap == 0)
  }

  @Test("Rows and columns say the same model")
  func rowsAndColumns() throws {
    var byRows = Model()
    let x = byRows.variable(in: 0...4)
    let y = byRows.variable(in: 0...)
    byRows.add(x + y <= 5)
    byRows.add(x - y >= -2)
    byRows.maximize(3 * x + 2 * y + 1)

    var byColumns = Model()
    let sum = byColumns.row(in: ...5)
    let difference = byColumns.row(in: (-2)...)
    byColumns.column(cost: 3, in: 0...4, rows: [sum, difference], values: [1, 1])
    byColumns.column(cost: 2, in: 0..., rows: [sum, difference], values: [1, -1])
    byColumns.setDirection(.maximize, constant: 1)

    // x = 4, y = 1: 12 + 2 + 1 = 15.
    #expect(try byRows.solve() == byColumns.solve())
    #expect(try byRows.solve().best?.objective == 15)
  }

  @Test("A new objective forgets the old one")
  func newObjective() throws {
    var model = Model()
    let x = model.variable(in: 0...4)
    let y = model.variable(in: 0...4)
    model.add(x + y <= 5)
    model.maximize(10 * x + 7)
    model.maximize(y)
    #expect(model.cost(of: x) == 0)
    #expect(model.cost(of: y) == 1)
    #expect(try model.solve().best?.objective == 4)
  }

  @Test("Names may be Persian and up to 255 bytes long")
  func names() throws {
    var model = Model()
    let name = String(repeating: "ن", count: 127)  // 254 bytes
    let x = model.variable(name, in: 0...1)
    model.add("نوبت", x <= 0.5)
    model.maximize(x)
    #expect(model.variableNames == [name])
    #expect(model.rowNames == ["نوبت"])
    #expect(try model.solve().best?.objective == 0.5)
  }

  @Test("Bounds can be changed afterwards")
  func changedBounds() throws {
    var model = Model()
    let x = model.variable(in: 0...4, .integer)
    let row = model.add(2 * x <= 100)
    model.maximize(x)
    model.setBounds(of: x, to: 0...3.7)
    #expect(model.bounds(of: x) == Bounds(lower: 0, upper: 3))
    #expect(try model.solve().best?.objective == 3)
    model.setBounds(of: row, to: ...5)
    // 2x <= 5 leaves 2.5, whole 2.
    #expect(try model.solve().best?.objective == 2)
  }
}
