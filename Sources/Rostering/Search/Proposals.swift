import Statistics

/// Small random changes of a line, as annealing tries them; whether they keep the rules is asked
/// afterwards.
struct Proposals: Sendable {
  private let problem: Problem
  /// Agents of each menu, who can exchange shifts.
  private let agentsOfMenu: [[Int]]

  init(_ problem: Problem) {
    self.problem = problem
    agentsOfMenu = problem.menus.indices.map { menu in
      problem.agents.indices.filter { problem.crews[problem.crewOf[$0]].menu == menu }
    }
  }

  /// A changed line, or nil where the draw does not apply.
  func proposal(
    for line: Line, in menu: Menu, _ generator: inout Generator
  ) -> Line? {
    let draw = generator.index(below: 100)
    let day = generator.index(below: 7)
    return switch draw {
    case ..<35: withMovedBreak(line, day, menu, &generator)
    case ..<75: withMovedStart(line, day, menu, farthest: draw < 60 ? 2 : 8, &generator)
    case ..<92: withMovedDay(line, day, menu, &generator)
    case ..<96: withDayAddedOrDropped(line, day, menu, &generator)
    default: withMovedRun(line, day, menu, &generator)
    }
  }

  /// An exchange of shifts with a colleague of the same menu: of one day, or of a day that only the
  /// first works against one that only the second does.
  func exchange(
    of agent: Int, _ lines: [Line], _ generator: inout Generator
  ) -> (colleague: Int, own: Line, other: Line)? {
    let candidates = agentsOfMenu[problem.crews[problem.crewOf[agent]].menu]
    let colleague = candidates[generator.index(below: candidates.count)]
    let day = generator.index(below: 7)
    var (own, other) = (lines[agent], lines[colleague])
    guard colleague != agent, !own[day].isOff else { return nil }
    if other[day].isOff {
      let back = generator.index(below: 7)
      guard own[back].isOff, !other[back].isOff else { return nil }
      (own[back], other[back]) = (other[back], .off)
      (own[day], other[day]) = (.off, own[day])
    } else {
      guard own[day] != other[day] else { return nil }
      (own[day], other[day]) = (other[day], own[day])
    }
    return (colleague, own, other)
  }

  // MARK: - Changes of one line

  private func withMovedBreak(
    _ line: Line, _ day: Int, _ menu: Menu, _ generator: inout Generator
  ) -> Line? {
    guard !line[day].isOff else { return nil }
    let kind = menu.kinds[menu.candidates[line[day].index].kind]
    guard !kind.breaks.isEmpty else { return nil }
    let number = generator.index(below: kind.breaks.count)
    let starts = kind.breaks[number].starts
    let start = UInt16(starts[generator.index(below: starts.count)])
    guard start != line[day].breaks[number] else { return nil }
    var result = line
    result[day].breaks[number] = start
    return kind.allows(result[day].breaks) ? result : nil
  }

  /// Another start, mostly near by, with breaks kept, left where they were, or drawn anew.
  private func withMovedStart(
    _ line: Line, _ day: Int, _ menu: Menu, farthest: Int, _ generator: inout Generator
  ) -> Line? {
    guard !line[day].isOff else { return nil }
    let old = menu.candidates[line[day].index]
    let near = menu.range(of: old.kind, on: day)
    // One time in eight any shift of the day, of whatever template and length.
    let isNear = generator.index(below: 8) > 0
    let step = generator.index(below: 2 * farthest + 1) - farthest
    let number =
      isNear
      ? line[day].index + step
      : menu.days[day].lowerBound + generator.index(below: menu.days[day].count)
    guard number != line[day].index, isNear ? near.contains(number) : true else { return nil }
    let new = menu.candidates[number]
    let kind = menu.kinds[new.kind]
    var breaks = line[day].breaks
    switch new.kind == old.kind ? generator.index(below: 3) : 0 {
    case 0: breaks = kind.drawBreaks(&generator)
    case 1:
      for index in kind.breaks.indices {
        let held = Int(breaks[index]) - (new.cell - old.cell)
        let starts = kind.breaks[index].starts
        breaks[index] = UInt16(
          starts.contains(held) ? held : starts[generator.index(below: starts.count)])
      }
    default: break
    }
    guard kind.allows(breaks) else { return nil }
    var result = line
    result[day] = Line.Duty(candidate: Int32(number), breaks: breaks)
    return result
  }

  private func withMovedDay(
    _ line: Line, _ day: Int, _ menu: Menu, _ generator: inout Generator
  ) -> Line? {
    let other = generator.index(below: 7)
    guard !line[day].isOff, line[other].isOff else { return nil }
    let old = menu.candidates[line[day].index]
    let here = menu.range(of: old.kind, on: day)
    let there = menu.range(of: old.kind, on: other)
    let step = generator.index(below: 2) == 0 ? 0 : generator.index(below: 9) - 4
    let number = there.lowerBound + line[day].index - here.lowerBound + step
    guard there.contains(number) else { return nil }
    var result = line
    result[other] = Line.Duty(candidate: Int32(number), breaks: line[day].breaks)
    result[day] = .off
    return result
  }

  private func withDayAddedOrDropped(
    _ line: Line, _ day: Int, _ menu: Menu, _ generator: inout Generator
  ) -> Line? {
    var result = line
    if line[day].isOff {
      guard !menu.days[day].isEmpty else { return nil }
      let number = menu.days[day].lowerBound + generator.index(below: menu.days[day].count)
      let kind = menu.kinds[menu.candidates[number].kind]
      let breaks = kind.drawBreaks(&generator)
      guard kind.allows(breaks) else { return nil }
      result[day] = Line.Duty(candidate: Int32(number), breaks: breaks)
    } else {
      result[day] = .off
    }
    return result
  }

  /// All shifts of a run of worked days, earlier or later by as many starts.
  private func withMovedRun(
    _ line: Line, _ day: Int, _ menu: Menu, _ generator: inout Generator
  ) -> Line? {
    let step = generator.index(below: 9) - 4
    guard !line[day].isOff, step != 0 else { return nil }
    var first = day
    while first > 0, !line[first - 1].isOff { first -= 1 }
    var result = line
    var next = first
    while next < 7, !line[next].isOff {
      let number = line[next].index + step
      let kind = menu.candidates[line[next].index].kind
      guard menu.range(of: kind, on: next).contains(number) else { return nil }
      result[next].candidate = Int32(number)
      next += 1
    }
    return result
  }
}

extension Menu {
  /// The candidates of a kind on a day.
  func range(of kind: Int, on day: Int) -> Range<Int> { ranges[day * kinds.count + kind] }
}

extension Menu.Kind {
  /// Whether breaks follow one another; that each lies in its window is taken for granted.
  func allows(_ offsets: SIMD8<UInt16>) -> Bool {
    guard !breaksAreApart else { return true }
    var free = 0
    for (number, pause) in breaks.enumerated() {
      if Int(offsets[number]) < free { return false }
      free = Int(offsets[number]) + pause.cells
    }
    return true
  }

  /// Breaks drawn evenly from their windows, which may overlap.
  fileprivate func drawBreaks(_ generator: inout Generator) -> SIMD8<UInt16> {
    var offsets = SIMD8<UInt16>.zero
    for (number, pause) in breaks.enumerated() {
      offsets[number] = UInt16(pause.starts[generator.index(below: pause.starts.count)])
    }
    return offsets
  }
}
