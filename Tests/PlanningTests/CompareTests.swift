import Exchange
import Planning
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Comparing rosters")
struct CompareTests {
  /// A workspace with the rosters `2026-W50` and `other`, which lacks the first shift.
  private func two() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    _ = try workspace.journey().plan(.next, settings: .light)
    for file in ["shifts.csv", "activities.csv", "run.json"] {
      var lines = try workspace.folder.lines("rosters/2026-W50/\(file)")
      let first = try workspace.folder.lines("rosters/2026-W50/shifts.csv")[1]
        .split(separator: ",")
      if file == "shifts.csv" { lines.remove(at: 1) }
      lines.removeAll {
        file == "activities.csv" && $0.hasPrefix("\(first[0]),") && $0.contains(",\(first[2])T")
      }
      try workspace.folder.write(lines.joined(separator: "\n") + "\n", to: "rosters/other/\(file)")
    }
    return workspace
  }

  @Test("A roster and itself are the same; without a shift it is cheaper in pay and dearer in gaps")
  func sides() throws {
    let workspace = try two()
    let journey = try workspace.journey()
    let same = try journey.compare("2026-W50", with: "2026-W50")
    #expect(same.agents == [] && same.hours == [] && !same.costDiffers)
    let other = try journey.compare("2026-W50", with: "other")
    #expect(other.agents.map(\.agent) == ["ana"])
    #expect(other.agents[0].changes.changes.map(\.kind) == [.cancelled])
    // 8 paid hours at 20 EUR, reckoned anew from the shifts.
    #expect(other.costs[0].difference == Money(-160))
    #expect(try journey.compare("other", with: "2026-W50").costs[0].difference == Money(160))
  }

  @Test("What was published is a side too, by its name or by a date of its week")
  func published() throws {
    let workspace = try two()
    let journey = try workspace.journey()
    let fault = try #require(throws: JourneyFault.self) {
      try journey.compare("published", with: "other")
    }
    #expect(
      "\(fault)"
        == "there is no publication of the week from \"2026-12-07\"; run nobat publish")
    _ = try journey.publish(try journey.publication(of: "2026-W50"))
    for name in ["published", "2026-12-07", "2026-12-13"] {
      let comparison = try journey.compare(name, with: "other")
      #expect(comparison.before.name == "published 1")
      #expect(comparison.agents.map(\.agent) == ["ana"])
      #expect(comparison.costs[0].difference == Money(-160))
      let back = try journey.compare("2026-W50", with: name)
      #expect(back.agents == [] && back.hours == [] && !back.costDiffers)
    }
    #expect(throws: JourneyFault.self) { try journey.compare("published", with: "published") }
  }

  @Test("Rosters of two weeks are not compared")
  func twoWeeks() throws {
    let workspace = try two()
    let journey = try workspace.journey()
    _ = try journey.plan(.holding(Worlds.monday + 7), settings: .light)
    let fault = try #require(throws: JourneyFault.self) {
      try journey.compare("2026-W50", with: "2026-W51")
    }
    #expect(
      "\(fault)" == """
        2026-W50 is of the week from 2026-12-07, 2026-W51 of the week from 2026-12-14; compare \
        rosters of one week
        """)
  }
}
