package import Exchange
import GLPK
package import Rostering
import Timeline
package import Workforce

/// A roster with the checker's opinion of it.
package struct JudgedRoster: Sendable {
  package let week: PlanningWeek
  package let requirement: Requirement
  package let roster: Roster
  package let verdict: Rostering.Verdict

  /// Whether the search was stopped by the planner before it had done its work.
  package var isInterrupted: Bool { roster.effort.ending == "cancelled" }
}

extension Journey {
  /// Builds the roster of a requirement, whose name it takes, and has the independent checker judge it.
  package func roster(
    for requirement: Requirement, settings: Settings
  ) throws(JourneyFault) -> JudgedRoster {
    let week = week(of: requirement.grid)
    let earlier = try shiftsOfWeek(before: week)
    let roster: Roster
    do throws(RosteringFault) {
      roster = try Rostering.roster(
        for: requirement, staffedBy: centre, in: week, following: earlier, settings: settings,
        watching: ForwardProgress(to: watcher).show
      ).named(requirement.id)
    } catch {
      throw .rostering(error)
    }
    let verdict = Rostering.check(
      roster, against: centre, meeting: requirement, following: earlier)
    guard verdict.violations.isEmpty else {
      let isAboutSeats = verdict.violations.allSatisfy { $0.rule == "seats" }
      throw isAboutSeats ? .seats(verdict.violations) : .unsound(verdict.violations)
    }
    let noted =
      roster
      .adding(note: earlier.isEmpty ? edgeNote(on: roster) : nil)
      .adding(note: laterNote(week))
    return JudgedRoster(week: week, requirement: requirement, roster: noted, verdict: verdict)
  }

  /// What is taken for granted of a week before that has no roster, if anything is.
  ///
  /// Coverage is counted on the circle of the week, so the ends of the last night's shifts stand for
  /// those of the night before the week.
  private func edgeNote(on roster: Roster) -> String? {
    let beyond = roster.shifts.reduce(Minutes.zero) { sum, shift in
      shift.interval.end > roster.grid.end
        ? sum + (shift.interval.end - max(shift.interval.start, roster.grid.end)) : sum
    }
    guard beyond > .zero else { return nil }
    return """
      the week before has no roster here: its last shifts are taken to reach into this week as this \
      week's reach into the next (\(beyond) of presence); see that they do, or plan that week too
      """
  }

  /// That the roster of the week after was made to follow another one than this.
  private func laterNote(_ week: PlanningWeek) -> String? {
    let later = centre.week(of: week.firstDay + 7).id
    guard workspace.rosters.contains(later) else { return nil }
    return """
      roster \(later) follows this week and was made before this roster: rests and days in a row \
      across the weeks may be broken; run nobat verify \(later)
      """
  }

  /// How a roster came about, for those who want to make it again.
  package func record(of judged: JudgedRoster, settings: Settings) -> RunRecord {
    let requirement = judged.requirement.id
    return RunRecord(
      of: judged.roster, requirement: requirement, tool: "nobat \(version)",
      glpk: GLPK.libraryVersion, zoneRules: zones.edition,
      commandLine: ["nobat", "roster", requirement] + settings.words,
      seed: settings.seed, stamp: stamp(of: judged.requirement),
      inputs: inputDigests(requirement: requirement),
      earlier: earlierRoster(of: judged.week), violations: judged.verdict.violations)
  }

  /// Writes the folder `rosters/<id>`: shifts, activities and how they came about.
  package func keep(_ judged: JudgedRoster, run: RunRecord) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(judged.roster, run: run) }
  }

  /// The roster of an id, judged anew, with its record; without an id, the latest.
  package func storedRoster(
    _ id: String?
  ) throws(JourneyFault) -> (judged: JudgedRoster, run: RunRecord) {
    let id = try choose(id, of: workspace.rosters, kind: "roster", remedy: "run nobat roster")
    let run = try reading { () throws(Findings) in try workspace.run(id) }
    let roster = try reading { () throws(Findings) in try workspace.roster(id, of: centre) }
    let requirement = try storedRequirement(run.requirement)
    let week = week(of: requirement.grid)
    let verdict = Rostering.check(
      roster, against: centre, meeting: requirement, following: try shiftsOfWeek(before: week))
    return (
      JudgedRoster(week: week, requirement: requirement, roster: roster, verdict: verdict), run
    )
  }

  /// The files that a roster depends on and that are not what they were when it was made, sorted.
  package func changedInputs(since run: RunRecord) -> [String] {
    let now = inputDigests(requirement: run.requirement)
    return Set(now.keys).union(run.inputs.keys).sorted().filter { now[$0] != run.inputs[$0] }
  }

  /// The moment that the calendars of a week are stamped with: two weeks before it begins, when
  /// rosters are out as a rule.
  ///
  /// A wall clock would make every export of the same roster another.
  private func stamp(of requirement: Requirement) -> Instant {
    requirement.grid.start - .days(14)
  }

  /// The roster of the week before, if there is one under the week's own name: of those that a planner
  /// has named, nobody can say which was worked.
  private func earlierRoster(of week: PlanningWeek) -> String? {
    let earlier = centre.week(of: week.firstDay - 7).id
    return workspace.rosters.contains(earlier) ? earlier : nil
  }

  private func shiftsOfWeek(before week: PlanningWeek) throws(JourneyFault) -> [Shift] {
    guard let earlier = earlierRoster(of: week) else { return [] }
    return try reading { () throws(Findings) in try workspace.roster(earlier, of: centre).shifts }
  }

  /// SHA-256 of every file that a roster depends on, by its path in the workspace.
  private func inputDigests(requirement: String) -> [String: String] {
    var digests: [String: String] = [:]
    for file in workspace.centreFiles + ["requirements/\(requirement).csv"] {
      digests[file] = workspace.contents(of: file).map { SHA256.digest(of: $0) }
    }
    return digests
  }
}

extension Roster {
  fileprivate func named(_ id: String) -> Roster {
    Roster(
      id: id, firstDay: firstDay, grid: grid, shifts: shifts, cost: cost, bound: bound,
      notes: notes, effort: effort)
  }
}
