import Exchange
import Report
import Rostering
package import Timeline
package import Workforce

/// A publication about to be written, or one that stands already and is finished once more.
package struct PreparedPublication: Sendable {
  package let judged: JudgedRoster
  package let publication: Publication
  /// Whether anything is told anew; if not, the publication is the one that stands.
  package let isNew: Bool
}

/// What publishing has written.
package struct WrittenPublication: Sendable {
  /// The folder of calendars and change lists.
  package let folder: String
  /// Paths of the calendars, in order of agent.
  package let calendars: [String]
  /// Paths of the files that cancel what is no more, in order of agent.
  package let cancellations: [String]
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
      return PreparedPublication(judged: judged, publication: last, isNew: false)
    }
    let record = Publication.Record(
      firstDay: judged.week.firstDay, number: (last?.record.number ?? 0) + 1,
      roster: judged.roster.id, requirement: judged.requirement.id,
      tables: tableDigests(of: judged.roster.id), stamp: stamp ?? run.stamp,
      zoneRules: zones.version, tool: "nobat \(version)", cost: judged.verdict.cost,
      bound: judged.roster.bound)
    return PreparedPublication(
      judged: judged,
      publication: Publication(record: record, shifts: shifts, before: last?.shifts ?? []),
      isNew: true)
  }

  /// Writes calendars and change lists, and then freezes the shifts.
  ///
  /// Freezing comes last: as long as it has not happened, the next run finds the same changes and makes
  /// the same files, so that a run may die at any moment. Once it has, a further run makes the same
  /// files from what is frozen.
  package func publish(
    _ prepared: PreparedPublication
  ) throws(JourneyFault) -> WrittenPublication {
    report("publish", 0)
    let roster = prepared.judged.roster
    let publication = prepared.publication
    let folder = workspace.path("calendars/\(roster.id)")
    let changes = changeFiles(of: publication)
    try writing { () throws(ExchangeFault) in
      try Exchange.replaceFolder(folder, with: changes)
      if prepared.isNew { try workspace.write(publication) }
    }
    report("publish", 1)
    return WrittenPublication(folder: folder, calendars: [], cancellations: [])
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

  /// The change list as a table and as text, and a text an agent that names nobody else.
  private func changeFiles(of publication: Publication) -> [(name: String, bytes: [UInt8])] {
    let changes = publication.changes
    func text(_ changes: ChangeList) -> [UInt8] {
      Array(Report.changeText(changes, of: publication.record, in: centre).utf8)
    }
    let whole = [
      (name: "changes.csv", bytes: Array(Exchange.changeTable(changes, in: centre).utf8)),
      (name: "changes.txt", bytes: text(changes)),
    ]
    return whole
      + changes.byAgent.map { (name: "changes/\($0.agent).txt", bytes: text($0.changes)) }
  }

  /// SHA-256 of a roster's tables by their paths, as `sha256sum` prints it.
  private func tableDigests(of roster: String) -> [String: String] {
    let files = ["rosters/\(roster)/shifts.csv", "rosters/\(roster)/activities.csv"]
    var digests: [String: String] = [:]
    for file in files { digests[file] = workspace.contents(of: file).map { SHA256.digest(of: $0) } }
    return digests
  }
}
