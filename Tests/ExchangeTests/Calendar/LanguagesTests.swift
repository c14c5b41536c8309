import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct LanguagesTests {
  /// What Laura reads of a shift with a break, a day off and a cancelled shift.
  func read(
    _ acme: Acme, language: String?, style: CalendarStyle? = nil
  ) throws -> (lines: [String], summary: [String: String]) {
    var (rota, agent, shifts) = try CalendarSetTests.laura(acme)
    rota.style = try style ?? acme.workspace.calendarStyle()
    rota.centre = rota.centre.with(agents: [agent.with(language: language)])
    _ = rota.publish(shifts)
    let read = ReadCalendar(rota.publish(Array(shifts.dropFirst(1))).calendars["laura"])
    return (read.lines, read.values("SUMMARY"))
  }

  static let day = "laura-2026-10-25@acme.nobat.invalid"
  static let off = "laura-2026-10-21-off@acme.nobat.invalid"
  static let gone = "laura-2026-10-22@acme.nobat.invalid"

  @Test(
    "Each language says all that it has to",
    arguments: [
      ("en", "Shift 21:00-05:30", "Day off", "Cancelled: Shift 06:15-14:45"),
      ("de", "Dienst 21:00-05:30", "Frei", "Entfällt: Dienst 06:15-14:45"),
      ("fr", "Service 21:00-05:30", "Repos", "Annulé : Service 06:15-14:45"),
      ("es", "Turno 21:00-05:30", "Día libre", "Cancelado: Turno 06:15-14:45"),
      ("fa", "شیفت 21:00 تا 05:30", "روز استراحت", "لغو شد: شیفت 06:15 تا 14:45"),
    ])
  func summaries(tag: String, shift: String, off: String, cancelled: String) throws {
    let (lines, summary) = try read(try Acme(), language: tag)
    #expect(summary[Self.day] == shift)
    #expect(summary[Self.off] == off)
    #expect(summary[Self.gone] == cancelled)
    #expect(lines.contains { $0.hasPrefix("NAME:") && $0.hasSuffix(" Laura M.") })
    // No slot is left open, nothing is left empty, and no marks of direction are added.
    #expect(!lines.contains { $0.contains("{") || $0.hasSuffix(":") })
    #expect(!lines.contains { $0.unicodeScalars.contains { (0x200e...0x200f).contains($0.value) } })
    #expect(!lines.contains { $0.unicodeScalars.contains { (0x202a...0x202e).contains($0.value) } })
  }

  @Test("Persian keeps its joiners, and tells the Persian date") func persian() throws {
    let (lines, _) = try read(try Acme(), language: "fa-IR")
    #expect(lines.contains("X-WR-CALNAME:شیفت‌های Laura M."))
    // Sunday 2026-10-25 is the 3rd of Aban 1405.
    let text = try #require(lines.first { $0.hasPrefix("DESCRIPTION:شیفت day، از 21:00 تا 05:30") })
    #expect(text.contains("\\nیکشنبه 3 آبان 1405\\n"))
    #expect(text.contains("زمان با حقوق: 8 ساعت\\nاستراحت‌ها:\\nوقت غذا، از 01:00 تا 01:30\\n"))
  }

  @Test(
    "A tag without words of its own takes those of the shorter one, then the centre's, then English"
  )
  func fallback() throws {
    let acme = try Acme()
    #expect(try read(acme, language: "de-AT").summary[Self.off] == "Frei")
    #expect(try read(acme, language: "DE-Latn-AT").summary[Self.off] == "Frei")
    #expect(try read(acme, language: "ja").summary[Self.off] == "Day off")
    #expect(try read(acme, language: nil).summary[Self.off] == "Day off")
    let french = try Acme("nobat.yaml", "currency: EUR", "currency: EUR\nlanguage: fr-CA")
    #expect(try read(french, language: nil).summary[Self.off] == "Repos")
    #expect(try read(french, language: "ja").summary[Self.off] == "Repos")
    #expect(try read(french, language: "es").summary[Self.off] == "Día libre")
    var style = try french.workspace.calendarStyle()
    style.languageOfAll = "de"
    #expect(try read(french, language: "es", style: style).summary[Self.off] == "Frei")
  }

  @Test("A workspace adds a language, or changes words of ours, by a file") func ownLanguage()
    throws
  {
    let acme = try Acme(changing: [
      "languages/it.yaml": "shift: Turno {from}-{to} ({shift})\nday-off: \"Riposo; libero, sì\"\n",
      "languages/de-AT.yaml": "leave: Urlaub\nday-off: Dienstfrei\n",
    ])
    let italian = try read(acme, language: "it-CH").summary
    #expect(italian[Self.day] == "Turno 21:00-05:30 (day)")
    #expect(italian[Self.off] == "Riposo\\; libero\\, sì")
    #expect(italian[Self.gone] == "Cancelled: Turno 06:15-14:45 (day)")
    let austrian = try read(acme, language: "de-at").summary
    #expect(austrian[Self.off] == "Dienstfrei")
    #expect(austrian[Self.day] == "Dienst 21:00-05:30")
    #expect(try read(acme, language: "de").summary[Self.off] == "Frei")
    // What Italian lacks is told; a file that narrows a language of ours lacks nothing.
    #expect(acme.findings.count == 1)
    #expect(
      acme.findings.first?.hasPrefix("languages/it.yaml: warning: calendar, break, leave, ") == true
    )
  }

  @Test(
    "What is wrong with a language is told",
    arguments: [
      ("languages/it.yaml", "shift: Turno {von}", "shift"),
      ("languages/it.yaml", "shift: Turno {from", "shift"),
      ("languages/it.yaml", "shfit: Turno", "did you mean \"shift\"?"),
      ("languages/italiano!.yaml", "shift: Turno", "the file's name is no language tag"),
      ("languages/it.yaml", "shift: [Turno]", "shift is a list"),
    ])
  func wrongLanguage(file: String, text: String, told: String) throws {
    let findings = try Acme(changing: [file: text]).findings.filter { $0.contains("error") }
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.hasPrefix(file) && $0.contains(told) }, "\(findings)")
  }

  @Test("An agent's or a centre's language without words is a warning, no tag an error") func tags()
    throws
  {
    let agents = try Acme(
      "agents.csv", "seniority,team\nlaura,Laura M.,vie,ft40,,2022-03-01,,2022-03-01,blue",
      "seniority,language\nlaura,Laura M.,vie,ft40,,2022-03-01,,2022-03-01,ja")
    #expect(
      agents.findings.contains {
        $0.contains("agents.csv:2:")
          && $0.contains("there are no words of \"ja\" for calendars, so the centre's stand")
      })
    let centre = try Acme("nobat.yaml", "currency: EUR", "currency: EUR\nlanguage: ja")
    #expect(
      centre.findings.map {
        $0.contains("there are no words of \"ja\", so calendars are in English")
      }
        == [true])
    let none = try Acme("nobat.yaml", "currency: EUR", "currency: EUR\nlanguage: German!")
    #expect(none.findings.map { $0.contains("nobat.yaml:6:11: error") } == [true])
  }
}

