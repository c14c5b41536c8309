import Statistics
import Testing

@Suite("Discount")
struct DiscountTests {
  @Test("A weight halves with every half-life")
  func halves() {
    #expect([0, 3, 6, 9].map { discount(age: $0, halfLife: 3) } == [1, 0.5, 0.25, 0.125])
    #expect(discount(age: -3, halfLife: 3) == 2)
  }
}
