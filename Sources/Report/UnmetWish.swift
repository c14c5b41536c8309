import Timeline
package import Workforce

/// A wish that a roster goes against, with the shift that does.
package struct UnmetWish: Hashable, Sendable {
  package let wish: Wish
  package let shift: Shift

  /// The unmet wishes of the week, in the order of the centre's wishes.
  package static func all(in content: ReportContent) -> [UnmetWish] {
    let shifts = Dictionary(grouping: content.roster.shifts, by: \.agent)
    return content.centre.wishes.flatMap { wish -> [UnmetWish] in
      guard let agent = content.centre.agent(wish.agent) else { return [] }
      let broken = (shifts[wish.agent] ?? []).filter { breaks(wish, $0, in: agent.zone) }
      return broken.map { UnmetWish(wish: wish, shift: $0) }
    }
  }

  private static func breaks(_ wish: Wish, _ shift: Shift, in zone: Zone) -> Bool {
    guard shift.day == wish.day else { return false }
    let reading = zone.reading(at: shift.interval.start)
    let days: Int = reading.day - shift.day
    return wish.isBroken(byTemplate: shift.template, start: days * 1440 + reading.time.minutes)
  }

  /// How many wishes concern the week at all.
  package static func wishCount(of content: ReportContent) -> Int {
    content.centre.wishes.count { content.week.days.contains($0.day) }
  }
}

extension Wish.Content {
  /// What was wished for, in words.
  package var words: String {
    switch self {
    case .off: "a day off"
    case .template(let template): "a shift of \(template)"
    case .start(let from, let to): "a start between \(from) and \(to)"
    }
  }
}
