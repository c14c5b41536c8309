import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Outliers")
struct OutliersTests {
  private func outliers(_ planted: PlantedHistory, seed: UInt64 = 1, holidays: [Holiday] = [])
    throws -> [Int]
  {
    let offered = planted.draws(on: planted.grid, seed: seed, dispersion: 0.02)
    return Outliers.days(of: try #require(planted.past(of: offered, holidays: holidays)))
  }

  @Test("An outage and a rush are found among ordinary days, and only they")
  func found() throws {
    var planted = PlantedHistory(weeks: 20)
    let first = planted.firstDay
    planted.rate = { day, hour in
      let factor = day - first == 40 ? 0.3 : day - first == 111 ? 2.2 : 1
      return factor * PlantedTruthTests.busyMondays(day, hour)
    }
    #expect(try outliers(planted) == [40, 111])
  }

  @Test("Ordinary noise has hardly any outliers")
  func none() throws {
    var planted = PlantedHistory(weeks: 30)
    planted.rate = PlantedTruthTests.busyMondays
    let found = try (UInt64(0)..<5).map { try outliers(planted, seed: $0).count }
    // Four robust deviations: about one in 10,000 days if normal; 1,050 days here.
    #expect(found.reduce(0, +) <= 2)
  }

  @Test("A new level is no outlier, nor is growth, nor a holiday")
  func level() throws {
    var planted = PlantedHistory(weeks: 20)
    let last = planted.nextDay
    planted.rate = { day, _ in last - day <= 8 ? 150 : 60 }
    #expect(try outliers(planted) == [])
    let first = planted.firstDay
    planted.rate = { day, _ in 30 + Double(day - first) }
    #expect(try outliers(planted).isEmpty)
    planted.rate = { day, _ in day - first == 50 ? 5 : 60 }
    #expect(try outliers(planted) == [50])
    #expect(try outliers(planted, holidays: [Holiday(day: first + 50, name: "off")]).isEmpty)
  }
}
