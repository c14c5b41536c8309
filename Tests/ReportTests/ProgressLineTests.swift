import Report
import TestSupport
import Testing
import Workforce

@Suite("Progress line")
struct ProgressLineTests {
  // Gap: 1 - 182,910 / 184,220 = 0.711 %.
  private let progress = Progress(
    step: "roster", share: 0.52, cost: Money(184_220), bound: Money(182_910))

  @Test(
    "The narrower the terminal, the less is said",
    arguments: [
      (
        120,
        "roster  ███████████████░░░░░░░░░░░░░░░  52 %  0:42  cost 184,220  bound 182,910  gap 0.71 %"
      ),
      // 80 - 6 (step) - 51 (figures) - 4 (blanks) = 19 columns of bar, 52 % of them 9.88.
      (80, "roster  █████████░░░░░░░░░░  52 %  0:42  cost 184,220  bound 182,910  gap 0.71 %"),
      (68, "roster  ███████████░░░░░░░░░░░  52 %  0:42  cost 184,220  gap 0.71 %"),
      (50, "roster  █████████░░░░░░░░░  52 %  0:42  gap 0.71 %"),
      (36, "roster  52 %  0:42  gap 0.71 %"),
      (24, "roster  52 %  gap 0.71 %"),
      (12, "roster  52 %"),
      (8, "roster …"),
    ])
  func widths(width: Int, line: String) {
    #expect(progressLine(progress, elapsed: 42, width: width) == line)
  }

  @Test("No line is wider than the terminal")
  func fits() {
    forEvery(seed: 0..<200) { seed in
      let width = Int(seed)
      let line = progressLine(
        Progress(
          step: "日本 forecast", share: Double(seed) / 150, cost: Money(1e6), bound: Money(9e5)),
        elapsed: Double(seed * 97), width: width)
      return line.displayWidth <= width
    }
  }

  @Test("Before the first roster there is neither cost nor gap")
  func early() {
    let early = Progress(step: "forecast", share: 0.25)
    #expect(
      progressLine(early, elapsed: 3, width: 40) == "forecast  ████░░░░░░░░░░░░░░  25 %  0:03")
    #expect(progressNote(early, elapsed: 3) == "forecast: 25 % after 0:03")
  }

  @Test("A share outside 0 to 1 does not break the bar")
  func outside() {
    for (share, text) in [(-0.5, "0 %"), (1.5, "100 %"), (.nan, "0 %")] {
      let line = progressLine(Progress(step: "x", share: share), elapsed: 0, width: 40)
      #expect(line.contains(" \(text) "), "\(line)")
      #expect(line.displayWidth <= 40)
    }
  }

  @Test("A log gets plain words")
  func note() {
    #expect(
      progressNote(progress, elapsed: 42)
        == "roster: 52 % after 0:42, cost 184,220, bound 182,910, gap 0.71 %")
  }
}
