import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Holidays and events on a chart")
struct DayMarksTests {
  /// A week of hourly slots of a queue with these holidays and events.
  private func chart(
    holidays: [Holiday] = [], events: [Event] = [], forecast expected: Double = 5
  ) throws -> PageTree {
    let plain = try Worlds.oneSite(agents: 1, interval: .hours(1))
    let queue = try #require(plain.queues.first)
    let centre = Centre(
      name: plain.name, zone: plain.zone, interval: plain.interval, sites: plain.sites,
      queues: [
        Queue(
          id: queue.id, channel: queue.channel, language: queue.language, opening: queue.opening,
          goal: queue.goal, market: "at")
      ], contracts: plain.contracts, templates: plain.templates, agents: plain.agents,
      events: events, holidays: ["at": HolidayCalendar(holidays)])
    let week = centre.week(of: Worlds.monday)
    let grid = week.grid
    let all = grid.indices.map { _ in Band(expected: expected, low: 2, high: 9) }
    let zeros = grid.indices.map { _ in 0.0 }
    let content = ReportContent(
      centre: centre, week: week,
      forecast: Forecast(
        id: "f", grid: grid,
        queues: [QueueForecast(queue: queue.id, volume: all, handlingTime: all)]),
      requirement: Requirement(id: "r", grid: grid, queues: []),
      roster: Roster(
        id: "r", firstDay: Worlds.monday, grid: grid, shifts: [], cost: .init(), bound: .zero,
        notes: [], effort: .init()),
      coverage: Coverage(
        grid: grid, queues: [QueueCoverage(queue: queue.id, required: zeros, serving: zeros)],
        idle: zeros, onDuty: zeros),
      outlook: [], violations: [])
    return try #require(
      PageTree.read(page(content)).all("svg")
        .first { $0.attributes["aria-labelledby"]?.hasPrefix("forecast0-t ") == true })
  }

  private func event(
    hours: Range<Int>, tag: String = "sale", factor: Double? = nil, note: String = "",
    queue: Queue.ID = "de-voice"
  ) throws -> Event {
    let start = try Worlds.zone("Europe/Vienna").start(of: Worlds.monday)
    return Event(
      interval: Interval(start: start + .hours(hours.lowerBound), length: .hours(hours.count)),
      queues: [queue], tag: tag, effect: factor.map { .factor($0) } ?? .learn, note: note)
  }

  private func stripes(_ kind: String, in chart: PageTree) -> [String] {
    chart.all("path").filter { $0.styles == [kind] }.compactMap { $0.attributes["d"] }
  }

  private func names(in chart: PageTree) -> [(x: String, text: String)] {
    chart.all("text").filter { $0.styles == ["mark"] }.map {
      ($0.attributes["x"] ?? "", $0.text)
    }
  }

  @Test("A week without special days has no marks, and its picture no room for them")
  func none() throws {
    let plain = try chart()
    #expect(stripes("holiday", in: plain).isEmpty && stripes("event", in: plain).isEmpty)
    #expect(names(in: plain).isEmpty)
    let marked = try chart(holidays: [Holiday(day: Worlds.monday, name: "May Day")])
    let heights = [plain, marked].compactMap { $0.attributes["height"].flatMap { Double($0) } }
    // A line of names takes 15 pixels.
    #expect(heights.count == 2 && heights[1] - heights[0] == 15)
  }

  @Test("A holiday is a stripe over its day, with its name at the start of it")
  func holiday() throws {
    let chart = try chart(holidays: [Holiday(day: Worlds.monday + 1, name: "Immaculate")])
    // An hour is 6 pixels: Tuesday is from 144 to 288; the plot from 30 to 30 + 108 + 12.
    #expect(stripes("holiday", in: chart) == ["M144 30H288V150H144z"])
    let names = names(in: chart)
    #expect(names.count == 1 && names[0].x == "146" && names[0].text.hasPrefix("Immaculate"))
  }

  @Test("Another market's holiday and another queue's event are not marked")
  func others() throws {
    let chart = try chart(
      holidays: [Holiday(day: Worlds.monday + 9, name: "Next week")],
      events: [event(hours: 8..<10, queue: "other")])
    #expect(stripes("holiday", in: chart).isEmpty && stripes("event", in: chart).isEmpty)
  }

  @Test("An event says its effect and note; of one that begins before the week its part is shown")
  func eventWithFactor() throws {
    let chart = try chart(
      events: [event(hours: -5..<12, factor: 1.2, note: "spring catalogue")])
    #expect(stripes("event", in: chart) == ["M0 30H72V150H0z"])
    let title = chart.all("title").map(\.text)
    #expect(title.contains("sale +20 %: spring catalogue"))
    // The next mark is far away, so that the name has all the width.
    #expect(names(in: chart).first?.text.hasPrefix("sale +20 %: spring catalogue") == true)
  }

  @Test("An event of a minute is still two pixels wide")
  func short() throws {
    let start = try Worlds.zone("Europe/Vienna").start(of: Worlds.monday) + .hours(10)
    let event = Event(
      interval: Interval(start: start, length: Minutes(1)), queues: ["de-voice"], tag: "outage",
      effect: .exclude, note: "")
    #expect(stripes("event", in: try chart(events: [event])) == ["M60 30H62V150H60z"])
  }

  @Test("Names that have no room are cut, or left to the stripe; none runs into the next")
  func crowded() throws {
    let days = (0..<3).map {
      Holiday(day: Worlds.monday + $0, name: "A holiday with a very long name, number \($0)")
    }
    let names = names(in: try chart(holidays: days))
    // 142 pixels are room for 25 letters of 5.6, the last of them an ellipsis; the third has all the rest.
    #expect(names.map(\.x) == ["2", "146", "290"])
    let first = "A holiday with a very lo…"
    #expect(names[0].text.hasPrefix(first) && names[1].text.hasPrefix(first))
    #expect(names[2].text.hasPrefix("A holiday with a very long name, number 2"))
    // Four hours are 24 pixels, which is less than six letters.
    let close = try chart(
      events: [
        event(hours: 8..<9, tag: "long name"), event(hours: 12..<13, tag: "another"),
      ])
    #expect(self.names(in: close).map { String($0.text.prefix(7)) } == ["another"])
    #expect(stripes("event", in: close).count == 2)
  }

  @Test("Letters of double width take twice the room")
  func wide() throws {
    let days = (0..<2).map { Holiday(day: Worlds.monday + $0, name: "国庆节国庆节国庆节国庆节国庆节") }
    let names = names(in: try chart(holidays: days))
    // 25 columns are 12 such letters and the ellipsis.
    #expect(names[0].text.hasPrefix("国庆节国庆节国庆节国庆节…"))
    #expect(names[1].text.hasPrefix("国庆节国庆节国庆节国庆节国庆节"))
  }

  @Test("Who does not see the picture is told of the marks, the sum and the busiest interval")
  func words() throws {
    let chart = try chart(
      holidays: [Holiday(day: Worlds.monday + 1, name: "Immaculate")],
      events: [event(hours: 8..<10, note: "mailing")])
    let words = try #require(chart.all("desc").first?.text)
    // 168 hours of 5 contacts.
    #expect(words.contains("Expected in all: 840. Busiest at Mon 00:00: 5.0"))
    #expect(
      words.contains(
        "Marked are Immaculate (Tue 8 Dec 00:00–24:00), sale: mailing (Mon 7 Dec 08:00–10:00)."))
    #expect(try self.chart(forecast: 0).all("desc").first?.text.contains("No contacts") == true)
  }
}
