package import Timeline
package import Workforce

/// Expected contacts and handling times on the slots of a grid, from what was learnt by local days.
package struct ForecastSheet: Sendable {
  /// Expected contacts of each slot.
  package private(set) var volume: [Double]
  /// How far the expected value itself may be off, as a relative variance: more on holidays that
  /// were seldom seen.
  package private(set) var doubt: [Double]
  /// Expected seconds of a contact in each slot.
  package private(set) var handlingTime: [Double]

  /// Relative variance of the effect of a holiday that was seen once, and of one never seen.
  static let doubtOfOne = 0.04
  static let doubtOfUnseen = 0.16

  /// A slot that lies in several local slots gets its share of each, so that contacts are neither
  /// lost nor made, whatever the lengths of slots; closed time gets none.
  package init(
    over grid: Grid, by clock: LocalClock, model: QueueModel, of past: Past, times: HandlingTimes,
    events: [Event], closedOn isClosed: (LocalDay) -> Bool
  ) {
    volume = Array(repeating: 0, count: grid.count)
    doubt = volume
    handlingTime = volume
    var today: (day: LocalDay, rates: [Double], doubt: Double)?
    for index in grid.indices {
      var contacts = 0.0
      var doubt = 0.0
      var work = 0.0
      var length = (seconds: 0.0, handling: 0.0)
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        let seconds = Double(piece.seconds)
        let mean = times.mean(on: piece.day, minute: piece.slot * clock.slot.count)
        length.seconds += seconds
        length.handling += seconds * mean
        if today?.day != piece.day {
          let day = piece.day - past.table.firstDay
          today = (piece.day, model.rates(on: day), Self.doubt(of: past.signs.signs[day], model))
        }
        guard let today, clock.isOpen(piece), !isClosed(piece.day) else { return }
        let share = seconds / Double(60 * clock.slot.count)
        let came = share * today.rates[piece.slot] * Self.factor(of: events, at: piece.start, model)
        contacts += came
        work += came * mean
        doubt = max(doubt, today.doubt)
      }
      volume[index] = contacts
      self.doubt[index] = doubt
      handlingTime[index] = contacts > 0 ? work / contacts : length.handling / length.seconds
    }
  }

  private static func factor(of events: [Event], at instant: Instant, _ model: QueueModel) -> Double
  {
    var factor = 1.0
    var isLearned = false
    for event in events where event.interval.contains(instant) {
      switch event.effect {
      case .exclude: break
      case .factor(let known): factor *= max(0, known)
      case .learn:
        // Of several tags at once the first is meant, as in learning.
        if !isLearned { factor *= model.events.factor(of: event.tag) ?? 1 }
        isLearned = true
      }
    }
    return factor
  }

  private static func doubt(of sign: DaySigns.Sign, _ model: QueueModel) -> Double {
    guard case .holiday = sign else { return 0 }
    let occurrences = model.holidays.effect(of: sign)?.occurrences ?? 0
    return occurrences > 0 ? doubtOfOne / Double(occurrences) : doubtOfUnseen
  }
}
