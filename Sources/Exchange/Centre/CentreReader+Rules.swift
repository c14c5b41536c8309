import Timeline
import Workforce

extension CentreReader {
  /// The rules of `rules.yaml`, a list of maps; none if there is no such file.
  func rules(
    _ sites: Shelf<Site>, _ contracts: Shelf<Contract>, _ roll: Roll
  ) -> [WorkRule] {
    let file = "rules.yaml"
    guard let bytes = workspace.bytes(of: file, inspection),
      let root = YAMLText.read(bytes, file: file, inspection)
    else { return [] }
    let entries: [Entry]
    switch root.content {
    case .list(let read): entries = read
    case .map(let pairs) where pairs.isEmpty: entries = []
    default:
      inspection.error(
        root.place, "the file is not a list of rules",
        hint: "write lines such as - {id: night-rest, rest: 12h}")
      return []
    }
    var shelf = Shelf<WorkRule>(file: file, isReadable: true)
    for (index, entry) in entries.enumerated() {
      let keys = ["id", "for"] + WorkRule.Condition.keys
      guard let record = Record("rule \(index + 1)", entry, keys: keys, inspection) else {
        continue
      }
      if let id = record.required("id", .identifier) {
        shelf.claim(id, "rule \"\(id)\"", at: record.place(of: "id"), inspection)
        let scope = scope(record, sites, contracts, roll)
        shelf.add(condition(record).map { WorkRule(id: .init(id), condition: $0, scope: scope) })
      }
    }
    return shelf.values
  }

  private func condition(_ record: Record) -> WorkRule.Condition? {
    let written = WorkRule.Condition.keys.filter { record.has($0) }
    switch written {
    case ["rest"]:
      return record.optional("rest", .duration(.zero...(.hours(72)))).map(WorkRule.Condition.rest)
    case ["max-consecutive-days"]:
      return record.optional("max-consecutive-days", .whole(1...28))
        .map(WorkRule.Condition.daysInRow)
    case ["max-start-change"]:
      return record.optional("max-start-change", .duration(.zero...(.hours(24))))
        .map(WorkRule.Condition.startChange)
    case ["after-end-later-than", "max-starts-before"]:
      guard let end = record.optional("after-end-later-than", .time),
        let start = record.optional("max-starts-before", .time)
      else { return nil }
      return .succession(endLaterThan: end.minutes, startBefore: start)
    default:
      record.error(
        "id", "it has \(written.isEmpty ? "no condition" : written.joined(separator: " and "))",
        hint: "write exactly one of rest, max-consecutive-days, max-start-change, or "
          + "after-end-later-than with max-starts-before")
      return nil
    }
  }

  private func scope(
    _ record: Record, _ sites: Shelf<Site>, _ contracts: Shelf<Contract>, _ roll: Roll
  ) -> WorkRule.Scope {
    guard let entry = record["for"] else { return .all }
    if case .text("all") = entry.content { return .all }
    let keys = ["site", "contract", "team"]
    guard let scope = Record("\(record.subject), for", entry, keys: keys, inspection) else {
      return .all
    }
    if keys.count(where: { scope.has($0) }) != 1 {
      scope.error(
        "for", "it names not one group", hint: "write all, or one of site, contract, team")
    }
    if let site: Site.ID = scope.optional("site", sites.reference()) { return .site(site) }
    if let contract: Contract.ID = scope.optional("contract", contracts.reference()) {
      return .contract(contract)
    }
    guard let team = scope.optional("team", .text) else { return .all }
    if roll.agents.isReadable, !roll.teams.contains(team) {
      scope.error(
        "team", "no agent is in the team \"\(team)\"",
        hint: Spelling.hint(for: team, among: roll.teams))
    }
    return .team(team)
  }
}

extension WorkRule.Condition {
  fileprivate static let keys = [
    "rest", "max-consecutive-days", "max-start-change", "after-end-later-than",
    "max-starts-before",
  ]
}
