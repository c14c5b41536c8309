/// One agent's week: for each day a shift with its breaks, or a day off.
///
/// A column of the integer problems, what pricing finds and what moves change. Breaks stand in cells
/// after the start of the shift, so a line has a meaning only with its menu.
struct Line: Sendable {
  struct Duty: Hashable, Sendable {
    /// Number of the shift in the menu; -1 is a day off.
    var candidate: Int32 = -1
    var breaks: SIMD8<UInt16> = .zero

    static let off = Duty()

    var isOff: Bool { candidate < 0 }
    var index: Int { Int(candidate) }
  }

  private var duties: InlineArray<7, Duty>

  init() {
    duties = InlineArray(repeating: .off)
  }

  subscript(day: Int) -> Duty {
    get { duties[day] }
    set { duties[day] = newValue }
  }

  /// Worked days as bits, the first day lowest.
  var pattern: UInt8 {
    var bits: UInt8 = 0
    for day in 0..<7 where !duties[day].isOff { bits |= 1 << UInt8(day) }
    return bits
  }
}

extension Line: Hashable {
  static func == (left: Line, right: Line) -> Bool {
    for day in 0..<7 where left[day] != right[day] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    for day in 0..<7 { hasher.combine(duties[day]) }
  }
}

extension Menu {
  /// Calls the body for each cell in which a shift's agent is on duty: present and not on a break.
  ///
  /// Cells count on past the end of the ring; the body folds them back.
  @inline(__always)
  func forEachCellOnDuty(_ duty: Line.Duty, _ body: (Int) -> Void) {
    let candidate = candidates[duty.index]
    let kind = kinds[candidate.kind]
    var cell = candidate.cell
    for (number, pause) in kind.breaks.enumerated() {
      let start = candidate.cell + Int(duty.breaks[number])
      while cell < start {
        body(cell)
        cell += 1
      }
      cell = start + pause.cells
    }
    let end = candidate.cell + kind.cells
    while cell < end {
      body(cell)
      cell += 1
    }
  }
}
