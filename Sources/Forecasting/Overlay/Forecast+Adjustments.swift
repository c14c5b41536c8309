package import Timeline
package import Workforce

extension Forecast {
  /// The forecast with a planner's adjustments, one after the other: the second changes what the first
  /// has left.
  ///
  /// Slots without contacts stay so: a closed queue is not opened by a mailing. A slot that an interval
  /// covers in part is changed for that part. Each adjustment is noted with its author and reason; one
  /// of a queue that is not in the forecast, or of another time, changes nothing.
  ///
  /// - Parameter zone: where days begin, for shapes.
  package func adjusted(by adjustments: [Adjustment], in zone: Zone) -> Forecast {
    var queues = queues
    for adjustment in adjustments where adjustment.interval.overlaps(grid.interval) {
      guard let index = queues.firstIndex(where: { $0.queue == adjustment.queue }) else { continue }
      let overlay = Overlay(of: adjustment.interval, on: grid, in: zone)
      switch adjustment.change {
      case .move(let other, let share):
        guard let target = queues.firstIndex(where: { $0.queue == other }), target != index else {
          continue
        }
        (queues[index], queues[target]) = overlay.move(share, of: queues[index], to: queues[target])
        queues[target] = queues[target].noting(adjustment)
      default:
        queues[index] = overlay.apply(adjustment.change, to: queues[index])
      }
      queues[index] = queues[index].noting(adjustment)
    }
    return Forecast(id: id, grid: grid, queues: queues)
  }
}

extension QueueForecast {
  /// A copy with other bands.
  func with(volume: [Band], handlingTime: [Band]? = nil) -> QueueForecast {
    QueueForecast(
      queue: queue, volume: volume, handlingTime: handlingTime ?? self.handlingTime, notes: notes,
      league: league)
  }

  fileprivate func noting(_ adjustment: Adjustment) -> QueueForecast {
    let author = adjustment.author.isEmpty ? "" : " by \(adjustment.author)"
    let reason = adjustment.reason.isEmpty ? "" : ": \(adjustment.reason)"
    let note = "\(adjustment.words) from \(adjustment.interval.start)\(author)\(reason)"
    return QueueForecast(
      queue: queue, volume: volume, handlingTime: handlingTime, notes: notes + [note],
      league: league)
  }
}

extension Adjustment {
  /// What is done, in a few words.
  fileprivate var words: String {
    switch change {
    case .scale(let factor): "times \(Self.percent(factor)) %"
    case .add(let contacts, _): "\(Int(contacts.rounded())) contacts added"
    case .set(let contacts): "set to \(Int(contacts.rounded())) contacts"
    case .shape(let day): "spread over the day like \(day)"
    case .growth(let rate): "\(Self.percent(rate)) % growth a year"
    case .move(let other, let share): "\(Self.percent(share)) % of \(queue) to \(other)"
    }
  }

  private static func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}
