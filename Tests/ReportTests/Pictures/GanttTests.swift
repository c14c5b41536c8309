import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Gantt")
struct GanttTests {
  @Test("Agents stand by site, team and first start; everybody stands once")
  func order() throws {
    let content = try Sample().content()
    let gantt = Gantt(content)
    #expect(gantt.groups.map(\.heading).first == "dublin · Europe/Dublin")
    #expect(
      gantt.groups.map { "\($0.site)" } == ["dublin", "dublin", "pune", "pune", "vienna", "vienna"])
    let rows = gantt.groups.flatMap(\.rows)
    #expect(Set(rows.map(\.agent.id)) == Set(content.centre.agents.map(\.id)))
    #expect(rows.count == content.centre.agents.count)
    for group in gantt.groups {
      let starts = group.rows.map { $0.shifts.first?.interval.start ?? Instant(seconds: .max) }
      #expect(starts == starts.sorted())
    }
    #expect(rows.flatMap(\.shifts).count == content.roster.shifts.count)
  }

  @Test("A page holds a hundred agents")
  func pages() throws {
    let gantt = Gantt(try Sample(agents: 230, queues: 1, slot: .hours(1)).content())
    #expect(gantt.pages.map(\.agentCount) == [100, 100, 30])
    let paged = gantt.pages.flatMap { $0.groups.flatMap(\.rows) }
    #expect(paged == gantt.groups.flatMap(\.rows))
  }

  @Test("A night shift stands on both of its days, with an arrow at the edge it goes over")
  func nights() throws {
    let content = try Sample().content()
    let zone = content.week.zone
    let night = try #require(
      content.roster.shifts.first { shift in
        let (start, end) = (zone.day(at: shift.interval.start), zone.day(at: shift.interval.end))
        return start < end && content.week.days.contains(start) && content.week.days.contains(end)
      })
    let gantt = Gantt(content)
    let first = zone.day(at: night.interval.start)
    for day in [first, first + 1] {
      let part = gantt.part(in: zone.interval(of: day))
      #expect(part.groups.flatMap(\.rows).contains { $0.shifts.contains(night) })
    }
    let tree = try PageTree.read(page(content))
    let day = try tree.first(id: "day\(first - content.week.firstDay)-0-t")
    #expect(day.text == "Shifts of \(first.shortName)")
    let name = try #require(content.centre.agent(night.agent)?.name)
    let bars = tree.all("g").filter { group in
      group.children.first?.text.hasPrefix("\(name), ") == true
        && group.children.contains { $0.styles == ["more"] }
    }
    #expect(bars.count >= 2)
  }

  @Test("A bar is as long as its shift, and its breaks lie where they are taken")
  func bars() throws {
    let content = try Sample(agents: 1, queues: 1).content()
    let shift = try #require(content.roster.shifts.first)
    let tree = try PageTree.read(page(content))
    let bar = try #require(
      tree.all("g").first { $0.children.contains { $0.styles.first == "work" } })
    // Six pixels an hour; 8.5 hours are 51 pixels.
    let start = Double(shift.interval.start.seconds - content.week.interval.start.seconds) / 600
    let right = start + 51
    let work = try #require(bar.children.first { $0.styles.first == "work" })
    let (from, to) = (Figures.coordinate(start), Figures.coordinate(right))
    #expect(work.attributes["d"] == "M\(from) 0H\(to)V13H\(from)z")
    // The meal begins four hours after the start, 24 pixels on, and takes 3 pixels.
    let meal = try #require(bar.children.first { $0.styles == ["meal"] })
    let (open, shut) = (Figures.coordinate(start + 24), Figures.coordinate(start + 27))
    #expect(meal.attributes["d"] == "M\(open) 0H\(shut)V13H\(open)z")
    let rest = try #require(bar.children.first { $0.styles == ["rest"] })
    // Two rests of 1.5 pixels in one path.
    #expect(rest.attributes["d"]?.split(separator: "z").count == 2)
  }
}
