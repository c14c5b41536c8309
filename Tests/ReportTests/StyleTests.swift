import Report
import Testing

@Suite("Style")
struct StyleTests {
  @Test("Colours come on a terminal only, and not where NO_COLOR holds anything")
  func choice() {
    #expect(Style(onTerminal: true, environment: [:]) == .ansi)
    #expect(Style(onTerminal: true, environment: ["NO_COLOR": ""]) == .ansi)
    #expect(Style(onTerminal: true, environment: ["NO_COLOR": "0"]) == .plain)
    #expect(Style(onTerminal: true, environment: ["TERM": "dumb"]) == .plain)
    #expect(Style(onTerminal: false, environment: [:]) == .plain)
  }

  @Test("Plain text stays as it is; painted text ends its colour")
  func paint() {
    #expect(Style.plain.paint("gap", .bad) == "gap")
    #expect(Style.ansi.paint("gap", .bad) == "\u{1B}[33mgap\u{1B}[0m")
    #expect(Style.ansi.paint("gap", nil) == "gap")
    #expect(Style.ansi.paint("", .bad) == "")
  }
}
