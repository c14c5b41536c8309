import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Weekly service")
struct WeeklyServiceTests {
  private func day(
    _ offset: Int, _ contacts: Double, _ level: Double?, abandonment: Double? = nil
  ) -> ServiceOutlook {
    ServiceOutlook(
      queue: "de-voice", day: Worlds.monday + offset, contacts: contacts, serviceLevel: level,
      goal: level == nil ? nil : 0.8, abandonment: abandonment, occupancy: 0.5)
  }

  @Test("A week's level is that of its contacts, not of its days")
  func weighted() throws {
    let queue = Worlds.voice("de-voice", open: .always(in: .utc))
    let week = WeeklyService(
      queue, days: [day(0, 300, 0.9, abandonment: 0.02), day(1, 100, 0.5), day(2, 0, 0.1)])
    // (300 x 0.9 + 100 x 0.5) / 400 = 0.8; abandonment is known for Monday only.
    #expect(week.serviceLevel.map { abs($0 - 0.8) < 1e-12 } == true)
    #expect(week.contacts == 400)
    #expect(week.abandonment == 0.02)
    #expect(week.occupancy == 0.5)
    #expect(week.verdict == .met)
  }

  @Test("Work that does not wait on the line has no level, a week without contacts neither")
  func none() throws {
    let queue = Worlds.voice("de-voice", open: .always(in: .utc))
    #expect(WeeklyService(queue, days: [day(0, 10, nil)]).serviceLevel == nil)
    let quiet = WeeklyService(queue, days: [day(0, 0, 1)])
    #expect(quiet.serviceLevel == nil && quiet.occupancy == nil)
    #expect(quiet.verdict == .open)
    #expect(WeeklyService(queue, days: []).goal == 0.8)
  }

  @Test("A goal is met when it is so in the tenth of a percent that is shown")
  func verdicts() {
    #expect(Verdict(0.8, against: 0.8) == .met)
    // Shown as 80.0 % and as 79.9 %.
    #expect(Verdict(0.7996, against: 0.8) == .met)
    #expect(Verdict(0.7994, against: 0.8) == .missed)
    #expect(Verdict(nil, against: 0.8) == .open)
    #expect(Verdict(0.5, against: nil) == .open)
    #expect([Verdict.met, .missed, .open].map(\.words) == ["✓ met", "✗ missed", ""])
  }
}
