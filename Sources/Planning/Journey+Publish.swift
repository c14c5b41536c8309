package import Exchange
import Report
import Rostering
package import Timeline
package import Workforce

/// A publication about to be written, or one that stands already and is finished once more.
package struct PreparedPublication: Sendable {
  package let judged: JudgedRoster
  package let publication: Publication
  /// What was published last of the week, which may be this one.
  let last: Publication?
  /// Whether anything is told anew; if not, the publication is the one that stands.
  package let isNew: Bool
  /// The folder of the week's calendars until now, where this publication leaves it for another.
  package var folderLeft: String?
  /// What new and changed events are stamped with.
  let stamp: Instant

  /// What this run tells: nothing where all of it stands already.
  package var changes: ChangeList {
    isNew ? publication.changes : ChangeList(from: [], to: [])
  }
}

/// What publishing has written.
package struct WrittenPublication: Sendable {
  /// The folder of calendars and change lists.
  package let folder: String
  let issued: CalendarSet

  /// Paths of the calendars, in order of agent.
  package var calendars: [String] {
    issued.calendars.keys.sorted().map { "\(folder)/\($0).ics" }
  }

  /// Paths of the files that cancel what is no more, in order of agent.
  package var cancellations: [String] {
    issued.cancellations.keys.sorted().map { "\(folder)/cancelled/\($0).ics" }
  }
}

extension Journey {
  /// What publishing a roster would tell the agents, against what they were told last of its week.
  ///
  /// A roster that breaks hard rules is a fault unless `isAccepted`. `stamp` is what new and changed
  /// events of calendars are stamped with, the roster's own if nil.
  package func publication(
    of id: String?, stamp: Instant? = nil, accepting isAccepted: Bool = false
  ) throws(JourneyFault) -> PreparedPublication {
    let (judged, run) = try storedRoster(id)
    guard judged.verdict.violations.isEmpty || isAccepted else {
      throw .broken(roster: judged.roster.id, judged.verdict.violations)
    }
    let last = try lastPublication(from: judged.week.firstDay)
    let shifts = publishedShifts(of: judged.roster)
    if let last, last.shifts == shifts {
      return PreparedPublication(
        judged: judged, publication: last, last: last, isNew: false,
        stamp: stamp ?? last.record.stamp)
    }
    let record = Publication.Record(
      firstDay: judged.week.firstDay, number: (last?.record.number ?? 0) + 1,
      roster: judged.roster.id, requirement: judged.requirement.id,
      tables: tableDigests(of: judged.roster.id), stamp: stamp ?? run.stamp,
      zoneRules: zones.version, tool: "nobat \(version)", cost: judged.verdict.cost,
      bound: judged.roster.bound)
    // Another roster of the week has a folder of its own.
    let left = last.flatMap {
      $0.record.roster == judged.roster.id ? nil : "calendars/\($0.record.roster)"
    }
    return PreparedPublication(
      judged: judged,
      publication: Publication(record: record, shifts: shifts, before: last?.shifts ?? []),
      last: last,
      isNew: true,
      folderLeft: left.flatMap { workspace.contents(of: "\($0)/shifts.csv") == nil ? nil : $0 },
      stamp: record.stamp)
  }

