/// The compiled rules of one zone: a table of changes, then a yearly rule for the years beyond it.
struct ZoneRules: Hashable, Sendable {
  /// What holds between two changes.
  struct Observance: Hashable, Sendable {
    /// Seconds east of Greenwich.
    let offset: Int
    let isDaylight: Bool
    let abbreviation: String
  }

  struct Change: Hashable, Sendable {
    let second: Int
    let before: Observance
    let after: Observance
  }

  /// In force before the first change.
  let initial: Observance
  /// Moments of change, ascending, and what holds from each on.
  let changeSeconds: [Int]
  let changeObservances: [Observance]
  /// In force after the last change, where the file carries a rule.
  let footer: PosixRule?

  static func fixed(offset: Int, abbreviation: String) -> ZoneRules {
    ZoneRules(
      initial: Observance(offset: offset, isDaylight: false, abbreviation: abbreviation),
      changeSeconds: [], changeObservances: [], footer: nil)
  }

  func observance(at second: Int) -> Observance {
    guard let last = changeSeconds.last, second < last else {
      return footer?.observance(at: second) ?? changeObservances.last ?? initial
    }
    // The number of changes at or before the moment.
    var low = 0
    var high = changeSeconds.count
    while low < high {
      let middle = (low + high) / 2
      if changeSeconds[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initial : changeObservances[low - 1]
  }

  /// The changes of offset within a range of seconds, ascending.
  func transitions(in range: Range<Int>) -> [Change] {
    var seconds = changeSeconds.filter { range.contains($0) }
    if let footer, range.upperBound > (changeSeconds.last ?? Int.min) {
      seconds += footer.changes(in: range).filter { $0 > changeSeconds.last ?? Int.min }
    }
    return seconds.compactMap { second in
      let change = Change(
        second: second, before: observance(at: second - 1), after: observance(at: second))
      return change.before.offset == change.after.offset ? nil : change
    }
  }
}
