import Exchange
import Forecasting
import Timeline
package import Workforce

extension Journey {
  /// Forecasts queues by day, of what was known then; see ``ForecastOrder``.
  ///
  /// A growth a year takes the place of the trend that the history has.
  package func dailyForecast(
    _ order: ForecastOrder, growth: Double?, from history: History,
    changes: ForecastChanges = .overrides, seed: UInt64
  ) throws(JourneyFault) -> DailyForecast {
    report("forecast", 0)
    let queues = centre.queues.filter { queue in order.queue.map { $0 == queue.id } ?? true }
    let end = order.knownBefore.map { centre.zone.start(of: $0) }
    let known = History(
      history.queues.compactMap { queue in
        guard let end else { return queue }
        return queue.before(end)
      })
    let forecast: DailyForecast
    do throws(ForecastFault) {
      forecast = try Forecasting.dailyForecast(
        known, over: order.days, named: order.id, in: centre.only(queues), growth: growth,
        seed: seed)
    } catch {
      throw .forecasting(error)
    }
    report("forecast", 1)
    return try adjusted(forecast, by: changes)
  }

  /// Writes `forecasts/daily/<id>.csv`, and beside it how it was made.
  package func keep(_ forecast: DailyForecast) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(forecast) }
  }
}

extension BareJourney {
  /// Forecasts a series by day; a growth a year takes the place of the trend that it has.
  package static func byDay(growth: Double?) -> Forecaster {
    { series, day, _, days, seed in
      Forecasting.dailyForecast(series, from: day, days: days, growth: growth, seed: seed)
    }
  }
}

extension WallClockSeries {
  /// The same by day: what the rows of a forecast by day are of.
  var byDay: WallClockSeries {
    var days: [Reading] = []
    for reading in readings {
      if let last = days.last, last.day == reading.day {
        days[days.count - 1] = Reading(
          day: last.day, minute: 0, volume: last.volume + reading.volume)
      } else {
        days.append(Reading(day: reading.day, minute: 0, volume: reading.volume))
      }
    }
    return WallClockSeries(
      name: name, zone: zone, slot: Minutes(1440), readings: days, holidays: holidays)
  }
}
