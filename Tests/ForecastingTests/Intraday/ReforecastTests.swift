import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Reforecast within the day")
struct ReforecastTests {
  /// Two days of half hours.
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(30), count: 96)
  private let dayDispersion = 0.03
  private let slotDispersion = 0.01

  private func mean(_ slot: Int) -> Double {
    let hour = Double(slot % 48) / 2
    return hour < 7 || hour >= 21 ? 0 : 20 + 40 * max(0, 1 - abs(hour - 13) / 6)
  }

  private var forecast: QueueForecast {
    let bands = grid.indices.map { slot -> Band in
      let mean = mean(slot)
      let deviation = (mean + (dayDispersion + slotDispersion) * mean * mean).squareRoot()
      let values = Band.levels.map {
        max(0, mean + deviation * NormalDistribution.standard.quantile($0))
      }
      return Band(
        expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
        highest: values[4])
    }
    return QueueForecast(queue: "q", volume: bands, handlingTime: bands)
  }

  private func day(_ seed: UInt64) -> [Double] {
    var generator = Generator(seed: seed, stream: "day")
    let factor = dayDispersion * generator.gamma(shape: 1 / dayDispersion)
    return grid.indices.map { slot in
      Double(generator.negativeBinomial(mean: factor * mean(slot), dispersion: slotDispersion))
    }
  }

  private func reforecast(_ actuals: [Double], hour: Int) -> QueueForecast {
    Forecasting.reforecast(
      forecast, on: grid, in: .utc, given: actuals, at: grid.start + .hours(hour), by: pattern
    ).forecast
  }

  /// As the days are made: three quarters of what is beyond chance are the day's, nothing drifts.
  private let pattern = DayPattern(dayShare: 0.75, driftShare: 0, halfLife: 3, carryOver: 0.4)

  @Test("Without a slot of the day nothing changes, whatever later slots say")
  func unchanged() {
    let unknown = Array(repeating: Double.nan, count: 96)
    #expect(reforecast(unknown, hour: 12) == forecast)
    #expect(reforecast(day(1), hour: 0) == forecast)
    var later = day(2)
    for slot in 0..<24 { later[slot] = .nan }
    #expect(reforecast(later, hour: 12) == forecast)
  }

  @Test("A morning as expected changes nothing but the width of the bands")
  func asExpected() {
    let noon = reforecast(grid.indices.map(mean), hour: 12)
    for slot in 24..<48 where mean(slot) > 0 {
      let (before, after) = (forecast.volume[slot], noon.volume[slot])
      #expect(abs(after.expected - before.expected) < 1e-9)
      #expect(after.high - after.low < before.high - before.low)
      #expect(after.highest - after.lowest < before.highest - before.lowest)
    }
    // Known slots are what came.
    #expect(noon.volume[20] == noon.volume[20].map { _ in mean(20) })
  }

  @Test("A busy morning lifts the afternoon by less than itself, and the next day by less again")
  func busy() {
    let noon = reforecast(grid.indices.map { 1.5 * mean($0) }, hour: 12)
    let lift = noon.volume[28].expected / mean(28)
    #expect(lift > 1.2 && lift < 1.5)
    // 40 % of the lift is left, but for the small share of it that a day unlike others would have.
    #expect(abs(noon.volume[48 + 28].expected / mean(28) - (1 + 0.4 * (lift - 1))) < 5e-3)
    #expect(noon.volume[4] == .zero && noon.volume[44] == .zero)
  }

  @Test("The later the hour, the narrower the bands")
  func narrowing() {
    let widths = [8, 10, 12, 15, 18].map { hour in
      let band = reforecast(grid.indices.map(mean), hour: hour).volume[40]
      return band.high - band.low
    }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test(
    "The bands of the rest of the day hold what they say, and the error falls",
    arguments: [9, 12, 16])
  func calibration(hour: Int) {
    var (inner, outer, slots) = (0, 0, 0)
    var (error, errorBefore) = (0.0, 0.0)
    for seed in UInt64(0)..<300 {
      let actuals = day(seed)
      let updated = reforecast(actuals, hour: hour)
      var (rest, restForecast, restBefore) = (0.0, 0.0, 0.0)
      for slot in 2 * hour..<48 where mean(slot) > 0 {
        let band = updated.volume[slot]
        // Whole numbers: a count stands for half a contact on each side.
        if band.low - 0.5 <= actuals[slot], actuals[slot] <= band.high + 0.5 { inner += 1 }
        if band.lowest - 0.5 <= actuals[slot], actuals[slot] <= band.highest + 0.5 { outer += 1 }
        slots += 1
        rest += actuals[slot]
        restForecast += band.expected
        restBefore += forecast.volume[slot].expected
      }
      error += abs(rest - restForecast)
      errorBefore += abs(rest - restBefore)
    }
    let (low, high) = (Double(inner) / Double(slots), Double(outer) / Double(slots))
    #expect(low > 0.77 && low < 0.86)
    #expect(high > 0.93 && high < 0.98)
    // The day's factor has a deviation of 17 %: after two hours less than 8 % of it are in doubt.
    #expect(error < 0.75 * errorBefore)
  }

  @Test("Figures that make no sense are not looked at, and nothing is negative")
  func laws() {
    forEvery(seed: 0..<40) { seed in
      var generator = Generator(seed: seed, stream: "laws")
      let actuals = grid.indices.map { slot in
        [0, mean(slot), 5 * mean(slot), .nan, -3, .infinity, 1e6][generator.index(below: 7)]
      }
      let updated = reforecast(actuals, hour: generator.index(below: 25))
      return grid.indices.allSatisfy { slot in
        let values = updated.volume[slot].quantiles
        return zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
          && values[0] >= 0 && updated.volume[slot].expected.isFinite
      }
    }
  }

  @Test(
    "A day of 25 hours has a rest of 25 less those that are known, the hour that comes twice in both"
  )
  func longDay() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    let sunday = try #require(LocalDay("2026-10-25"))
    let long = vienna.grid(of: sunday...sunday + 1, slot: Minutes(60))
    #expect(long.count == 49)
    let bands = long.indices.map { _ in Band(expected: 50, low: 30, high: 70) }
    let forecast = QueueForecast(queue: "q", volume: bands, handlingTime: bands)
    let ten = vienna.start(of: sunday) + .hours(10)
    let actuals = long.indices.map { $0 < 10 ? 50.0 : .nan }
    let made = Forecasting.reforecast(
      forecast, on: long, in: vienna, given: actuals, at: ten, by: .usual)
    // Ten hours on the clock shows 9; 15 are left of this day.
    #expect(abs(made.restBefore.expected - 15 * 50) < 1e-9)
    #expect(abs(made.rest.expected - 15 * 50) < 1e-9)
    #expect(made.rest.high - made.rest.low < made.restBefore.high - made.restBefore.low)
  }

  @Test(
    "A past of too few days has the usual pattern, a longer one its own, and the same each time")
  func learnt() throws {
    let centre = try Worlds.oneSite(agents: 1, interval: .hours(1))
    let queue = try #require(centre.queues.first)
    let zone = queue.opening.zone
    func past(days: Int) -> QueueHistory {
      var generator = Generator(seed: 3, stream: "past")
      let grid = zone.grid(of: Worlds.monday - days...Worlds.monday - 1, slot: .hours(1))
      var factor = 1.0
      let offered = zone.readings(of: grid).map { reading -> Double in
        if reading.secondOfDay == 0 { factor = 1 + 0.15 * generator.normal() }
        return Double(generator.negativeBinomial(mean: 30 * factor, dispersion: 0.001))
      }
      return QueueHistory(queue: queue.id, grid: grid, offered: offered)
    }
    func pattern(_ days: Int) -> DayPattern {
      dayPattern(
        of: queue, from: past(days: days), before: zone.start(of: Worlds.monday),
        slot: centre.interval, in: centre, seed: 1)
    }
    #expect(pattern(6) == .usual)
    let long = pattern(98)
    #expect(long.days >= 14)
    // The whole day shares what there is.
    #expect(long.dayShare + long.driftShare >= 0.4)
    #expect(long == pattern(98))
  }

  @Test("A queue as regular as chance follows a day unlike any other, but not a lively hour")
  func unlikeAnyOther() {
    // Ten contacts an hour, Poisson: nothing beyond chance.
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(60), count: 24)
    let deviation = 10.0.squareRoot()
    let values = Band.levels.map {
      max(0, 10 + deviation * NormalDistribution.standard.quantile($0))
    }
    let band = Band(
      expected: 10, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
    let forecast = QueueForecast(
      queue: "q", volume: grid.indices.map { _ in band },
      handlingTime: grid.indices.map { _ in band })
    func lift(_ known: [Double]) -> Double {
      let actuals = known + Array(repeating: .nan, count: 24 - known.count)
      let made = Forecasting.reforecast(
        forecast, on: grid, in: .utc, given: actuals, at: grid.start + .hours(known.count))
      return made.rest.expected / made.restBefore.expected
    }
    // 60 where 30 were expected are 5.5 standard deviations; 15 where 10 were are 1.6.
    #expect(lift([20, 20, 20]) > 1.3 && lift([20, 20, 20]) < 2)
    #expect(lift([15]) < 1.02 && lift([15]) > 1)
    #expect(abs(lift([10, 10, 10]) - 1) < 0.01)
    // Half a day of half the contacts is believed as well.
    #expect(lift(Array(repeating: 4, count: 8)) < 0.75)
  }
}
