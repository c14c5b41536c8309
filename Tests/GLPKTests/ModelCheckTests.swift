import GLPK
import Testing

@Suite("Model check")
struct ModelCheckTests {
  /// A model that is right; each test makes one thing wrong.
  func rightModel() -> (model: Model, x: Variable, y: Variable) {
    var model = Model()
    let x = model.variable("x", in: 0...4)
    let y = model.variable("y", in: 0...4)
    model.add("sum", x + y <= 5)
    model.maximize(x + y)
    return (model, x, y)
  }

  /// The findings, which are also what solving throws.
  func findings(_ model: Model) -> [String] {
    let findings = model.findings
    let thrown = #expect(throws: Fault.self) { try model.solve() }
    #expect(thrown?.kind == .input)
    #expect(thrown?.message == findings.joined(separator: "\n"))
    return findings
  }

  @Test("Nothing is found in a right model")
  func nothing() {
    #expect(rightModel().model.findings == [])
  }

  @Test("Numbers that are none are refused", arguments: [Double.nan, .infinity, -.infinity])
  func numbers(bad: Double) {
    var (model, x, y) = rightModel()
    model.maximize(bad * x + y)
    #expect(findings(model) == ["The cost of variable \"x\" is \(bad)."])

    (model, x, y) = rightModel()
    model.add("odd", bad * x <= 3)
    #expect(findings(model) == ["row \"odd\" has variable 0 times \(bad)."])

    (model, x, y) = rightModel()
    model.maximize(x + bad)
    #expect(findings(model) == ["The objective's constant is \(bad)."])

    (model, x, y) = rightModel()
    model.column("z", cost: 1, rows: [Row(0)], values: [bad])
    #expect(findings(model) == ["variable \"z\" enters row 0 with \(bad)."])
  }

  @Test("Bounds that are none are refused")
  func bounds() {
    for bounds in [
      Bounds(lower: .nan), Bounds(upper: .nan), Bounds(lower: .infinity), Bounds(upper: -.infinity),
    ] {
      var (model, x, _) = rightModel()
      model.setBounds(of: x, to: bounds)
      #expect(findings(model).count == 1)

      (model, x, _) = rightModel()
      model.add(x.within(bounds))
      #expect(findings(model).count == 1)
    }
  }

  @Test("Places that do not exist are refused")
  func places() {
    var (model, x, _) = rightModel()
    model.add("stray", x + Variable(7) <= 3)
    #expect(findings(model) == ["row \"stray\" uses variable 7; there are 2 variables."])

    (model, x, _) = rightModel()
    model.minimize(x + Variable(-1))
    #expect(findings(model) == ["The objective uses variable -1, which the model does not have."])

    (model, x, _) = rightModel()
    model.column(cost: 0, rows: [Row(1)], values: [1])
    #expect(findings(model) == ["variable 2 enters row 1; there are 1 rows."])
  }

  @Test("Double entries are refused")
  func doubles() {
    var (model, _, _) = rightModel()
    model.column("z", cost: 0, rows: [Row(0), Row(0)], values: [1, 2])
    #expect(findings(model) == ["variable \"z\" enters row 0 twice; add the values up."])

    (model, _, _) = rightModel()
    let z = model.column("z", cost: 0, rows: [Row(1)], values: [1])
    model.add("later", z <= 2)
    #expect(
      findings(model) == [
        "The entry of variable \"z\" in row \"later\" is given twice, by the row and by the column."
      ])
  }

  @Test("Names with control characters or over 255 bytes are refused")
  func names() {
    var (model, x, _) = rightModel()
    _ = model.variable("tab\t", in: 0...1)
    model.add("zero\u{0}", x <= 1)
    model.add(String(repeating: "é", count: 128), x <= 1)
    #expect(
      findings(model) == [
        "The name of variable 2 has a control character; take it out.",
        "The name of row 1 has a control character; take it out.",
        "The name of row 2 has 256 bytes; GLPK takes 255.",
      ])
  }

  @Test("All findings come at once, the first twenty in full")
  func many() {
    var (model, x, _) = rightModel()
    for _ in 0..<30 { model.add(.nan * x <= 1) }
    #expect(model.findings.count == 30)
    let fault = #expect(throws: Fault.self) { try model.solve() }
    #expect(fault?.message.hasSuffix("(and 10 more)") == true)
    #expect(fault?.message.split(separator: "\n").count == 21)
  }
}