@Suite struct CalendarStyleTests {
  @Test("The workspace says how its calendars look") func settings() throws {
    #expect(try Acme().workspace.calendarStyle() == CalendarStyle())
    let acme = try Acme(
      "nobat.yaml", "currency: EUR",
      """
      currency: EUR
      calendar: {times: utc, breaks: events, days-off: no, alarm: 30m, private: yes, cancelled: 0, organizer: rota@acme.com}
      """)
    #expect(acme.findings == [])
    var style = CalendarStyle()
    style.times = .utc
    style.breaks = .events
    style.showsDaysOff = false
    style.alarm = Minutes(30)
    style.isPrivate = true
    style.cancelledDays = 0
    style.organizer = "rota@acme.com"
    #expect(try acme.workspace.calendarStyle() == style)
  }

  @Test(
    "Every wrong setting is told at its place",
    arguments: [
      "times: gmt", "breaks: event", "days-off: maybe", "alarm: soon", "private: 1",
      "cancelled: -3", "organizer: \"a b@c\"", "organizer: nobody", "colour: red",
    ])
  func wrongSetting(text: String) throws {
    let acme = try Acme("nobat.yaml", "currency: EUR", "currency: EUR\ncalendar: {\(text)}")
    #expect(acme.findings.count == 1)
    #expect(acme.findings.first?.hasPrefix("nobat.yaml:6:") == true)
    #expect(throws: Findings.self) { try acme.workspace.calendarStyle() }
  }
}
