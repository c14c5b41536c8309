import Timeline

/// What has to be told to agents so that they know a week's shifts anew.
///
/// Of every agent the shifts of before and after are matched as a person would: first what is the same,
/// then shifts of one day and template, then of one day, each time those nearest to each other first;
/// and last those that begin less than half a day apart, for a night shift may change its date and be
/// the same night still. What is left over was added or cancelled.
package struct ChangeList: Hashable, Sendable {
  /// In order of agent, and of time.
  package let changes: [ShiftChange]

  private init(changes: [ShiftChange]) {
    self.changes = changes
  }

  package init(from before: [PublishedShift], to after: [PublishedShift]) {
    let old = Dictionary(grouping: before, by: \.agent)
    let new = Dictionary(grouping: after, by: \.agent)
    let agents = Set(old.keys).union(new.keys).sorted()
    changes = agents.flatMap { agent in
      var matching = Matching(from: old[agent] ?? [], to: new[agent] ?? [])
      return matching.changes()
    }
  }

  package var isEmpty: Bool { changes.isEmpty }

  /// Whom there is something to tell, sorted.
  package var agents: [Agent.ID] { Set(changes.map(\.agent)).sorted() }

  /// How many changes are of a kind.
  package func count(_ kind: ShiftChange.Kind) -> Int { changes.count { $0.kind == kind } }

  /// What one agent has to know.
  package subscript(agent: Agent.ID) -> ChangeList {
    ChangeList(changes: changes.filter { $0.agent == agent })
  }

  /// The changes of each agent, in order of agent.
  package var byAgent: [(agent: Agent.ID, changes: ChangeList)] {
    let groups = Dictionary(grouping: changes, by: \.agent)
    return groups.sorted { $0.key < $1.key }.map { ($0.key, ChangeList(changes: $0.value)) }
  }
}

/// One agent's shifts of before and after, as far as they have found no partner yet.
private struct Matching {
  private var old: [PublishedShift?]
  private var new: [PublishedShift?]
  private var found: [ShiftChange] = []

  init(from before: [PublishedShift], to after: [PublishedShift]) {
    old = before
    new = after
  }

  /// Half a day in seconds: nearer than that, two shifts can be the same one on another date.
  private static let reach = 43_200

  mutating func changes() -> [ShiftChange] {
    forgetEqual()
    pair { $0.shift.day == $1.shift.day && $0.shift.template == $1.shift.template }
    pair { $0.shift.day == $1.shift.day }
    pair { Pair.distance($0, $1) < Matching.reach }
    found += old.compactMap(\.self).map(ShiftChange.cancelled)
    found += new.compactMap(\.self).map(ShiftChange.added)
    return found.enumerated().sorted { first, second in
      (first.element.earliest, first.offset) < (second.element.earliest, second.offset)
    }.map(\.element)
  }

  /// Leaves out what is as it was.
  private mutating func forgetEqual() {
    for index in old.indices {
      guard let twin = new.firstIndex(where: { $0 != nil && $0 == old[index] }) else { continue }
      old[index] = nil
      new[twin] = nil
    }
  }

  /// Matches shifts that may be partners, the nearest first.
  private mutating func pair(_ mayPair: (PublishedShift, PublishedShift) -> Bool) {
    var pairs: [Pair] = []
    for (first, before) in old.enumerated() {
      for (second, after) in new.enumerated() {
        guard let before, let after, mayPair(before, after) else { continue }
        pairs.append(Pair(before, after, first, second))
      }
    }
    for pair in pairs.sorted(by: { $0.rank < $1.rank }) {
      guard let before = old[pair.old], let after = new[pair.new] else { continue }
      found.append(ShiftChange(from: before, to: after))
      old[pair.old] = nil
      new[pair.new] = nil
    }
  }

  /// Two shifts that may be one, and how near they are.
  private struct Pair {
    let old: Int
    let new: Int
    /// Symmetric in the two, so that the way back finds the same partners.
    let rank: (Int, Int, Int, Int, Int, Int)

    init(_ before: PublishedShift, _ after: PublishedShift, _ old: Int, _ new: Int) {
      let (first, second) = (before.shift.interval, after.shift.interval)
      self.old = old
      self.new = new
      rank = (
        Pair.distance(before, after),
        min(first.start, second.start).seconds, max(first.start, second.start).seconds,
        min(first.end, second.end).seconds, max(first.end, second.end).seconds, old + new
      )
    }

    /// Seconds between the starts.
    static func distance(_ first: PublishedShift, _ second: PublishedShift) -> Int {
      abs(first.shift.interval.start.seconds - second.shift.interval.start.seconds)
    }
  }
}
