import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Sections")
struct SectionTests {
  let content: ReportContent
  let tree: PageTree

  init() throws {
    let made = try Sample.Made.small.get()
    content = made.content
    tree = try PageTree.read(made.html)
  }

  /// The table that is folded away below a picture.
  private func table(below picture: String) throws -> PageTree {
    let figures = tree.all("figure")
    let figure = try #require(
      figures.first { $0.all("title").contains { $0.attributes["id"] == "\(picture)-t" } })
    return try #require(figure.all("table").first)
  }

  @Test("The table below the heat map has every difference of every slot")
  func heatTable() throws {
    let coverage = content.coverage
    let rows = try table(below: "heat").bodyRows
    // Seven days of 48 half-hours.
    #expect(rows.count == 336)
    for (slot, row) in rows.enumerated() {
      var expected = coverage.queues.map {
        Figures.signed($0.serving[slot] - $0.required[slot], decimals: 2)
      }
      expected.append(Figures.signed(coverage.idle[slot], decimals: 2))
      #expect(Array(row.dropFirst()) == expected, "slot \(slot)")
    }
    #expect(rows[13][0] == "Mon 06:30")
  }

  @Test("The table below the staffing chart has every need and all on duty")
  func staffingTable() throws {
    let coverage = content.coverage
    for (slot, row) in try table(below: "staff").bodyRows.enumerated() {
      let needs = coverage.queues.map { $0.required[slot] }
      let values = [coverage.onDuty[slot], needs.reduce(0, +)] + needs
      #expect(Array(row.dropFirst()) == values.map { Figures.number($0, decimals: 2) })
    }
  }

  @Test("The table below a forecast has the five quantiles and the weeks before")
  func forecastTable() throws {
    for (index, queue) in content.forecast.queues.enumerated() {
      let rows = try table(below: "forecast\(index)").bodyRows
      #expect(rows.count == 336)
      let history = try #require(content.history?[queue.queue])
      for (slot, row) in rows.enumerated() {
        let band = queue.volume[slot]
        // The sample's history has four weeks on the same slots: a week is 336 of them.
        let past = [3 * 336 + slot, 2 * 336 + slot].map { Figures.number(history.offered[$0]) }
        let values = ([band.expected] + band.quantiles).map {
          Figures.number($0, decimals: 1)
        }
        #expect(Array(row.dropFirst()) == values + past, "\(queue.queue) slot \(slot)")
      }
    }
  }

  @Test("The table below the Gantt has every shift and break by the agent's own clock")
  func rosterTable() throws {
    let table = try table(below: "week-0")
    let rows = table.bodyRows
    #expect(rows.count == content.centre.agents.count)
    for shift in content.roster.shifts {
      let agent = try #require(content.centre.agent(shift.agent))
      let row = try #require(rows.first { $0[1] == agent.id.rawValue })
      #expect(row[0] == agent.name && row[3] == agent.zone.identifier)
      // Agent, id, site, clock and paid time stand before the days.
      let cell = row[5 + (shift.day - content.week.firstDay)]
      let clock = WeekClock(zone: agent.zone)
      #expect(cell.hasPrefix(clock.times(shift.interval)))
      for pause in shift.breaks {
        #expect(cell.contains("\(pause.kind.rawValue) \(clock.times(pause.interval))"))
      }
    }
    let off = try #require(content.centre.timeOff.first)
    let row = try #require(rows.first { $0[1] == off.agent.rawValue })
    #expect(row[5 + (off.from - content.week.firstDay)] == "leave")
  }

  @Test("Service is told for the week and each day, in figures, words and signs")
  func service() throws {
    let rows = try tree.first("table", class: "service").bodyRows
    #expect(rows.count == 5)
    for (week, row) in zip(WeeklyService.all(of: content), rows) {
      #expect(row[0].hasPrefix(week.queue.rawValue))
      #expect(row[1] == Figures.number(week.contacts))
      guard let level = week.serviceLevel else {
        #expect(row[3] == "–")
        continue
      }
      #expect(row[3] == Figures.percent(level) + week.verdict.words)
      for (index, day) in content.week.days.enumerated() {
        let outlook = content.outlook.first { $0.queue == week.queue && $0.day == day }
        guard let outlook, let level = outlook.serviceLevel else {
          #expect(row[6 + index] == "–")
          continue
        }
        let isMet = level >= 0.7995
        #expect(row[6 + index] == Figures.percent(level) + (isMet ? "✓ met" : "✗ missed"))
      }
    }
  }

  @Test("The worst holes are listed first, in the centre's time")
  func holes() throws {
    let holes = Hole.all(in: content.coverage)
    let worst = try #require(holes.first)
    let cover = try tree.first(id: "cover")
    let list = try #require(
      cover.all("table").first { $0.text.hasPrefix("Stretches with agents missing") })
    let rows = list.bodyRows
    #expect(rows.count == min(12, holes.count))
    #expect(
      rows[0] == [
        worst.queue.rawValue, WeekClock(zone: content.week.zone).span(worst.interval),
        "\(Figures.number(worst.depth, decimals: 1)) agents", Figures.hours(worst.hours),
      ])
  }

  @Test("A broken rule is told in its sentence and marked on the bar of its shift")
  func violations() throws {
    let violation = try #require(content.violations.first)
    let section = try tree.first(id: "violations")
    #expect(section.bodyRows[0][0] == "rest")
    #expect(section.bodyRows[0][3] == violation.sentence)
    let broken = tree.all("g").filter { group in
      group.children.contains { $0.styles.contains("broken") }
    }
    #expect(!broken.isEmpty)
    #expect(broken.allSatisfy { $0.text.contains(violation.sentence) })
  }

  @Test("The foot says how the plan was made")
  func provenance() throws {
    let rows = try tree.first(id: "provenance").bodyRows
    #expect(rows.prefix(3) == [["nobat", "0.1.0"], ["seed", "1"], ["zone rules", "2026f"]])
    #expect(rows.contains(["lines generated", "18,204"]))
  }

  @Test("Holidays and events of the week are named, those of other weeks are not")
  func specialDays() throws {
    let items = try tree.first(id: "notes").all("li").map(\.text)
    #expect(items.contains("Tue 8 Dec: Immaculate Conception (public, calendar at)"))
    #expect(items.contains("Wed 9 Dec 00:00–12:00: sale, autumn sale"))
    #expect(!items.contains { $0.contains("Christmas") })
  }

  @Test("Unmet wishes are listed beside what the agent works instead")
  func wishes() throws {
    let unmet = UnmetWish.all(in: content)
    try #require(!unmet.isEmpty)
    let notes = try tree.first(id: "notes")
    let list = try #require(notes.all("table").first { $0.text.hasPrefix("Wishes") })
    #expect(list.bodyRows.count == unmet.count)
  }
}
