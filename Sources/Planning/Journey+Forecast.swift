import Exchange
import Forecasting
import Timeline
package import Workforce

extension Journey {
  /// Forecasts every queue for a week, in the digits that its file will have.
  ///
  /// The id is the week's, unless a name is given.
  package func forecast(
    _ week: PlanningWeek, from history: History, named name: String? = nil,
    changes: ForecastChanges = .overrides, seed: UInt64
  ) throws(JourneyFault) -> Forecast {
    report("forecast", 0)
    let forecast: Forecast
    do throws(ForecastFault) {
      forecast = try Forecasting.forecast(
        history, over: week.grid, named: name ?? week.id, in: centre, seed: seed)
    } catch {
      throw .forecasting(error)
    }
    report("forecast", 1)
    return try adjusted(forecast, by: changes, from: history).asFiled
  }

  /// Forecasts queues over whole days of the centre's clock, of what was known then; see ``ForecastOrder``.
  package func forecast(
    _ order: ForecastOrder, from history: History, changes: ForecastChanges = .overrides,
    seed: UInt64
  ) throws(JourneyFault) -> Forecast {
    report("forecast", 0)
    let queues = centre.queues.filter { queue in order.queue.map { $0 == queue.id } ?? true }
    let end = order.knownBefore.map { centre.zone.start(of: $0) }
    let known = History(
      history.queues.compactMap { queue in
        guard let end else { return queue }
        return queue.before(end)
      })
    let forecast: Forecast
    do throws(ForecastFault) {
      forecast = try Forecasting.forecast(
        known, over: centre.zone.grid(of: order.days, slot: centre.interval), named: order.id,
        in: centre.only(queues), seed: seed)
    } catch {
      throw .forecasting(error)
    }
    report("forecast", 1)
    return try adjusted(forecast, by: changes, from: known).asFiled
  }

  /// Writes `forecasts/<id>.csv`, and beside it how it was made.
  package func keep(_ forecast: Forecast) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(forecast) }
  }

  /// The forecast of an id; without one, the latest.
  package func storedForecast(_ id: String?) throws(JourneyFault) -> Forecast {
    let id = try choose(id, of: workspace.forecasts, kind: "forecast", remedy: "run nobat forecast")
    return try reading { () throws(Findings) in try workspace.forecast(id, of: centre) }
  }

  /// The id that is asked for, if it exists; the last of all where none is asked for.
  func choose(
    _ id: String?, of known: [String], kind: String, remedy: String
  ) throws(JourneyFault) -> String {
    guard let id else {
      guard let last = known.last else {
        throw .missing(kind: kind, id: nil, known: [], remedy: remedy)
      }
      return last
    }
    guard known.contains(id) else {
      throw .missing(kind: kind, id: id, known: known, remedy: remedy)
    }
    return id
  }

  func reading<Value>(_ read: () throws(Findings) -> Value) throws(JourneyFault) -> Value {
    do throws(Findings) {
      return try read()
    } catch {
      throw .workspace(error)
    }
  }

  func writing(_ write: () throws(ExchangeFault) -> Void) throws(JourneyFault) {
    do throws(ExchangeFault) {
      try write()
    } catch {
      throw .writing(error)
    }
  }
}
