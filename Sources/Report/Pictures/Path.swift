/// The outline of a shape, written as an SVG path that is as short as can be.
///
/// Points are rounded to tenths of a pixel first and written as steps from point to point, so that
/// rounding never adds up. Steps in one direction are joined.
struct Path {
  /// The path data so far, without the step that may still grow.
  private var text = ""
  /// Where the pen is, in tenths of a pixel.
  private var pen = (x: 0, y: 0)
  private var pending = (x: 0, y: 0)

  mutating func move(_ x: Double, _ y: Double) {
    flush()
    pen = tenths(x, y)
    text += "M\(Self.digits(pen.x)) \(Self.digits(pen.y))"
  }

  mutating func line(_ x: Double, _ y: Double) {
    let target = tenths(x, y)
    let step = (x: target.x - pen.x, y: target.y - pen.y)
    guard step != (0, 0) else { return }
    pen = target
    // The same direction as the step before: one step does.
    let isStraight =
      step.x * pending.y == step.y * pending.x && step.x * pending.x + step.y * pending.y > 0
    if isStraight {
      pending = (pending.x + step.x, pending.y + step.y)
    } else {
      flush()
      pending = step
    }
  }

  mutating func close() {
    // The way back is drawn by closing.
    flush()
    text += "z"
  }

  /// The path data of attribute `d`; empty where nothing was drawn.
  var data: Markup {
    var copy = self
    copy.flush()
    return Markup(escaping: copy.text)
  }

  private func tenths(_ x: Double, _ y: Double) -> (x: Int, y: Int) { (tenths(x), tenths(y)) }

  /// What is no number or far off the page is drawn at its upper or left edge, or as far as it goes.
  private func tenths(_ value: Double) -> Int {
    value.isNaN ? 0 : Int((10 * min(1e6, max(-1e6, value))).rounded())
  }

  private mutating func flush() {
    switch pending {
    case (0, 0): break
    case (let x, 0): text += "h" + Self.digits(x)
    case (0, let y): text += "v" + Self.digits(y)
    case (let x, let y): text += "l" + Self.digits(x) + (y < 0 ? "" : " ") + Self.digits(y)
    }
    pending = (0, 0)
  }

  /// `12.5`, `-.3`, `7`.
  private static func digits(_ tenths: Int) -> String {
    let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    let head = whole == 0 && tenth != 0 ? "" : "\(whole)"
    return (tenths < 0 ? "-" : "") + head + (tenth == 0 ? "" : ".\(tenth)")
  }
}

extension Path {
  /// A step line: each value holds from its left edge to the next.
  static func steps(_ values: [(from: Double, to: Double, y: Double)]) -> Path {
    var path = Path()
    for (index, value) in values.enumerated() {
      if index == 0 { path.move(value.from, value.y) } else { path.line(value.from, value.y) }
      path.line(value.to, value.y)
    }
    return path
  }
}
