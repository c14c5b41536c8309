import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The picture of a day that goes on")
struct IntradayChartTests {
  /// Two days of hours: four contacts came in each of the first ten, where five were expected.
  private func content(
    actual: (Int) -> Double = { $0 < 10 ? 4 : .nan }, hour: Int = 10, name: String = "de-voice"
  ) throws -> IntradayContent {
    let zone = try Worlds.zone("Europe/Vienna")
    let grid = zone.grid(of: Worlds.monday...Worlds.monday + 1, slot: .hours(1))
    let before = grid.indices.map { _ in Band(expected: 5, low: 2, high: 8) }
    let after = grid.indices.map { _ in Band(expected: 4, low: 3, high: 6) }
    return IntradayContent(
      centre: "c", forecast: "f", moment: grid.start + .hours(hour), grid: grid,
      queues: [
        .init(
          id: .init(name), zone: zone, before: before, after: after,
          actual: grid.indices.map(actual), sentences: ["a <sentence>"])
      ])
  }

  private func chart(_ content: IntradayContent) throws -> PageTree {
    let zone = try Worlds.zone("Europe/Vienna")
    return try #require(
      PageTree.read(intradayPage(content, zone: zone)).all("svg")
        .first { $0.attributes["aria-labelledby"]?.hasPrefix("queue0-t ") == true })
  }

  @Test("What came ends at the moment, and the rest begins with the slot that is not over")
  func lines() throws {
    let chart = try chart(content())
    // An hour is 42 pixels, its middle at 21. 150 pixels from y = 38 (8 contacts) to 188: four lie at 113, five
    // at 94.3 (94.25).
    #expect(try chart.first("path", class: "duty").attributes["d"] == "M21 113h378")
    #expect(try chart.first("path", class: "expected").attributes["d"] == "M441 113h546")
    #expect(try chart.first("path", class: "before").attributes["d"] == "M21 94.3h966")
    // The moment is at 10 x 42, from below the hours to the end of the plot.
    #expect(try chart.first("path", class: "now").attributes["d"] == "M420 30V192")
    // Only today's 24 hours: the pale band goes there and back.
    let pale = try #require(chart.first("path", class: "outer").attributes["d"])
    #expect(pale == "M21 38h966v112.5h-966z")
  }

  @Test("The table has every hour of today, and nothing where nothing is known")
  func table() throws {
    let page = PageTree.read
    let tree = try page(intradayPage(content(), zone: Worlds.zone("Europe/Vienna")))
    let rows = tree.all("table").flatMap(\.bodyRows)
    #expect(rows.count == 24)
    #expect(rows[9] == ["09:00", "4", "5.0", "2.0", "8.0", "–", "–", "–"])
    #expect(rows[10] == ["10:00", "–", "5.0", "2.0", "8.0", "4.0", "3.0", "6.0"])
  }

  @Test("A gap in what came is a gap in the line; values that are no numbers do not stop the page")
  func gaps() throws {
    let gap = try chart(content(actual: { $0 == 4 || $0 > 9 ? .nan : 4 }))
    #expect(try gap.first("path", class: "duty").attributes["d"] == "M21 113h126M231 113h168")
    for value in [Double.nan, .infinity, -1e300] {
      _ = try chart(content(actual: { _ in value }))
    }
    _ = try chart(content(hour: 0))
    _ = try chart(content(hour: 48))
  }

  @Test("Names and sentences are text and nothing else")
  func escaping() throws {
    let html = try intradayPage(
      content(name: "<script>x</script>"), zone: Worlds.zone("Europe/Vienna"))
    #expect(!html.contains("<script>x"))
    #expect(html.contains("a &lt;sentence&gt;"))
  }
}
