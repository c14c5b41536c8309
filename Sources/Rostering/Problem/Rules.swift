import Timeline
import Workforce

/// The hard rules that bind an agent, contract and work rules taken together, as the optimiser
/// keeps them.
struct Rules: Hashable, Sendable {
  var rest: Minutes
  var daysInRow: Int
  var nightsInRow: Int?
  var daysOffTogether: Int
  var startChange: Minutes?
  var successions: [Succession]

  struct Succession: Hashable, Sendable {
    /// Minutes after midnight of the earlier shift's day.
    let endLaterThan: Int
    /// Minutes after midnight of the later shift's day.
    let startBefore: Int
  }

  init(contract: Contract, rules: [WorkRule]) {
    rest = contract.rest
    daysInRow = contract.maximumDaysInRow
    nightsInRow = contract.maximumNightsInRow
    daysOffTogether = contract.daysOffTogether
    successions = []
    for rule in rules {
      switch rule.condition {
      case .rest(let least): rest = max(rest, least)
      case .daysInRow(let most): daysInRow = min(daysInRow, most)
      case .startChange(let most): startChange = min(startChange ?? most, most)
      case .succession(let end, let start):
        successions.append(Succession(endLaterThan: end, startBefore: start.minutes))
      }
    }
  }

  /// Whether a shift may begin at a start, so many days after another shift.
  ///
  /// The rest is real time and holds at any distance; changes of start and successions speak of
  /// shifts on consecutive days.
  func allows(_ start: Menu.Start, after last: LastShift, daysLater: Int) -> Bool {
    guard start.instant >= last.interval.end + max(rest, .zero) else { return false }
    guard daysLater == 1 else { return true }
    if let startChange, abs(start.local - last.local) > startChange.count { return false }
    return successions.allSatisfy { rule in
      last.localEnd <= rule.endLaterThan || start.local >= rule.startBefore
    }
  }

  /// Whether a week's pattern of worked days (bit 0: the first) keeps to days in a row, after a run
  /// of the earlier roster, and to days off together.
  func allows(pattern: UInt8, afterRun carried: Int) -> Bool {
    var run = carried
    var off = 0
    var longestOff = 0
    for day in 0..<7 {
      if pattern >> day & 1 == 1 {
        run += 1
        off = 0
        if run > daysInRow { return false }
      } else {
        run = 0
        off += 1
        longestOff = max(longestOff, off)
      }
    }
    return longestOff >= min(daysOffTogether, 7)
  }
}

/// What the next shift must respect of the one before it.
struct LastShift: Hashable, Sendable {
  let interval: Interval
  /// Start in minutes after midnight of the shift's day.
  let local: Int
  /// End in minutes after midnight of the shift's day, as the clock shows it.
  let localEnd: Int

  init(interval: Interval, local: Int, zone: Zone) {
    self.interval = interval
    self.local = local
    let start = zone.reading(at: interval.start).secondsSince1970
    let end = zone.reading(at: interval.end).secondsSince1970
    localEnd = local + (end - start) / 60
  }
}
