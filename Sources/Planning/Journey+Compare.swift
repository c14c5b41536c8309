import Exchange
import Rostering
import Timeline
package import Workforce

extension Journey {
  /// Compares two rosters of one week, each named by its id; `published` is what was published last
  /// of the other's week, and a date what was published of the week that holds it.
  package func compare(
    _ first: String, with second: String
  ) throws(JourneyFault) -> RosterComparison {
    let (before, after) = try sides(first, second)
    guard before.week.firstDay == after.week.firstDay else {
      throw .differentWeeks(first, before.week.firstDay, second, after.week.firstDay)
    }
    return RosterComparison(of: before.week, from: before.side, to: after.side)
  }

  private typealias Compared = (side: RosterComparison.Side, week: PlanningWeek)

  /// What stands for the last publication of the other's week.
  static let published = "published"

  private func sides(
    _ first: String, _ second: String
  ) throws(JourneyFault) -> (Compared, Compared) {
    switch (first, second) {
    case (Journey.published, Journey.published):
      throw .missing(
        kind: "one week that is meant by", id: "published",
        known: workspace.publishedWeeks.map(\.description),
        remedy: "name a roster, or the first day of a week, on one side")
    case (Journey.published, _):
      let after = try side(second)
      return (try publishedSide(after.week), after)
    case (_, Journey.published):
      let before = try side(first)
      return (before, try publishedSide(before.week))
    default:
      return (try side(first), try side(second))
    }
  }

  /// A roster of that id, or else what was published of the week that holds the date.
  private func side(_ name: String) throws(JourneyFault) -> Compared {
    if !workspace.rosters.contains(name), let day = LocalDay(name) {
      return try publishedSide(centre.week(of: day))
    }
    let judged = try storedRoster(name).judged
    let side = RosterComparison.Side(
      name: judged.roster.id, requirement: judged.requirement.id,
      shifts: publishedShifts(of: judged.roster), cost: judged.verdict.cost,
      bound: judged.roster.bound)
    return (side, judged.week)
  }

  private func publishedSide(_ week: PlanningWeek) throws(JourneyFault) -> Compared {
    guard let publication = try lastPublication(from: week.firstDay) else {
      throw .missing(
        kind: "publication of the week from", id: "\(week.firstDay)",
        known: workspace.publishedWeeks.map(\.description), remedy: "run nobat publish")
    }
    let record = publication.record
    let side = RosterComparison.Side(
      name: "published \(record.number)", requirement: record.requirement,
      shifts: publication.shifts, cost: record.cost, bound: record.bound)
    return (side, week)
  }
}
