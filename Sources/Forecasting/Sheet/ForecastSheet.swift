import Timeline
import Workforce

/// Expected contacts and handling times on the slots of a grid, from what was learnt by local days.
struct ForecastSheet: Sendable {
  /// The band of the contacts of each slot.
  private(set) var volume: [Band] = []
  /// Expected seconds of a contact in each slot.
  private(set) var handlingTime: [Double] = []

  /// A slot that lies in several local slots gets its share of each, so that contacts are neither
  /// lost nor made, whatever the lengths of slots; closed time gets none.
  init(
    over grid: Grid, by clock: LocalClock, of forecast: LocalForecast, times: HandlingTimes,
    events: [Event], effects: EventEffects, closedOn isClosed: (LocalDay) -> Bool
  ) {
    let isDaily = forecast.table.slotsOfLocalDay == 1
    volume.reserveCapacity(grid.count)
    handlingTime.reserveCapacity(grid.count)
    for index in grid.indices {
      var contacts = 0.0
      var work = 0.0
      var length = (seconds: 0.0, handling: 0.0)
      var day: LocalDay?
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        let seconds = Double(piece.seconds)
        let mean = times.mean(on: piece.day, minute: piece.slot * clock.slot.count)
        length.seconds += seconds
        length.handling += seconds * mean
        day = day ?? piece.day
        guard clock.isOpen(piece), !isClosed(piece.day) else { return }
        let open = isDaily ? clock.openSlots(on: piece.day) : 1
        let rate = forecast.volume(on: piece.day, slot: isDaily ? 0 : piece.slot) / Double(open)
        let share = seconds / Double(60 * clock.slot.count)
        let came = share * rate * Self.factor(of: events, at: piece.start, effects)
        contacts += came
        work += came * mean
      }
      volume.append(day.map { forecast.band(around: contacts, on: $0) } ?? .zero)
      handlingTime.append(contacts > 0 ? work / contacts : length.handling / length.seconds)
    }
  }

  private static func factor(of events: [Event], at instant: Instant, _ effects: EventEffects)
    -> Double
  {
    var factor = 1.0
    var isLearned = false
    for event in events where event.interval.contains(instant) {
      switch event.effect {
      case .exclude: break
      case .factor(let known): factor *= max(0, known)
      case .learn:
        // Of several tags at once the first is meant, as in learning.
        if !isLearned { factor *= effects.factor(of: event.tag) ?? 1 }
        isLearned = true
      }
    }
    return factor
  }
}
