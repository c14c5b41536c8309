import Timeline
package import Workforce

/// What of a queue's history a planner should look at, and most likely leave out.
///
/// Gaps and outages within opening hours, days and slots with far more or far fewer contacts than the
/// weeks around them, figures that were counted twice, contacts while the queue was closed. What a
/// calendar or a named event explains is not proposed, nor is a new level: more than three odd days on
/// end are how things are now. With fewer than some five weeks nothing is usual yet, and only gaps that
/// lie between observations, closed hours and doubled hours are told.
///
/// - Returns: in order of time; no two of them overlap.
package func proposedExclusions(
  of history: QueueHistory, for queue: Queue, in centre: Centre
) -> [Exclusion] {
  let record = SlotRecord(history, of: queue, in: centre)
  let duplicates = DoubledFigures(of: history, in: record)
  var isOdd = Array(repeating: false, count: record.grid.count)
  for index in duplicates.slots { isOdd[index] = true }
  var odd = OddSpans()
  var usual = UsualContacts(of: record, without: isOdd)
  // The second look is not misled by what the first has found.
  for _ in 0..<2 {
    odd = OddSpans(in: record, usual: usual, without: duplicates.slots)
    var isLeftOut = isOdd
    for span in odd.spans {
      for index in span.slots { isLeftOut[index] = true }
    }
    usual = UsualContacts(of: record, without: isLeftOut)
  }
  let spans =
    odd.spans + duplicates.spans + missingSpans(of: record, usual: usual) + closedSpans(of: record)
  return spans.map { $0.exclusion(of: queue.id, in: record, usual: usual) }
    .sorted { ($0.interval.start, $0.kind.rawValue) < ($1.interval.start, $1.kind.rawValue) }
}

/// Slots on end that are proposed for one reason.
struct ProposedSpan {
  let kind: Exclusion.Kind
  let slots: Range<Int>
  /// Whether the slots are a whole local day.
  var isDay = false
  /// For doubled figures, of what they are a copy.
  var source: LocalReading?

  func exclusion(of queue: Queue.ID, in record: SlotRecord, usual: UsualContacts) -> Exclusion {
    let counts = record.offered[slots].filter { !$0.isNaN }
    let volume = counts.reduce(0, +)
    let expected =
      kind == .closed
      ? 0
      : slots.reduce(0) { sum, index in
        let value = usual.slots[index]
        return sum + (record.isOpen[index] && !value.isNaN ? value : 0)
      }
    return Exclusion(
      queue: queue,
      interval: Interval(
        start: record.grid.start(of: slots.lowerBound), end: record.grid.start(of: slots.upperBound)
      ),
      kind: kind, volume: volume, usual: expected,
      reason: reason(volume: volume, usual: expected))
  }

  private func reason(volume: Double, usual: Double) -> String {
    let came = Self.contacts(volume)
    let expected = Self.contacts(usual)
    switch kind {
    case .gap: return "nothing was counted, where \(expected) are usual"
    case .outage: return "\(came) where \(expected) are usual: contacts could not come in"
    case .outlier:
      let time = isDay ? "day" : "time of the day"
      return "\(came) where \(expected) are usual of such a \(time)"
    case .closed: return "\(came) while the queue was closed; check its opening hours"
    case .duplicate:
      return "the same figures as \(source.map { "\($0)" } ?? "another time"): counted twice"
    }
  }

  private static func contacts(_ count: Double) -> String {
    let whole = Int(min(1e15, count).rounded())
    return whole == 1 ? "1 contact" : "\(whole) contacts"
  }
}