  /// Numbers the events, writes calendars and change lists, and then freezes the shifts.
  ///
  /// Freezing comes last: as long as it has not happened, the next run finds the same changes, numbers
  /// nothing twice and makes the same files, so that a run may die at any moment. Once it has, a further
  /// run makes the same files from what is frozen. Without a style it is the workspace's.
  package func publish(
    _ prepared: PreparedPublication, style: CalendarStyle? = nil
  ) throws(JourneyFault) -> WrittenPublication {
    report("publish", 0)
    let style = if let style { style } else { try calendarStyle() }
    let roster = prepared.judged.roster
    let folder = workspace.path("calendars/\(roster.id)")
    let edition = try edition(of: roster, after: prepared.last)
    let set = Exchange.calendars(
      of: roster, in: centre, style: style, stamp: prepared.stamp, following: edition,
      as: prepared.publication.record.number)
    let formats = ExportFormats.usual(in: folder)
    let tables = tables(
      formats, of: roster, stamp: prepared.stamp, only: nil, edition: set.edition)
    let changes = changeFiles(of: prepared.publication)
    try writing { () throws(ExchangeFault) in
      try workspace.write(set.edition)
      let others = try formats.filesThatStay(in: folder, but: Journey.isChangeFile)
      try Exchange.replaceCalendars(set, and: tables + changes + others, in: folder)
      if prepared.isNew { try workspace.write(prepared.publication) }
    }
    report("publish", 1)
    return WrittenPublication(folder: folder, issued: set)
  }

  /// What the events of a roster's week last said.
  ///
  /// Numbers that begin anew would be taken for old news by every calendar, and what was cancelled would
  /// be forgotten: so it is a fault when published shifts are missing in it.
  func edition(
    of roster: Roster, after last: Publication?
  ) throws(JourneyFault) -> Edition {
    try reading { () throws(Findings) in
      let edition = try workspace.edition(ofWeekFrom: roster.firstDay)
      guard let last else { return edition }
      let told = Set(
        edition.events.lazy.filter { $0.kind == .shift }.map {
          AgentDay(agent: $0.agent, day: $0.day)
        })
      let missing = last.shifts.map(\.shift).filter {
        !told.contains(AgentDay(agent: $0.agent, day: $0.day))
      }
      guard missing.isEmpty else {
        throw Findings(
          Finding(
            .error, file: Workspace.editionFile(roster.firstDay),
            message: "\(missing.count) shifts that were published of this week are not in it, so "
              + "that calendars would not follow",
            hint: "take the file back from your version control, or remove "
              + "published/\(roster.firstDay) to begin the week anew"))
      }
      return edition
    }
  }

  /// What was published last of the week that begins on a day; nil where nothing was.
  func lastPublication(from firstDay: LocalDay) throws(JourneyFault) -> Publication? {
    try reading { () throws(Findings) in try workspace.publication(from: firstDay) }
  }

  /// A roster's shifts as its agents' clocks show them by the rules of now.
  func publishedShifts(of roster: Roster) -> [PublishedShift] {
    let agents = Dictionary(centre.agents.map { ($0.id, $0.zone) }) { first, _ in first }
    return roster.shifts.map { PublishedShift($0, in: agents[$0.agent] ?? centre.zone) }
  }

  private static func isChangeFile(_ name: String) -> Bool {
    ["changes.csv", "changes.txt"].contains(name) || name.hasPrefix("changes/")
  }

  /// The change list of all as a table and as text, and the same for each agent, naming nobody else.
  private func changeFiles(of publication: Publication) -> [NamedFile] {
    func files(_ name: String, _ changes: ChangeList) -> [NamedFile] {
      let text = Report.changeText(changes, of: publication.record, in: centre)
      return [
        ("\(name).csv", Array(Exchange.changeTable(changes, in: centre).utf8)),
        ("\(name).txt", Array(text.utf8)),
      ]
    }
    let changes = publication.changes
    return files("changes", changes)
      + changes.byAgent.flatMap { files("changes/\($0.agent)", $0.changes) }
  }

  /// SHA-256 of a roster's tables by their paths, as `sha256sum` prints it.
  private func tableDigests(of roster: String) -> [String: String] {
    let files = ["rosters/\(roster)/shifts.csv", "rosters/\(roster)/activities.csv"]
    var digests: [String: String] = [:]
    for file in files { digests[file] = workspace.contents(of: file).map { SHA256.digest(of: $0) } }
    return digests
  }
}

/// Whose day it is.
private struct AgentDay: Hashable {
  let agent: Agent.ID
  let day: LocalDay
}
