import ExampleCentres
import Testing
import Timeline
import Workforce

/// The examples are made to be plannable: enough hours, though not many too many.
@Suite struct CapacityTests {
  static let examples = ExampleCentre.all.map(\.name)

  /// Agent-hours that the planned week needs by queue, by the square-root rule.
  ///
  /// A load of a erlangs asks for a + sqrt(a) agents for calls, and for one at least. Three chats
  /// are served at once, each 1.35 times as long; e-mail is its load. 8 % of the time on duty goes to
  /// other things.
  private func need(_ centre: ExampleCentre) throws -> [Queue.ID: Double] {
    let truth = try centre.truth(zones: ZoneDatabase())
    let slot = truth.period.slot
    let week = Grid(start: truth.period.end, slot: slot, count: 7 * 1440 / slot.count)
    var hours: [Queue.ID: Double] = [:]
    for queue in truth.queues {
      let agents = week.indices.compactMap { index -> Double? in
        guard let expected = queue.expectation(at: week.start(of: index)) else { return nil }
        let load = expected.volume * expected.handlingTime / Double(60 * slot.count)
        switch queue.channel {
        case .voice: return max(1, load + load.squareRoot())
        case .chat:
          let shared = load * 1.35 / 3
          return max(1, shared + (shared / 3).squareRoot())
        case .email, .outbound: return load
        }
      }
      hours[queue.id] = agents.reduce(0, +) * slot.hours / 0.92
    }
    return hours
  }

  /// Hours of work by agent in the planned week, paid rests and approved absence taken off, with the
  /// queues that the agent serves.
  private func supply(_ centre: ExampleCentre) throws -> [(queues: Set<Queue.ID>, hours: Double)] {
    let workspace = try WorkspaceText(centre.documents)
    // Paid hours and days of a week, and minutes of paid rest a day.
    let contracts = [
      "ft40": (40.0, 5.0, centre.name == "first-week" ? 15.0 : 30.0), "ft44": (44, 6, 30),
      "pt24": (24, 4, 15), "pt20": (20, 4, 15),
    ]
    var skills: [String: Set<Queue.ID>] = [:]
    for row in try workspace.table("skills.csv") {
      skills[row["agent"] ?? "", default: []].insert(Queue.ID(row["queue"] ?? ""))
    }
    var absent: [String: Double] = [:]
    for row in try workspace.table("timeoff.csv")
    where row["state"] == "approved" && row["kind"] != "unavailable" {
      let from = try #require(LocalDay(row["from"] ?? ""))
      let to = try #require(LocalDay(row["to"] ?? ""))
      let days = (0..<7).filter { (from...to).contains(centre.firstDay + $0) }
      absent[row["agent"] ?? "", default: 0] += Double(days.count)
    }
    return try workspace.table("agents.csv").map { row in
      let (hours, days, rest) = try #require(contracts[row["contract"] ?? ""])
      let worked = max(0, days - (absent[row["id"] ?? ""] ?? 0))
      return (skills[row["id"] ?? ""] ?? [], hours * worked / days - rest / 60 * worked)
    }
  }

  @Test(
    "The week needs nearly all of the hours that are there", arguments: examples)
  func hoursAreBalanced(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    let needed = try need(centre).values.reduce(0, +)
    let available = try supply(centre).reduce(0) { $0 + $1.hours }
    #expect((0.85...0.97).contains(needed / available), "\(needed) of \(available)")
  }

  @Test("No set of languages asks for more than its speakers have", arguments: examples)
  func everyLanguageIsServed(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    let need = try need(centre)
    let supply = try supply(centre)
    func language(_ queue: Queue.ID) -> Substring { queue.rawValue.prefix(2) }
    let languages = Set(need.keys.map(language)).sorted()
    // Hall's condition: for each set of languages, those who speak at least one of them are enough.
    for chosen in 1..<(1 << languages.count) {
      let set = Set(languages.indices.filter { chosen >> $0 & 1 == 1 }.map { languages[$0] })
      let needed = need.filter { set.contains(language($0.key)) }.values.reduce(0, +)
      let available = supply.filter { agent in
        agent.queues.contains { set.contains(language($0)) }
      }.reduce(0) { $0 + $1.hours }
      #expect(needed <= 0.97 * available, "\(set.sorted()): \(needed) of \(available)")
    }
  }

  @Test("follow-the-sun has the size it promises")
  func sizeOfFollowTheSun() throws {
    let workspace = try WorkspaceText(ExampleCentre.followTheSun.documents)
    let agents = try workspace.table("agents.csv")
    #expect(agents.count == 120)
    #expect(Set(agents.compactMap { $0["name"] }).count == 120)
    let zones = try workspace.values(of: "zone", in: "sites.yaml")
    #expect(Set(zones).count == 4)
    // One site's clock is half an hour beside the others.
    let instant = try #require(Instant("2026-12-07T12:00:00Z"))
    let offsets = try zones.map { try ZoneDatabase().zone($0).offset(at: instant) }
    #expect(offsets.count { !$0.isMultiple(of: 3600) } == 1)
    #expect(Set(try workspace.values(of: "language", in: "queues.yaml")).count == 5)
    #expect(Set(try workspace.values(of: "channel", in: "queues.yaml")).count == 3)
    var sets: [String: [String]] = [:]
    for row in try workspace.table("skills.csv") {
      sets[row["agent"] ?? "", default: []].append(row["queue"] ?? "")
    }
    #expect((10...14).contains(Set(sets.values).count))
  }

  @Test("first-week has twelve agents on one site")
  func sizeOfFirstWeek() throws {
    let workspace = try WorkspaceText(ExampleCentre.firstWeek.documents)
    #expect(try workspace.table("agents.csv").count == 12)
    #expect(try workspace.keys("sites.yaml") == ["vie"])
  }
}
