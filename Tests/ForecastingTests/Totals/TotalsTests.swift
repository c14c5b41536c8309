import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Totals of queues")
struct TotalsTests {
  /// Two drawn queues: voice in German and chat in English, around the clock.
  private static func world() -> (centre: Centre, history: History, grid: Grid) {
    let planted = PlantedHistory(weeks: 12, slot: Minutes(60), rate: { _, hour in 20 + hour })
    let kinds: [(Queue.ID, Channel, String)] = [("a", .voice, "de"), ("b", .chat, "en")]
    let queues = kinds.map { id, channel, language in
      Queue(
        id: id, channel: channel, language: language, opening: .always(in: planted.zone),
        goal: Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20),
        assumedHandlingTime: id == "a" ? 100 : 300)
    }
    let centre = Centre(
      name: "two", zone: planted.zone, interval: Minutes(60), sites: [], queues: queues,
      contracts: [], templates: [], agents: [])
    let pasts = queues.enumerated().map { index, queue in
      QueueHistory(
        queue: queue.id, grid: planted.grid,
        offered: planted.draws(
          on: planted.grid, seed: UInt64(index), dispersion: 0.05, dayDispersion: 0.02))
    }
    return (centre, History(pasts), planted.nextWeek)
  }

  @Test("Slots add up to the hundredth, in a band narrower than the queues' together")
  func slots() throws {
    let (centre, history, grid) = Self.world()
    let forecast = try forecast(history, over: grid, named: "w", in: centre, seed: 1)
    let totals = totals(of: forecast, from: history, in: centre, seed: 1)
    #expect(totals.map(\.name) == ["all", "chat", "voice", "de", "en"])
    check(totals[0], of: forecast.queues.map(\.volume))
    // A total of one queue is the queue.
    let chat = try #require(forecast["b"]).volume
    #expect(zip(totals[1].volume, chat).allSatisfy { abs($0.high - $1.high) < 0.00501 })
    // Contacts of 100 s and of 300 s: between the two, by how many there are of each.
    let (a, b) = (forecast.queues[0].volume[9].expected, forecast.queues[1].volume[9].expected)
    let seconds = forecast.queues.map { $0.handlingTime[9].expected }
    #expect(
      abs(totals[0].handlingTime[9] - (a * seconds[0] + b * seconds[1]) / (a + b)) < 1e-9)
  }

  @Test("Days add up as slots do")
  func days() throws {
    let (centre, history, grid) = Self.world()
    let first = centre.zone.day(at: grid.start)
    let forecast = try dailyForecast(
      history, over: first...first + 27, named: "d", in: centre, seed: 1)
    check(
      totals(of: forecast, from: history, in: centre, seed: 1)[0],
      of: forecast.queues.map(\.volume))
  }

  @Test("A total without a common past says that its band is that of the queues")
  func noCommonPast() throws {
    let (centre, history, grid) = Self.world()
    let forecast = try forecast(history, over: grid, named: "w", in: centre, seed: 1)
    let alone = History([history.queues[0]])
    let total = totals(of: forecast, from: alone, in: centre, seed: 1)[0]
    #expect(total.notes.count == 1 && total.notes[0].hasPrefix("too little past in common"))
    let ends = forecast.queues.reduce(0) { $0 + (100 * $1.volume[9].high).rounded() }
    #expect(abs(100 * total.volume[9].high - ends) < 1e-6)
  }

  private func check(_ total: ForecastTotal, of parts: [[Band]]) {
    var (own, together) = (0.0, 0.0)
    for (index, band) in total.volume.enumerated() {
      let hundredths = parts.reduce(0) { $0 + Int((100 * $1[index].expected).rounded()) }
      #expect(Int((100 * band.expected).rounded()) == hundredths)
      let quantiles = band.quantiles
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
      // Each of the two queues' ends is rounded by half a hundredth at most, and so is their sum.
      #expect(band.high <= parts.reduce(0.011) { $0 + $1[index].high })
      own += band.high - band.low
      together += parts.reduce(0) { $0 + $1[index].high - $1[index].low }
    }
    // Two like queues that are busy independently: 1/sqrt(2) = 0.71 of it, if all else were known.
    #expect(own < 0.9 * together)
    #expect(own > 0.5 * together)
  }
}
