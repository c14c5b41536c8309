import Statistics
import Timeline
import Workforce

/// Figures that stand in a history twice: the hour that the clock shows twice, written for both, and
/// whole days that are copies of the day or the week before.
struct DoubledFigures {
  private(set) var spans: [ProposedSpan] = []

  var slots: [Int] { spans.flatMap { Array($0.slots) } }

  /// The chance by which figures may agree that are still taken for a copy.
  static let agreement = 1e-3
  /// Slots with contacts that a copied day has at least.
  static let leastSlots = 6
  /// More copies than this share of the days are how the source is.
  static let mostCopies = 0.02

  init(of history: QueueHistory, in record: SlotRecord) {
    spans = Self.repeatedHours(history, record) + Self.copiedDays(record)
  }

  private static func repeatedHours(_ history: QueueHistory, _ record: SlotRecord)
    -> [ProposedSpan]
  {
    let grid = record.grid
    guard grid.count > 0, grid.slot.count <= 60 else { return [] }
    return record.zone.transitions(in: grid.interval).compactMap { change in
      let seconds = change.offsetBefore - change.offsetAfter
      let length = seconds / (60 * grid.slot.count)
      guard seconds > 0, length > 0, seconds % (60 * grid.slot.count) == 0,
        let second = grid.index(of: change.instant), second >= length,
        second + length <= grid.count
      else { return nil }
      var chance = 1.0
      var contacts = 0.0
      for index in second..<second + length {
        let (first, again) = (record.offered[index - length], record.offered[index])
        guard record.isOpen[index], !first.isNaN, first == again else { return nil }
        // Where the figures are those of every week, they say nothing.
        let week = 7 * 1440 / grid.slot.count
        if index >= week, record.offered[index - week] == again { continue }
        contacts += again
        // Two Poisson counts of mean m are equal with a probability of about 1 / sqrt(4 pi m).
        chance *= 1 / (4 * Double.pi * max(0.25, again)).squareRoot()
        let (time, timeAgain) = (history.handlingTime[index - length], history.handlingTime[index])
        if time.isFinite, time > 0, time == timeAgain { chance *= 0.02 }
      }
      guard contacts > 0, chance < agreement else { return nil }
      return ProposedSpan(
        kind: .duplicate, slots: second..<second + length,
        source: record.zone.reading(at: grid.start(of: second - length)))
    }
  }

  private static func copiedDays(_ record: SlotRecord) -> [ProposedSpan] {
    let grid = record.grid
    guard grid.slot.count < 1440 else { return [] }
    let perDay = 1440 / grid.slot.count
    var ranges: [Range<Int>] = []
    for index in grid.indices {
      if let last = ranges.last, record.days[last.lowerBound] == record.days[index] {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    let copies = ranges.compactMap { range -> ProposedSpan? in
      guard range.count == perDay else { return nil }
      for lag in [1, 7] where range.lowerBound >= lag * perDay {
        var isEqual = true
        var telling = 0
        for index in range where record.isOpen[index] {
          let (before, now) = (record.offered[index - lag * perDay], record.offered[index])
          if now != before {
            isEqual = false
            break
          }
          if now > 2 { telling += 1 }
        }
        guard isEqual, telling >= leastSlots else { continue }
        return ProposedSpan(
          kind: .duplicate, slots: range, isDay: true,
          source: record.zone.reading(at: grid.start(of: range.lowerBound - lag * perDay)))
      }
      return nil
    }
    return Double(copies.count) <= max(1, mostCopies * Double(ranges.count)) ? copies : []
  }
}
