import Timeline
package import Workforce

extension Forecast {
  /// The forecast with a planner's adjustments, one after the other: the second changes what the first
  /// has left.
  ///
  /// A slot that an interval covers in part is changed for that part; contacts that are added or set for
  /// a time beyond the forecast come in it by its share of that time. Each adjustment is kept with what
  /// it did; one of a queue that is not in the forecast, or of another time, changes nothing.
  ///
  /// - Parameters:
  ///   - adjustments: what is changed, in this order.
  ///   - centre: by whose queues' clocks days begin, and when they are open.
  ///   - history: where the shape of a past day is looked up.
  /// - Returns: a forecast of the same name, slots and queues.
  package func adjusted(
    by adjustments: [Adjustment], in centre: Centre, history: History = History([])
  ) -> Forecast {
    let slots = grid.indices.map(grid.interval(of:))
    let adjusted = Forecasting.adjusted(
      queues, by: adjustments,
      on: { id in
        let queue = centre.queue(id)
        return (
          slots,
          queue.map { centre.openMask(of: $0, on: grid) }
            ?? Array(repeating: true, count: grid.count)
        )
      },
      shaping: { overlay, queue, day in
        overlay.shaped(
          queue, like: day, on: grid, of: centre.queue(queue.queue)?.opening.zone ?? centre.zone,
          history: history[queue.queue])
      })
    return Forecast(id: id, grid: grid, queues: adjusted)
  }
}

/// Queues of one forecast with adjustments, one after the other.
///
/// - Parameters:
///   - queues: their figures.
///   - adjustments: what is changed, in this order.
///   - slots: the stretches of time that a queue's figures are of, and whether it is open in each.
///   - shape: what spreads each day of a queue's figures like another.
/// - Returns: the same queues in the same order, each with what was done to it.
func adjusted(
  _ queues: [QueueForecast], by adjustments: [Adjustment],
  on slots: (Queue.ID) -> (times: [Interval], isOpen: [Bool]),
  shaping shape: (Overlay, QueueForecast, LocalDay) -> QueueForecast
) -> [QueueForecast] {
  var queues = queues
  for adjustment in adjustments {
    guard let index = queues.firstIndex(where: { $0.queue == adjustment.queue }) else { continue }
    let (times, isOpen) = slots(adjustment.queue)
    guard let first = times.first, let last = times.last else { continue }
    let whole = Interval(start: first.start, end: last.end)
    guard adjustment.interval.overlaps(whole) else { continue }
    let overlay = Overlay(of: adjustment.interval, on: times, isOpen: isOpen)
    let before = queues[index]
    switch adjustment.change {
    case .move(let other, let share):
      guard let target = queues.firstIndex(where: { $0.queue == other }), target != index else {
        queues[index] = before.noting(
          "\(adjustment.row): nothing is moved, as \(other) is not in this forecast")
        continue
      }
      let (left, grown) = overlay.move(share, of: before, to: queues[target])
      queues[index] = left
      queues[target] = grown.recording(adjustment, over: whole, since: queues[target])
    case .shape(let day):
      queues[index] = shape(overlay, before, day)
    default:
      queues[index] = overlay.apply(adjustment.change, to: before)
    }
    queues[index] = queues[index].recording(adjustment, over: whole, since: before)
  }
  return queues
}

extension QueueForecast {
  /// A copy with other bands.
  func with(volume: [Band], handlingTime: [Band]? = nil) -> QueueForecast {
    QueueForecast(
      queue: queue, volume: volume, handlingTime: handlingTime ?? self.handlingTime, notes: notes,
      league: league, adjustments: adjustments, statistical: statistical)
  }

  /// A copy with one more thing to know.
  package func noting(_ note: String) -> QueueForecast {
    QueueForecast(
      queue: queue, volume: volume, handlingTime: handlingTime, notes: notes + [note],
      league: league, adjustments: adjustments, statistical: statistical)
  }

  fileprivate func recording(
    _ adjustment: Adjustment, over whole: Interval, since before: QueueForecast
  ) -> QueueForecast {
    let applied = AppliedAdjustment(
      row: adjustment.row, change: adjustment.words,
      interval: adjustment.interval.intersection(whole) ?? whole,
      author: adjustment.author, reason: adjustment.reason,
      contacts: zip(volume, before.volume).reduce(0) { $0 + $1.0.expected - $1.1.expected })
    return QueueForecast(
      queue: queue, volume: volume, handlingTime: handlingTime, notes: notes, league: league,
      adjustments: adjustments + [applied],
      statistical: before.statistical ?? before.volume.map(\.expected))
  }
}

extension Adjustment {
  /// What is done, in a few words.
  fileprivate var words: String {
    switch change {
    case .scale(let factor): "times \(Self.percent(factor))"
    case .add(let contacts, nil): "\(Self.tenths(contacts)) contacts added"
    case .add(let contacts, let halfLife?):
      "\(Self.tenths(contacts)) contacts added, half of them every \(halfLife)"
    case .set(let contacts): "set to \(Self.tenths(contacts)) contacts"
    case .shape(let day): "spread over the day like \(day)"
    case .growth(let rate): "\(Self.percent(rate)) growth a year"
    case .move(let other, let share): "\(Self.percent(share)) of \(queue) to \(other)"
    }
  }

  private static func percent(_ share: Double) -> String { "\(tenths(100 * share)) %" }

  /// `115` or `112.5`, of less than 10^15.
  private static func tenths(_ value: Double) -> String {
    let count = Int((10 * value).rounded())
    let sign = count < 0 ? "-" : ""
    let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
