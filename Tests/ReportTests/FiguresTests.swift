import Report
import TestSupport
import Testing
import Workforce

@Suite("Figures")
struct FiguresTests {
  @Test("Digits stand in groups of three")
  func groups() {
    #expect(Figures.number(0) == "0")
    #expect(Figures.number(999) == "999")
    #expect(Figures.number(1000) == "1,000")
    #expect(Figures.number(12_345_678.9, decimals: 2) == "12,345,678.90")
    #expect(Figures.number(-1234.5, decimals: 1) == "−1,234.5")
  }

  @Test("Halves are rounded away from zero, and what rounds to zero has no sign")
  func rounding() {
    // 0.125, 2.5 and 0.5 are exact in binary.
    #expect(Figures.number(0.125, decimals: 2) == "0.13")
    #expect(Figures.number(2.5) == "3")
    #expect(Figures.number(-0.5) == "−1")
    #expect(Figures.number(-0.004, decimals: 2) == "0.00")
    #expect(Figures.number(0.995, decimals: 0) == "1")
    #expect(Figures.number(9.996, decimals: 2) == "10.00")
  }

  @Test("What is not known, or too great for a double's units, is a dash")
  func unknown() {
    for value in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect(Figures.number(value, decimals: 1) == "–")
      #expect(Figures.signed(value, decimals: 1) == "–")
    }
    #expect(Figures.percent(.nan) == "–")
    #expect(Figures.hours(.nan) == "–")
    #expect(Figures.money(Money(.nan), in: "EUR") == "–")
  }

  @Test("A difference shows its sign, zero has none")
  func signs() {
    #expect(Figures.signed(1.25, decimals: 2) == "+1.25")
    #expect(Figures.signed(-0.5, decimals: 2) == "−0.50")
    #expect(Figures.signed(0.001, decimals: 2) == "0.00")
  }

  @Test("Units follow their number")
  func units() {
    #expect(Figures.percent(0.8004) == "80.0 %")
    #expect(Figures.percent(0.0071, decimals: 2) == "0.71 %")
    #expect(Figures.money(Money(184_220.4), in: "EUR") == "184,220 EUR")
    #expect(Figures.money(Money(12.5), in: "JPY", decimals: 2) == "12.50 JPY")
    #expect(Figures.hours(1234.56) == "1,234.6 h")
  }

  @Test("Elapsed time is a clock that never runs backwards")
  func elapsed() {
    #expect(Figures.elapsed(0.9) == "0:00")
    #expect(Figures.elapsed(42) == "0:42")
    // 1 h 2 min 3 s.
    #expect(Figures.elapsed(3723) == "1:02:03")
    #expect(Figures.elapsed(-5) == "0:00")
    #expect(Figures.elapsed(.nan) == "–")
  }

  @Test("A coordinate is as short as can be, with a plain minus")
  func coordinates() {
    #expect(Figures.coordinate(12) == "12")
    #expect(Figures.coordinate(12.54) == "12.5")
    #expect(Figures.coordinate(-0.04) == "0")
    #expect(Figures.coordinate(-1.5) == "-1.5")
    #expect(Figures.coordinate(1234.5) == "1234.5")
  }
}
