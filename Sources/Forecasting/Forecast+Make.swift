import Threads
package import Timeline
package import Workforce

/// Forecasts every queue of a centre, side by side.
///
/// Several methods forecast contacts without the calendar's effects; they are weighted by how they did on
/// the queue's own past, and the bands come from what that missed.
///
/// Only observations before the grid's start are used. Slots of the grid may be shorter or longer
/// than those of the history; contacts are spread or summed. Time in which a queue is closed gets
/// exactly 0. A queue with little history may borrow one, see `Borrowing`.
///
/// - Parameters:
///   - history: what was counted, each queue on a grid of its own.
///   - grid: the slots to forecast.
///   - id: the name of the forecast.
///   - centre: the queues with their opening hours, holidays and events.
///   - seed: the seed of all draws; the same for any number of threads.
/// - Returns: a forecast with all queues of the centre.
/// - Throws: ``ForecastFault/noHistory(queues:)`` with every queue that has nothing to learn from.
package func forecast(
  _ history: History, over grid: Grid, named id: String, in centre: Centre, seed: UInt64
) throws(ForecastFault) -> Forecast {
  let made = parallelMap(centre.queues.count, threads: processorCount) { index in
    let queue = centre.queues[index]
    let known = KnownHistory(of: queue, in: history, before: grid.start, centre)
    return known.history.flatMap {
      QueueForecast(of: queue, from: $0, over: grid, in: centre, seed: seed)
    }.map(known.completed)
  }
  let missing = zip(centre.queues, made).filter { $1 == nil }.map(\.0.id)
  guard missing.isEmpty else { throw .noHistory(queues: missing) }
  return Forecast(id: id, grid: grid, queues: made.compactMap(\.self))
}
