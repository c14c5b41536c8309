package import Timeline
package import Workforce

/// Forecasts every queue of a centre: a recency-weighted profile of weekday and time of day, times a
/// level, times the effects of holidays and events, with bands from how the method did on the last
/// weeks.
///
/// Only observations before the grid's start are used. Slots of the grid may be shorter or longer
/// than those of the history; contacts are spread or summed. Time in which a queue is closed gets
/// exactly 0.
///
/// - Parameters:
///   - history: what was counted, each queue on a grid of its own.
///   - grid: the slots to forecast.
///   - id: the name of the forecast.
///   - centre: the queues with their opening hours, holidays and events.
///   - seed: the seed of all draws; this method draws nothing.
/// - Returns: a forecast with all queues of the centre.
/// - Throws: ``ForecastFault/noHistory(queues:)`` with every queue that has nothing to learn from.
package func forecast(
  _ history: History, over grid: Grid, named id: String, in centre: Centre, seed: UInt64
) throws(ForecastFault) -> Forecast {
  var forecasts: [QueueForecast] = []
  var missing: [Queue.ID] = []
  for queue in centre.queues {
    if let past = history[queue.id],
      let forecast = QueueForecast(of: queue, from: past, over: grid, in: centre, seed: seed)
    {
      forecasts.append(forecast)
    } else {
      missing.append(queue.id)
    }
  }
  guard missing.isEmpty else { throw .noHistory(queues: missing) }
  return Forecast(id: id, grid: grid, queues: forecasts)
}
