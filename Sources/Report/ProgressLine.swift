package import Workforce

/// One line for a terminal that is written over again and again: step, bar, share, time gone, and
/// what improves.
///
///     roster  ████████████░░░░░░░░░░  52 %  0:42  cost 184,220  bound 182,910  gap 0.71 %
///
/// Never wider than `width` columns. On a narrow terminal the bound goes first, then the cost, the
/// bar, the time; the gap and the share say most in the least room.
package func progressLine(
  _ progress: Progress, elapsed seconds: Double, width: Int, style: Style = .plain
) -> String {
  let share = "\(Figures.number(100 * progress.clampedShare)) %"
  let figures = ProgressFigures(progress)
  let time = Figures.elapsed(seconds)
  // From the richest to the poorest; the first that fits is shown.
  let tails: [[String?]] = [
    [share, time, figures.cost, figures.bound, figures.gap],
    [share, time, figures.cost, figures.gap],
    [share, time, figures.gap],
  ]
  let step = progress.step.inert
  for tail in tails {
    let text = tail.compactMap(\.self).joined(separator: "  ")
    let room = width - step.displayWidth - text.displayWidth - 4
    if room >= 8 {
      let bar = bar(share: progress.clampedShare, columns: min(room, 30), style: style)
      return "\(style.paint(step, .strong))  \(bar)  \(text)"
    }
  }
  for tail in [[share, time, figures.gap], [share, figures.gap], [share]] {
    let text = ([step] + tail.compactMap(\.self)).joined(separator: "  ")
    if text.displayWidth <= width { return text }
  }
  return "\(step) \(share)".fitted(to: width)
}

/// The same for a log or a pipe: one line of plain words.
///
///     roster: 52 % after 0:42, cost 184,220, bound 182,910, gap 0.71 %
package func progressNote(_ progress: Progress, elapsed seconds: Double) -> String {
  let figures = ProgressFigures(progress)
  let share = "\(Figures.number(100 * progress.clampedShare)) % after \(Figures.elapsed(seconds))"
  let parts = [share, figures.cost, figures.bound, figures.gap].compactMap(\.self)
  return "\(progress.step.inert): \(parts.joined(separator: ", "))"
}

private func bar(share: Double, columns: Int, style: Style) -> String {
  let full = Int((share * Double(columns)).rounded(.down))
  return style.paint(String(repeating: "█", count: full), .good)
    + style.paint(String(repeating: "░", count: columns - full), .dim)
}

/// What improves while a search runs, in words.
private struct ProgressFigures {
  let cost: String?
  let bound: String?
  let gap: String?

  init(_ progress: Progress) {
    cost = progress.cost.map { "cost \(Figures.number($0.amount))" }
    bound = progress.bound.map { "bound \(Figures.number($0.amount))" }
    // As ``Roster/gap``: how much of the cost a better roster might save at the most.
    if let cost = progress.cost?.amount, let bound = progress.bound?.amount, cost > 0 {
      gap = "gap \(Figures.percent(max(0, 1 - bound / cost), decimals: 2))"
    } else {
      gap = nil
    }
  }
}

extension Progress {
  fileprivate var clampedShare: Double { share.isFinite ? min(1, max(0, share)) : 0 }
}
