import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Time axis")
struct TimeAxisTests {
  private func axis(_ firstDay: String) throws -> TimeAxis {
    let day = try #require(LocalDay(firstDay))
    return .week(
      PlanningWeek(firstDay: day, zone: try Worlds.zone("Europe/Vienna"), slot: Minutes(15)))
  }

  @Test("A week is 168 hours wide, an hour less or more where the clock changes")
  func width() throws {
    // Six pixels an hour: 168, 167 (29 March 2026) and 169 (25 October 2026) hours.
    #expect(try axis("2026-12-07").width == 1008)
    #expect(try axis("2026-03-23").width == 1002)
    #expect(try axis("2026-10-19").width == 1014)
  }

  @Test("Days begin at local midnight, also after a change of the clock")
  func days() throws {
    let axis = try axis("2026-10-19")
    #expect(axis.days.map { axis.x($0.interval.start) } == [0, 144, 288, 432, 576, 720, 864])
    // Sunday has 25 hours: 150 pixels.
    #expect(axis.days.map { $0.interval.length.hours } == [24, 24, 24, 24, 24, 24, 25])
  }

  @Test("The pages of weeks with a clock change have a row for every slot, each with its own time")
  func clockChangeTables() throws {
    // 167 and 169 hours of four quarters.
    for (firstDay, count) in [("2026-03-23", 668), ("2026-10-19", 676)] {
      var sample = Sample(agents: 3, queues: 1)
      sample.firstDay = try #require(LocalDay(firstDay))
      let tree = try PageTree.read(page(sample.content()))
      for id in ["heat", "staff", "forecast0"] {
        let figure = try #require(
          tree.all("figure").first { $0.all("title").contains { $0.attributes["id"] == "\(id)-t" } }
        )
        let times = try #require(figure.all("table").first).bodyRows.compactMap(\.first)
        #expect(times.count == count, "\(id) of \(firstDay)")
        #expect(Set(times).count == count, "a time of \(firstDay) stands twice")
        #expect(times.contains("Sun 02:30") == false)
      }
    }
  }

  @Test("The hour that comes twice is labelled twice, the one that is skipped not at all")
  func clockChangeDay() throws {
    let zone = try Worlds.zone("Europe/Vienna")
    func labels(_ date: String) throws -> [Int] {
      TimeAxis.day(try #require(LocalDay(date)), in: zone).hours.map(\.hour)
    }
    #expect(try labels("2026-10-25") == [0, 1, 2, 2] + Array(3...23))
    #expect(try labels("2026-03-29") == [0, 1] + Array(3...23))
  }
}
