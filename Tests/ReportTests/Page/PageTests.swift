import Foundation
import Report
import TestSupport
import Testing
import Timeline
import Workforce

/// Where to write the sample's page for looking at it; nil in everyday runs.
private let showcasePath = ProcessInfo.processInfo.environment["NOBAT_SAMPLE_PAGE"]

@Suite("Page")
struct PageTests {
  @Test("The page of the sample is written for looking at", .enabled(if: showcasePath != nil))
  func writesShowcase() throws {
    let path = try #require(showcasePath)
    try page(Sample().content()).write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("A page is well-formed: one title, one main part, headings without a leap")
  func structure() throws {
    let tree = try PageTree.read(Sample.Made.small.get().html)
    #expect(tree.name == "html")
    #expect(tree.attributes["lang"] == "en" && tree.attributes["dir"] == "ltr")
    #expect(tree.all("main").count == 1)
    #expect(tree.all("h1").count == 1)
    let levels = tree.all().compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    let ids = tree.all().compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "an id is given twice")
    for link in tree.all("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test("Every picture has a name and a description, and a table of its values in its figure")
  func accessible() throws {
    let tree = try PageTree.read(Sample.Made.small.get().html)
    let pictures = tree.all("svg").filter { $0.attributes["role"] == "img" }
    // Heat map, staffing, Gantt of the week, 5 forecasts, and for each of 7 days Gantt and staffing.
    #expect(pictures.count == 3 + 5 + 14)
    for picture in pictures {
      let ids = (picture.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
      #expect(ids.count == 2)
      for id in ids { #expect(try !picture.first(id: id).text.isEmpty) }
    }
    for drawing in tree.all("svg") where drawing.attributes["role"] != "img" {
      #expect(drawing.attributes["aria-hidden"] == "true")
    }
    for figure in tree.all("figure") where figure.all("table").isEmpty {
      // The figures of single days: their values are in the tables of the week.
      let ids = figure.all("title").compactMap { $0.attributes["id"] }
      #expect(ids.allSatisfy { $0.hasPrefix("day") || $0.hasPrefix("staff") }, "\(ids)")
    }
  }

  @Test("Nothing is loaded from anywhere")
  func selfContained() throws {
    let html = try Sample.Made.small.get().html
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("//cdn"))
    #expect(!html.contains("@import") && !html.contains("<link") && !html.contains("<img"))
    let tree = try PageTree.read(html)
    for element in tree.all() {
      #expect(element.attributes["src"] == nil && element.attributes["xlink:href"] == nil)
      if element.name != "a" { #expect(element.attributes["href"] == nil) }
    }
    #expect(html.contains("default-src 'none'"))
    // Of url() only our own patterns.
    for part in html.split(separator: "url(").dropFirst() { #expect(part.hasPrefix("#h")) }
  }

  @Test(
    "Names are inert, whatever they are made of",
    arguments: [
      "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='alert(1)'",
      "\"\u{301} onclick=alert(1) x=", "</title></svg></style><img src=x onerror=alert(1)>",
      "&lt;b&gt; &amp;", "]]>", "--><!--", "\u{0}\u{1B}[31m\u{202E}", "{{{x}}}", "𝒲𝒶\u{FFFE}",
    ])
  func hostileNames(prefix: String) throws {
    let sample = Sample(agents: 4, queues: 4, slot: .hours(1))
    var hostile = sample
    hostile.name = { prefix + $0 }
    let plain = try PageTree.read(page(sample.content()))
    let tree = try PageTree.read(page(hostile.content()))
    // The same elements with the same attributes, in the same order: names are nothing but text.
    #expect(tree.skeleton == plain.skeleton)
    #expect(tree.all("script").count == 1)
    let title = try #require(tree.all("title").first)
    let visible = Markup(escaping: prefix).text
    let isShown = visible == prefix ? title.text.hasPrefix(prefix) : !title.text.isEmpty
    #expect(isShown)
  }

  @Test("Tiles show the figures of the plan")
  func tileFigures() throws {
    let made = try Sample.Made.small.get()
    let content = made.content
    let totals = Totals(content.coverage)
    let tiles = try PageTree.read(made.html).all("div").filter { $0.styles.contains("tile") }
    let shown = tiles.map { tile in tile.children.prefix(2).map(\.text).joined(separator: ": ") }
    let cost = content.roster.cost.total
    #expect(
      shown == [
        "Cost: \(Figures.money(cost, in: "EUR"))",
        "Bound: \(Figures.money(content.roster.bound, in: "EUR"))",
        "Gap: \(Figures.percent(content.roster.gap, decimals: 2))",
        "Hard violations: 1",
        "Goals met: \(goalsMet(content)) of 4",
        "Required: \(Figures.hours(totals.required))",
        "Served: \(Figures.hours(totals.served))",
        "Missing: \(Figures.hours(totals.missing))",
        "Idle: \(Figures.hours(totals.idle))",
        "Efficiency: \(Figures.percent(totals.served / totals.onDuty))",
      ])
  }

  private func goalsMet(_ content: ReportContent) -> Int {
    WeeklyService.all(of: content).count { $0.verdict == .met }
  }

  @Test("A centre of 120 agents and 12 queues makes a page below 2.4 MB, its heat map below 100 kB")
  func size() throws {
    let html = page(try Sample(agents: 120, queues: 12).content())
    #expect(html.utf8.count < 2_400_000)
    let start = try #require(html.firstRange(of: "<desc id='heat-d'>")).upperBound
    let end = try #require(html[start...].firstRange(of: "</svg>")).lowerBound
    #expect(html[start..<end].utf8.count < 100_000)
  }

  @Test("The same content gives the same bytes")
  func deterministic() throws {
    let made = try Sample.Made.small.get()
    #expect(try Sample.Made(Sample(agents: 7, queues: 5, slot: Minutes(30))).html == made.html)
  }

  @Test("An empty roster, one agent and one queue make a page as well")
  func corners() throws {
    for sample in [Sample(agents: 1, queues: 1), Sample(agents: 0, queues: 1)] {
      _ = try PageTree.read(page(sample.content()))
    }
    let nothing = try PageTree.read(page(Sample(agents: 0, queues: 0).content()))
    #expect(nothing.text.contains("Nobody works."))
    #expect(nothing.text.contains("None: every queue has the agents it requires"))
  }

  @Test("A plan without history, notes and violations says nothing of them")
  func withoutExtras() throws {
    let content = try Sample.Made.small.get().content
    let bare = ReportContent(
      centre: content.centre, week: content.week, forecast: content.forecast,
      requirement: content.requirement, roster: content.roster, coverage: content.coverage,
      outlook: [], violations: [])
    let tree = try PageTree.read(page(bare))
    #expect(!tree.all().contains { $0.attributes["id"] == "violations" })
    #expect(!tree.all("path").contains { $0.styles == ["past"] })
    #expect(tree.text.contains("✓ every rule is kept"))
  }
}
