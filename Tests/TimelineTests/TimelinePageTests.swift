import Testing
import Timeline

@Suite("The page Timeline.docc/Timeline.md")
struct TimelinePageTests {
  @Test("Its first example prints what it says")
  func firstExample() throws {
    let vienna = try ZoneDatabase().zone("Europe/Vienna")
    let spring = try #require(LocalDay("2026-03-29"))
    let night = Interval(
      start: vienna.instant(spring - 1, LocalTime(minutes: 22 * 60)),
      end: vienna.instant(spring, LocalTime(minutes: 6 * 60)))
    #expect(night.length.description == "7h")
    #expect(vienna.interval(of: spring).length.description == "23h")
    #expect(vienna.reading(at: night.end).description == "2026-03-29 06:00")
    #expect(Week(of: spring).description == "2026-W13")
  }
}
