import Forecasting
package import Timeline
package import Workforce

/// How forecasts of one queue did on its own history.
package struct QueueBacktest: Sendable, Encodable {
  package let queue: Queue.ID
  /// First days that were forecast, ascending.
  package let origins: [LocalDay]
  /// Of the last origin.
  package let league: League?
  /// Of all origins together.
  package let scores: [ForecastScore]
  /// Of the last origin.
  package let notes: [String]
}

extension Journey {
  /// Forecasts each queue, or one, from days of its past, of what was known before, and judges that by
  /// what came; not whole where the planner wished to stop.
  ///
  /// The origins lie ten weeks apart, the last so many weeks before the history's end.
  package func backtest(
    _ chosen: Queue.ID?, weeks: Int, folds: Int, seed: UInt64
  ) throws(JourneyFault) -> (queues: [QueueBacktest], isWhole: Bool) {
    let history = try history()
    let queues = centre.queues.filter { queue in
      (chosen.map { $0 == queue.id } ?? true) && history[queue.id] != nil
    }
    var results: [QueueBacktest] = []
    for (index, queue) in queues.enumerated() {
      guard let past = history[queue.id] else { continue }
      let origins = origins(of: past, queue, weeks: weeks, folds: folds)
      var judge = Judge(past.readings(in: queue.opening.zone), weeks: weeks)
      var last: QueueForecast?
      for (fold, origin) in origins.enumerated() {
        let done = Double(index) + Double(fold) / Double(origins.count)
        let progress = Progress(
          step: "forecast \(queue.id) from \(origin)", share: done / Double(queues.count))
        guard watcher(progress) == .goOn else { return (results, false) }
        let zone = queue.opening.zone
        let grid = zone.grid(of: origin...origin + (7 * weeks - 1), slot: past.grid.slot)
        guard let forecast = try forecast(of: queue, past, over: grid, seed: seed) else { continue }
        judge.add(
          zip(zone.readings(of: grid), forecast.volume).map { reading, volume in
            Judge.Expected(minute: reading.secondsSince1970 / 60, volume: volume)
          }, from: 1440 * origin.daysSince1970)
        last = forecast
      }
      results.append(
        QueueBacktest(
          queue: queue.id, origins: origins, league: last?.league, scores: judge.scores,
          notes: last?.notes ?? [Journey.tooShort(past, weeks: weeks)]))
    }
    report("backtest", 1)
    if let chosen, results.isEmpty { throw .forecasting(.noHistory(queues: [chosen])) }
    return (results, true)
  }

  /// Days of history that an origin needs before it.
  private static let leastDays = 14

  private func origins(
    of past: QueueHistory, _ queue: Queue, weeks: Int, folds: Int
  ) -> [LocalDay] {
    let zone = queue.opening.zone
    let end = zone.day(at: past.grid.end)
    let first = zone.day(at: past.grid.start)
    return (0..<folds).reversed().map { end - 7 * weeks - 70 * $0 }
      .filter { $0 - first >= Journey.leastDays }
  }

  private static func tooShort(_ past: QueueHistory, weeks: Int) -> String {
    "a history from \(past.grid.start) to \(past.grid.end) is too short to forecast "
      + "\(weeks == 1 ? "1 week" : "\(weeks) weeks") of it from two weeks before"
  }

  /// One queue's forecast, nil where nothing is known before the grid.
  private func forecast(
    of queue: Queue, _ past: QueueHistory, over grid: Grid, seed: UInt64
  ) throws(JourneyFault) -> QueueForecast? {
    do throws(ForecastFault) {
      return try Forecasting.forecast(
        History([past]), over: grid, named: "backtest", in: centre.only([queue]), seed: seed
      )[queue.id]
    } catch {
      return nil
    }
  }
}

extension Centre {
  /// The same centre with some of its queues alone: enough to forecast them.
  func only(_ queues: [Queue]) -> Centre {
    Centre(
      name: name, zone: zone, interval: interval, weekStart: weekStart, currency: currency,
      prices: prices, sites: sites, queues: queues, contracts: contracts, templates: templates,
      rules: rules, agents: agents, timeOff: timeOff, wishes: wishes, events: events,
      holidays: holidays)
  }
}

extension QueueHistory {
  /// What was observed by a zone's wall clock; the two passes of a repeated hour are averaged.
  func readings(in zone: Zone) -> [WallClockSeries.Reading] {
    var sums: [(reading: LocalReading, volume: Double, count: Int)] = []
    let pairs = zip(zone.readings(of: grid), offered).filter { !$0.1.isNaN }
    let isRising = zip(pairs, pairs.dropFirst()).allSatisfy { $0.0 < $1.0 }
    for (reading, volume) in isRising ? pairs : pairs.sorted(by: { $0.0 < $1.0 }) {
      if let last = sums.last, last.reading == reading {
        sums[sums.count - 1] = (reading, last.volume + volume, last.count + 1)
      } else {
        sums.append((reading, volume, 1))
      }
    }
    return sums.map { sum in
      WallClockSeries.Reading(
        day: sum.reading.day, minute: sum.reading.secondOfDay / 60,
        volume: sum.volume / Double(sum.count))
    }
  }
}
