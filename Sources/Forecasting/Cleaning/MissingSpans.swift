import Timeline
import Workforce

/// Stretches of open time between the first and the last observation of which nothing is known.
///
/// Some sources leave out rows of 0. Where a source never writes a 0, only stretches are told in which
/// contacts were sure to come.
func missingSpans(of record: SlotRecord, usual: UsualContacts) -> [ProposedSpan] {
  let isKnown = record.offered.map { !$0.isNaN }
  guard let first = isKnown.firstIndex(of: true), let last = isKnown.lastIndex(of: true) else {
    return []
  }
  let writesZeros = record.offered.contains(0)
  // How often each slot of the week was observed: what never is, is no gap.
  var seen = Array(repeating: 0, count: 7 * record.slotsPerDay)
  for index in first...last where isKnown[index] { seen[record.cell(index)] += 1 }
  let marks = record.grid.indices.map { index -> Int in
    let isMissing =
      index > first && index < last && !isKnown[index] && record.isOpen[index]
      && !record.isNamed[index] && !record.isSpecial[record.days[index]]
      && seen[record.cell(index)] > 0
    return isMissing ? 1 : 0
  }
  return OddSpans.runs(of: 1, in: marks).compactMap { run in
    let expected = run.reduce(0) { $0 + (usual.slots[$1].isNaN ? 0 : usual.slots[$1]) }
    guard writesZeros || expected > sureCount else { return nil }
    return ProposedSpan(kind: .gap, slots: run)
  }
}

/// None comes where so many are expected once in a thousand times.
private let sureCount = 7.0

/// Stretches of closed time in which contacts were counted, a day at a time.
func closedSpans(of record: SlotRecord) -> [ProposedSpan] {
  // A day is a sign of its own, so that no stretch goes over midnight.
  let marks = record.grid.indices.map { index in
    !record.isOpen[index] && !record.isNamed[index] && record.offered[index] > 0
      ? record.days[index] + 1 : 0
  }
  var spans: [ProposedSpan] = []
  var start = 0
  while start < marks.count {
    var end = start + 1
    while end < marks.count, marks[end] == marks[start] { end += 1 }
    if marks[start] > 0 { spans.append(ProposedSpan(kind: .closed, slots: start..<end)) }
    start = end
  }
  return spans
}
