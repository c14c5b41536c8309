import Statistics
import TestSupport
import Testing

@Suite("Generator")
struct GeneratorTests {
  @Test("The first numbers of a seed are those of the published SplitMix64")
  func published() {
    // Seed 1234567: the values that Rosetta Code and the reference C program by Vigna print.
    var generator = Generator(seed: 1_234_567)
    let drawn = (0..<5).map { _ in generator.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("A stream depends on its seed and its name, and on nothing else")
  func streams() {
    var calls = Generator(seed: 7, stream: "calls")
    var again = Generator(seed: 7, stream: "calls")
    var mails = Generator(seed: 7, stream: "mails")
    var other = Generator(seed: 8, stream: "calls")
    let first = calls.next()
    #expect(first == again.next())
    #expect(first != mails.next())
    #expect(first != other.next())
  }

  @Test("Uniform numbers lie in [0, 1) with mean 1/2 and variance 1/12")
  func uniform() {
    var generator = Generator(seed: 1)
    let drawn = (0..<100_000).map { _ in generator.uniform() }
    #expect(drawn.allSatisfy { (0..<1).contains($0) })
    // The mean of 100,000 draws deviates by sqrt(1/12/100,000) = 0.0009; five times that is allowed.
    #expect(abs(mean(of: drawn) - 0.5) < 0.0046)
    // The variance deviates by sqrt((1/80 - 1/144)/100,000) = 0.00024.
    #expect(abs(variance(of: drawn) - 1.0 / 12) < 0.0012)
  }

  @Test("Every whole number below a bound comes equally often")
  func index() {
    var generator = Generator(seed: 2)
    var counts = [0, 0, 0, 0, 0, 0, 0]
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    // Each count is binomial(70,000, 1/7): 10,000 with a deviation of 93; five times that is allowed.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
  }
}

func mean(of values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func variance(of values: [Double]) -> Double {
  let center = mean(of: values)
  return values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(values.count - 1)
}
