import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// Handling times with a planted truth, through the ordinary door.
@Suite("Handling times of a forecast")
struct HandlingTimeDoorTests {
  private let planted: PlantedHistory = {
    var planted = PlantedHistory(weeks: 60)
    planted.firstDay = Worlds.monday - 7 * 60
    planted.slot = Minutes(60)
    planted.rate = { _, hour in (8..<20).contains(hour) ? 60 : 8 }
    return planted
  }()

  /// Seconds of a contact: 300 at first, 0.4 % more a week, a quarter more on Sundays.
  private func truth(_ day: LocalDay) -> Double {
    300 * (1 + 0.004 * Double(day - planted.firstDay) / 7) * (day.weekday == .sunday ? 1.25 : 1)
  }

  /// Each slot's mean scatters by 60 % over the root of its contacts, and by 5 % of its own; some slots
  /// have seconds and contacts of their own.
  private func history(changing own: [Int: (contacts: Double, seconds: Double)] = [:]) -> History {
    var generator = Generator(seed: 3, stream: "times")
    var (offered, seconds): ([Double], [Double]) = ([], [])
    for (index, mean) in planted.expected(on: planted.grid).enumerated() {
      let count = max(1, Double(generator.negativeBinomial(mean: mean, dispersion: 0)))
      let deviation = (0.0025 + 0.36 / count).squareRoot()
      let day = planted.zone.day(at: planted.grid.start(of: index))
      let time = truth(day) * exp(deviation * generator.normal() - deviation * deviation / 2)
      offered.append(own[index]?.contacts ?? count)
      seconds.append(own[index]?.seconds ?? time)
    }
    return History([
      QueueHistory(
        queue: "q", grid: planted.grid, offered: offered, handled: offered, handlingTime: seconds)
    ])
  }

  private func forecast(_ history: History) throws -> QueueForecast {
    try Forecasting.forecast(
      history, over: planted.nextWeek, named: "f",
      in: Centre.ofOneQueue(opening: .always(in: .utc)), seed: 1
    ).queues[0]
  }

  @Test("Level, weekdays and trend are recovered within their error")
  func recovered() throws {
    let forecast = try forecast(history())
    for day in 0..<7 {
      let hours = 24 * day + 8..<24 * day + 20
      let mean = hours.reduce(0) { $0 + forecast.handlingTime[$1].expected } / 12
      // 300 x (1 + 0.004 x 60) = 372, on Sunday 465. The last twelve weeks know the level within half a
      // percent, a Sunday's hours within two.
      let expected = truth(planted.nextDay + day)
      #expect(
        abs(mean / expected - 1) < (day == 6 ? 0.04 : 0.02), "day \(day): \(mean), \(expected)")
    }
  }

  @Test(
    "A slot of one contact of an hour moves nothing, one of ten hours is named; many contacts count"
  )
  func weighted() throws {
    // Noon of the last Friday but one.
    let slot = 168 * 58 + 24 * 4 + 12
    func noon(_ history: History) throws -> (seconds: Double, notes: [String]) {
      let made = try forecast(history)
      return (made.handlingTime[24 * 4 + 12].expected, made.notes)
    }
    let plain = try noon(history())
    let one = try noon(history(changing: [slot: (1, 3600)]))
    // Drawn to six times the others, one of some 3600 contacts of that hour in a half-life: 0.2 %.
    #expect(abs(one.seconds / plain.seconds - 1) < 0.002)
    // An hour may be chance; ten are none.
    #expect(!one.notes.contains { $0.hasPrefix("the handling time of") })
    let ten = try noon(history(changing: [slot: (1, 36_000)]))
    #expect(abs(ten.seconds / plain.seconds - 1) < 0.002)
    #expect(
      ten.notes.contains {
        $0.hasPrefix("the handling time of 2026-11-27 12:00 is far from all others")
      })
    #expect(!plain.notes.contains { $0.hasPrefix("the handling time of") })
    let many = try noon(history(changing: [slot: (600, 1500)]))
    #expect(many.seconds / plain.seconds > 1.02)
  }

  @Test("The band narrows with the contacts of a slot, and holds what the planted scatter says")
  func bands() throws {
    let forecast = try forecast(history())
    let (night, noon) = (forecast.handlingTime[3], forecast.handlingTime[12])
    func width(_ band: Band) -> Double {
      (band.high - band.low) / (2 * 1.281552 * band.expected)
    }
    // sqrt(0.0025 + 0.36 / 8) = 0.218 by night, sqrt(0.0025 + 0.36 / 60) = 0.092 by day.
    #expect(width(night) > 0.17 && width(night) < 0.27, "\(width(night))")
    #expect(width(noon) > 0.075 && width(noon) < 0.12, "\(width(noon))")
  }
}
