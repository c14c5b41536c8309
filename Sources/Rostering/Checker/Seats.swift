import Timeline
import Workforce

/// Sites with more agents present at a time than seats, breaks included.
///
/// Presence lies on the circle of the week: what reaches past the grid meets the other end, because
/// the neighbouring weeks are planned alike.
func seatsMissing(in facts: RosterFacts) -> [Violation] {
  var found: [Violation] = []
  for site in facts.centre.sites {
    guard let seats = site.seats else { continue }
    let present = facts.weeks.filter { $0.site.id == site.id }.flatMap { week in
      week.shifts.flatMap { $0.interval.folded(into: facts.roster.grid) }
    }
    // Arrivals count after departures of the same moment.
    let events = (present.map { ($0.start, 1) } + present.map { ($0.end, -1) })
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var count = 0
    var worst = (count: 0, at: facts.roster.grid.start)
    for (instant, change) in events {
      count += change
      if count > worst.count { worst = (count, instant) }
    }
    guard worst.count > seats else { continue }
    found.append(
      Violation(
        rule: "seats", agent: nil, interval: Interval(start: worst.at, length: Minutes(1)),
        sentence:
          "site \(site.id): \(worst.count) agents are present at \(worst.at) on \(seats) seats"
      ))
  }
  return found
}

extension Interval {
  /// The pieces of an interval on the circle of a grid, each within the grid.
  func folded(into grid: Grid) -> [Interval] {
    let circle = grid.interval.length
    guard circle > .zero else { return [] }
    var pieces: [Interval] = []
    for lap in -2...2 {
      let shift = lap * circle
      let moved = Interval(start: start + shift, end: end + shift)
      if let piece = moved.intersection(grid.interval) { pieces.append(piece) }
    }
    return pieces
  }
}
