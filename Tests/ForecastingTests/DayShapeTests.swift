import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Day shape")
struct DayShapeTests {
  @Test("Shares of a weekday sum to 1 and are the planted ones")
  func shares() throws {
    var planted = PlantedHistory(weeks: 10)
    planted.rate = PlantedTruthTests.busyMondays
    let past = try #require(planted.past())
    let shape = DayShape(of: past, through: past.dayCount)
    // An hour weighs 0.2 for 12 hours, 1.5 for 4 and 1 for 8: 16.4; a slot has half an hour.
    for weekday in 0..<7 {
      #expect(abs(shape.shares[48 * weekday..<48 * weekday + 48].reduce(0, +) - 1) < 1e-12)
      #expect(abs(shape.shares[48 * weekday + 17] - 1.5 / 16.4 / 2) < 1e-9)
      #expect(abs(shape.shares[48 * weekday + 2] - 0.2 / 16.4 / 2) < 1e-9)
    }
    #expect(shape.observedShare.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test("Weekdays that truly differ keep their own shape")
  func differing() throws {
    var planted = PlantedHistory(weeks: 6)
    planted.rate = { day, hour in (day.weekday == .tuesday) == (hour < 12) ? 90 : 30 }
    let past = try #require(planted.past())
    let shape = DayShape(of: past, through: past.dayCount)
    // Without noise there is nothing to pool: three quarters of Tuesday's contacts come by noon, one
    // quarter of Monday's.
    #expect(abs(shape.shares[48] - 0.75 / 24) < 1e-12)
    #expect(abs(shape.shares[0] - 0.25 / 24) < 1e-12)
  }

  @Test("A day of which the morning is missing counts for its afternoon")
  func partial() throws {
    var planted = PlantedHistory(weeks: 6)
    planted.rate = { _, hour in hour < 12 ? 30 : 10 }
    var offered = planted.expected(on: planted.grid)
    // The last Wednesday until noon.
    let day = 37
    for slot in 0..<24 { offered[48 * day + slot] = .nan }
    let past = try #require(planted.past(of: offered))
    let shape = DayShape(of: past, through: past.dayCount)
    // Mornings hold three quarters.
    #expect(abs(shape.observedShare[day] - 0.25) < 1e-4)
    #expect(abs(shape.shares[48 * 2] - 0.75 / 24) < 1e-5)
  }

  @Test("What was never observed has no share; an unseen weekday takes the shape of the others")
  func unseen() throws {
    let planted = PlantedHistory(weeks: 8)
    let offered = planted.expected(on: planted.grid).enumerated().map { index, value in
      // No Saturdays, and nothing before eight.
      index / 48 % 7 == 5 || index % 48 < 16 ? .nan : value
    }
    let past = try #require(planted.past(of: offered))
    let shape = DayShape(of: past, through: past.dayCount)
    for weekday in 0..<7 {
      #expect(shape.shares[48 * weekday..<48 * weekday + 16].allSatisfy { $0 == 0 })
      #expect(shape.shares[48 * weekday + 16..<48 * weekday + 48].allSatisfy { $0 > 0 })
    }
  }

  @Test("Few contacts are smoothed: closer to the truth than the bare shares are")
  func smoothing() throws {
    var planted = PlantedHistory(weeks: 8)
    planted.rate = { _, hour in 1 + 3 * hour / 24 }
    var gains = 0
    for seed in UInt64(0)..<10 {
      let offered = planted.draws(on: planted.grid, seed: seed, dispersion: 0)
      let past = try #require(planted.past(of: offered))
      let shape = DayShape(of: past, through: past.dayCount)
      var (smooth, bare) = (0.0, 0.0)
      // Thursdays; the rate sums to 24 + 1.5 x 24 over a day, but a slot's rate is that at its start.
      let total = (0..<48).reduce(0) { $0 + 1 + 3 * Double($1) / 48 }
      let days = (0..<8).map { 7 * $0 + 3 }
      let came = days.reduce(0) { $0 + past.totals[$1] }
      for slot in 0..<48 {
        let truth = (1 + 3 * Double(slot) / 48) / total
        let own = days.reduce(0) { $0 + past.table.contacts[48 * $1 + slot] } / came
        smooth += abs(shape.shares[48 * 3 + slot] - truth)
        bare += abs(own - truth)
      }
      if smooth < 0.6 * bare { gains += 1 }
    }
    #expect(gains >= 9)
  }
}
