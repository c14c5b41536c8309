import TestSupport
import Testing
import Timeline
import Workforce

@Suite("ShiftTemplate")
struct ShiftTemplateTests {
  private func template(_ breaks: [ShiftTemplate.BreakRule]) -> ShiftTemplate {
    ShiftTemplate(
      id: "t", firstStart: 360, lastStart: 840, startStep: Minutes(30), lengths: [Minutes(510)],
      breaks: breaks)
  }

  private func pause(_ length: Int, paid: Bool) -> ShiftTemplate.BreakRule {
    ShiftTemplate.BreakRule(
      kind: paid ? .rest : .meal, length: Minutes(length), isPaid: paid, earliest: .hours(2),
      latest: .hours(5))
  }

  @Test("Unpaid breaks are taken off, paid ones are not")
  func paid() {
    let length = Minutes(510)
    #expect(template([]).paid(of: length) == Minutes(510))
    #expect(template([pause(15, paid: true)]).paid(of: length) == Minutes(510))
    // 510 - 30 - 20.
    let breaks = [pause(30, paid: false), pause(15, paid: true), pause(20, paid: false)]
    #expect(template(breaks).paid(of: length) == Minutes(460))
    #expect(Worlds.day.paid(of: length) == .hours(8))
  }

  @Test("Starts run from the first to the last, which counts if a step meets it")
  func starts() {
    // 06:00 to 14:00 every half hour: 17 starts.
    #expect(Array(template([]).starts) == Array(stride(from: 360, through: 840, by: 30)))
    #expect(Array(template([]).starts).count == 17)
    let odd = ShiftTemplate(
      id: "t", firstStart: 1380, lastStart: 1500, startStep: Minutes(50), lengths: [])
    // 23:00, 23:50 and 24:40; 25:30 would be past 25:00.
    #expect(Array(odd.starts) == [1380, 1430, 1480])
  }

  @Test("A template goes through a file")
  func coding() throws {
    #expect(try throughJSON(Worlds.day) == Worlds.day)
  }
}
