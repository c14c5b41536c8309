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
    return try acme.workspace.adjustments(of: forecast, in: try acme.centre())
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
    #expect(try acme.workspace.adjustments(of: "2026-W50", in: try acme.centre()).isEmpty)
  }

  @Test("Every fault is told with its line, also in rows of other forecasts")
  func faults() throws {
    let found = try findings(
      """
      a,de-voise,\(time),scale,1.15,,
      a,de-voice,2026-12-09T18:00Z,2026-12-09T08:00Z,scale,1.15,,
      a,de-voice,\(time),scal,1.15,,
      a,de-voice,\(time),move,no-chart:30%,,
      a,de-voice,\(time),move,de-voice:30%,,
      a,de-voice,\(time),add,-4,,
      a,de-voice,\(time),growth,0.08,,
      a,de-voice,2026-12-09 08:00,2026-12-09T18:00Z,set,4,,

      """)
    #expect(found.count == 8)
    #expect(found.map { String($0.prefix(16)) } == (2...9).map { "overrides.csv:\($0):" })
    #expect(found[0].hasSuffix("did you mean \"de-voice\"?"))
    #expect(found[2].hasSuffix("did you mean \"scale\"?"))
    #expect(found[3].hasSuffix("did you mean \"no-chat\"?"))
    #expect(found[6].hasSuffix("write a rate a year such as 8%"))
  }
}
