import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Overrides")
struct OverridesTests {
  private let header = "forecast,queue,from,to,op,value,author,reason\n"
  private let time = "2026-12-09T08:00Z,2026-12-09T18:00Z"

  private func read(_ rows: String, of forecast: String = "2026-W50") throws -> [Adjustment] {
    let acme = try Acme()
    try acme.put(header + rows, "overrides.csv")
    return try acme.workspace.overrides(in: try acme.centre())
      .filter { $0.forecast.map { $0 == forecast } ?? true }.map(\.adjustment)
  }

  private func findings(_ rows: String) throws -> [String] {
    let fault = #expect(throws: Findings.self) { _ = try read(rows) }
    return fault?.list.map(\.description) ?? []
  }

  @Test("Each row is an adjustment, in the order of the file")
  func rows() throws {
    let adjustments = try read(
      """
      2026-W50,de-voice,\(time),scale,1.15,mk,mailing 40k
      *,de-voice,\(time),scale,115%,mk,
      2026-W50,de-voice,\(time),add,400/2d,mk,mailing
      2026-W50,de-voice,\(time),set,900,,
      2026-W50,de-voice,\(time),shape,2026-11-27,,
      2026-W50,de-voice,\(time),growth,8%,,
      2026-W50,de-voice,\(time),move,no-chat:30%,,
      2026-W51,de-voice,\(time),scale,9,,

      """)
    #expect(
      adjustments.map(\.change) == [
        .scale(1.15), .scale(1.15), .add(contacts: 400, halfLife: .days(2)), .set(contacts: 900),
        .shape(from: try #require(LocalDay("2026-11-27"))), .growth(aYear: 0.08),
        .move(to: "no-chat", share: 0.3),
      ])
    #expect(adjustments[0].author == "mk" && adjustments[0].reason == "mailing 40k")
    #expect(adjustments[0].queue == "de-voice")
    #expect(adjustments[0].interval.length == .hours(10))
  }

  @Test("Without the file nothing is adjusted")
  func absent() throws {
    let acme = try Acme()
    #expect(try acme.workspace.overrides(in: try acme.centre()).isEmpty)
  }

  @Test("Every fault is told with its line, also in rows of other forecasts")
  func faults() throws {
    let found = try findings(
      """
      *,de-voise,\(time),scale,1.15,,
      *,de-voice,2026-12-09T18:00Z,2026-12-09T08:00Z,scale,1.15,,
      *,de-voice,\(time),scal,1.15,,
      *,de-voice,\(time),move,no-chart:30%,,
      *,de-voice,\(time),move,de-voice:30%,,
      *,de-voice,\(time),add,-4,,
      *,de-voice,\(time),growth,0.08,,
      *,de-voice,2026-12-09 8:00,2026-12-09T18:00Z,set,4,,

      """)
    #expect(found.count == 8)
    #expect(found.map { String($0.prefix(16)) } == (2...9).map { "overrides.csv:\($0):" })
    #expect(found[0].hasSuffix("did you mean \"de-voice\"?"))
    #expect(found[2].hasSuffix("did you mean \"scale\"?"))
    #expect(found[3].hasSuffix("did you mean \"no-chat\"?"))
    #expect(found[6].hasSuffix("write a rate a year such as 8%"))
  }

  @Test("A time without Z is of the queue's clock, a date is whole, and no end is none")
  func times() throws {
    let adjustments = try read(
      """
      *,de-voice,2026-12-09T08:00,2026-12-09T18:00,scale,2,,
      *,de-voice,2026-12-09,2026-12-10,scale,2,,
      *,de-voice,2026-12-09,,scale,2,,

      """)
    // Vienna is an hour ahead in December.
    #expect("\(adjustments[0].interval)" == "2026-12-09T07:00:00Z/2026-12-09T17:00:00Z")
    #expect("\(adjustments[1].interval)" == "2026-12-08T23:00:00Z/2026-12-10T23:00:00Z")
    #expect(adjustments[2].interval.end == Adjustment.never)
    #expect(adjustments.map(\.row) == (2...4).map { "overrides.csv:\($0)" })
  }

  @Test("Times that the clock skips or shows twice are refused, and the way out is named")
  func clockChanges() throws {
    let found = try findings(
      """
      *,de-voice,2026-03-29T02:30,2026-03-29T05:00,scale,2,,
      *,de-voice,2026-10-25T02:30,2026-10-25T05:00,scale,2,,

      """)
    #expect(found.count == 2)
    #expect(
      found[0].hasSuffix(
        "which the clock of Europe/Vienna skips; write 2026-03-29T01:00:00Z, when it is put forward"
      ))
    #expect(found[1].hasSuffix("write 2026-10-25T00:30:00Z or 2026-10-25T01:30:00Z"))
  }

  @Test("Totals that contradict each other are refused, those of other forecasts or times are not")
  func contradictions() throws {
    let found = try findings(
      """
      2026-W50,de-voice,2026-12-07,2026-12-13,set,900,,
      2026-W51,de-voice,2026-12-07,2026-12-13,set,800,,
      2026-W50,no-chat,2026-12-07,2026-12-13,set,800,,
      *,de-voice,2026-12-09,2026-12-09,set,100,,
      2026-W50,de-voice,2026-12-07,2026-12-13,set,900,,

      """)
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("overrides.csv:5:"))
    #expect(found[0].contains("it sets a time of de-voice that line 2 sets as well"))
    #expect(found[1].hasPrefix("overrides.csv:6:"))
    let twice = "2026-W50,de-voice,2026-12-07,2026-12-13,set,900,,\n"
    #expect(try read(twice + twice).count == 2)
  }

  @Test("What has no end cannot have a total")
  func endlessTotals() throws {
    let found = try findings(
      """
      *,de-voice,2026-12-07,,set,900,,
      *,de-voice,2026-12-07,,add,900,,

      """)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasSuffix("write to, or a half-life such as 400/2d") })
    #expect(try read("*,de-voice,2026-12-07,,add,900/3d,,\n").count == 1)
  }

  @Test("A forecast that does not exist is a warning, but one to be made of a week is none")
  func unknownForecasts() throws {
    let acme = try Acme()
    try acme.put(
      header + "2026-W51,de-voice,\(time),scale,2,,\npeek,de-voice,\(time),scale,2,,\n",
      "overrides.csv")
    try acme.put("", "forecasts/peak.csv")
    #expect(
      acme.workspace.overrideFindings(in: try acme.centre()).map(\.description) == [
        "overrides.csv:3:1: warning: the override: there is no forecast \"peek\"; did you mean \"peak\"?"
      ])
  }

  @Test("Rows to try are for the forecast that is asked about, and no other")
  func tried() throws {
    let acme = try Acme()
    try acme.put(
      header + "*,de-voice,\(time),scale,2,,\npeek,de-voice,\(time),scale,2,,\n", "if.csv")
    let centre = try acme.centre()
    let path = acme.workspace.path("if.csv")
    let fault = #expect(throws: Findings.self) {
      try Workspace.overrides(at: path, of: ["2026-W50", "peak"], in: centre)
    }
    #expect(fault?.list.count == 1)
    #expect(
      try Workspace.overrides(at: path, of: ["2026-W50", "peek"], in: centre).count == 2)
    #expect(throws: Findings.self) {
      try Workspace.overrides(at: path + "x", of: [], in: centre)
    }
  }
}
