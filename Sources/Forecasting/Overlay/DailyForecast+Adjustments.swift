import Timeline
package import Workforce

extension DailyForecast {
  /// The forecast with a planner's adjustments, one after the other, as
  /// ``Forecast/adjusted(by:in:history:)`` has them.
  ///
  /// A day that an interval covers in part is changed for that part of its time. What is spread over the
  /// day like another leaves the day's contacts as they are.
  ///
  /// - Parameters:
  ///   - adjustments: what is changed, in this order.
  ///   - centre: by whose queues' clocks days begin, and when they are open.
  /// - Returns: a forecast of the same name, days and queues.
  package func adjusted(by adjustments: [Adjustment], in centre: Centre) -> DailyForecast {
    let asSlots = queues.map { queue in
      QueueForecast(
        queue: queue.queue, volume: queue.volume,
        handlingTime: queue.handlingTime.map { Band(expected: $0, low: $0, high: $0) },
        notes: queue.notes, league: queue.league)
    }
    let changed = Forecasting.adjusted(
      asSlots, by: adjustments,
      on: { id in
        let queue = centre.queue(id)
        let zone = queue?.opening.zone ?? centre.zone
        let isOpen = days.map { day in
          queue.map { centre.isOpen($0, on: day) } ?? true
        }
        return (days.map { zone.interval(of: $0) }, isOpen)
      },
      shaping: { _, queue, _ in queue })
    return DailyForecast(
      id: id, firstDay: firstDay, dayCount: dayCount,
      queues: changed.map { queue in
        QueueDays(
          queue: queue.queue, volume: queue.volume,
          handlingTime: queue.handlingTime.map(\.expected), notes: queue.notes,
          league: queue.league, adjustments: queue.adjustments, statistical: queue.statistical)
      })
  }
}
