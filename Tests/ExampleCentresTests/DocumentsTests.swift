import ExampleCentres
import Holidays
import Testing
import Timeline
import Workforce

@Suite struct DocumentsTests {
  static let examples = ExampleCentre.all.map(\.name)

  private func workspace(_ name: String) throws -> WorkspaceText {
    try WorkspaceText(try #require(ExampleCentre.named(name)).documents)
  }

  @Test("Ids are small letters, digits and hyphens, each once", arguments: examples)
  func idsAreWellFormed(name: String) throws {
    let workspace = try workspace(name)
    var lists = try ["sites", "queues", "contracts", "shifts"].map {
      try workspace.keys("\($0).yaml")
    }
    lists.append(try workspace.table("agents.csv").compactMap { $0["id"] })
    lists.append(try workspace.table("timeoff.csv").compactMap { $0["id"] })
    for ids in lists {
      #expect(!ids.isEmpty && Set(ids).count == ids.count, "\(ids)")
      for id in ids {
        #expect(id.wholeMatch(of: /[a-z0-9-]+/) != nil, "\(id)")
      }
    }
  }

  @Test("Every reference between files is known", arguments: examples)
  func referencesResolve(name: String) throws {
    let workspace = try workspace(name)
    let sites = Set(try workspace.keys("sites.yaml"))
    let queues = Set(try workspace.keys("queues.yaml"))
    let contracts = Set(try workspace.keys("contracts.yaml"))
    let shifts = Set(try workspace.keys("shifts.yaml"))
    let calendars = Set(try workspace.table("calendar/holidays.csv").compactMap { $0["calendar"] })
    let agents = try workspace.table("agents.csv")
    let agentIDs = Set(agents.compactMap { $0["id"] })

    for agent in agents {
      #expect(sites.contains(agent["site"] ?? "") && contracts.contains(agent["contract"] ?? ""))
    }
    let skills = try workspace.table("skills.csv")
    for skill in skills {
      #expect(agentIDs.contains(skill["agent"] ?? "") && queues.contains(skill["queue"] ?? ""))
    }
    // Nobody without a skill, no queue without an agent.
    #expect(Set(skills.compactMap { $0["agent"] }) == agentIDs)
    #expect(Set(skills.compactMap { $0["queue"] }) == queues)
    for row in try workspace.table("timeoff.csv") + workspace.table("wishes.csv") {
      #expect(agentIDs.contains(row["agent"] ?? ""))
    }
    for wish in try workspace.table("wishes.csv") where wish["kind"] == "shift" {
      #expect(shifts.contains(wish["value"] ?? ""))
    }
    for calendar in try workspace.values(of: "holidays", in: "sites.yaml")
      + workspace.values(of: "market", in: "queues.yaml")
    {
      #expect(calendars.contains(calendar) || WorldHolidays.knownRegion(calendar) != nil)
    }
    for list in try workspace.values(of: "contracts", in: "shifts.yaml") {
      #expect(contracts.isSuperset(of: WorkspaceText.list(list)))
    }
    for list in try workspace.values(of: "sites", in: "shifts.yaml") {
      #expect(sites.isSuperset(of: WorkspaceText.list(list)))
    }
  }

  @Test("Every contract and site has a shift to work", arguments: examples)
  func shiftsFitContracts(name: String) throws {
    let workspace = try workspace(name)
    let used = try workspace.values(of: "contracts", in: "shifts.yaml").flatMap(WorkspaceText.list)
    #expect(try Set(used) == Set(workspace.keys("contracts.yaml")))
  }

  @Test("The truth speaks of the same queues, zones and hours as the files", arguments: examples)
  func truthMatchesFiles(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    let workspace = try workspace(name)
    let truth = try centre.truth(zones: ZoneDatabase())
    #expect(try truth.queues.map(\.id.rawValue) == workspace.keys("queues.yaml").sorted())
    let interval = try #require(try workspace.values(of: "interval", in: "nobat.yaml").first)
    #expect(Minutes(interval) == truth.period.slot)
    let zone = try #require(try workspace.values(of: "zone", in: "nobat.yaml").first)
    let centreZone = try ZoneDatabase().zone(zone)
    #expect(centreZone.reading(at: truth.period.end) == LocalReading(centre.firstDay, .midnight))

    let ids = try workspace.keys("queues.yaml")
    let opening = try workspace.values(of: "open", in: "queues.yaml")
    let channels = try workspace.values(of: "channel", in: "queues.yaml")
    try #require(opening.count == ids.count && channels.count == ids.count)
    for (id, (open, channel)) in zip(ids, zip(opening, channels)) {
      let queue = try #require(truth[Queue.ID(id)])
      #expect("\"\(spelled(queue.opening))\"" == open)
      #expect(queue.channel.rawValue == channel)
    }
  }

  /// Hours that are alike on a run of weekdays from Monday on, as the files have them.
  private func spelled(_ opening: OpeningHours) -> String {
    let spans = opening.spans
    guard let first = spans.first, let last = spans.last else { return "" }
    return "\(first.weekday.abbreviation)-\(last.weekday.abbreviation) \(first.from)-\(first.to) "
      + opening.zone.identifier
  }

  @Test("The planned week has a public holiday on its Tuesday", arguments: examples)
  func holidayInTheWeek(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    #expect(centre.week.description == "2026-W50" && centre.firstDay == centre.week.monday)
    let calendars = try workspace(name).values(of: "holidays", in: "sites.yaml")
      .compactMap { WorldHolidays.knownRegion($0) }
      .map { WorldHolidays.calendar(of: $0) }
    #expect(calendars.contains { $0.isPublicHoliday(centre.firstDay + 1) })
  }

  @Test("Time off binds agents in the planned week and wishes fall into it", arguments: examples)
  func absencesAndWishes(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    let workspace = try workspace(name)
    let week = centre.firstDay...centre.firstDay + 6
    let binding = try workspace.table("timeoff.csv").filter { row in
      let from = LocalDay(row["from"] ?? "")
      return row["state"] == "approved" && from.map { week.contains($0) } ?? false
    }
    #expect(!binding.isEmpty)
    for wish in try workspace.table("wishes.csv") {
      let day = try #require(LocalDay(wish["date"] ?? ""))
      #expect(week.contains(day))
    }
  }
}
