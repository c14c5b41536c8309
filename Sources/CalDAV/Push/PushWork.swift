/// One push while it is under way: rounds of listing what is there and mending what differs.
struct PushWork {
  let items: [StoredEvent]
  private let itemByUID: [String: StoredEvent]
  private let title: String?
  let digests: [String: String]
  let covers: (String) -> Bool
  let server: Conversation
  var state: CalendarState

  /// What the last listing showed.
  var listed: [String: Conversation.Listed] = [:]
  private var hasSurveyed = false
  /// What files were found to hold, so that no version is read twice.
  private var read: [String: (tag: String, uid: String?)] = [:]
  /// How often the server has taken an event in this push.
  var accepted: [String: Int] = [:]
  /// Why an event is not settled yet; the next round may do it.
  var pending: [String: String] = [:]
  /// Why an event cannot be published.
  var refused: [String: String] = [:]
  var created: Set<String> = []
  var updated: Set<String> = []
  var deleted: Set<String> = []
  /// Faults of the server in a row.
  var faults = 0

  init(
    _ items: [StoredEvent], title: String?, state: CalendarState,
    covers: @escaping (String) -> Bool, _ server: Conversation
  ) {
    self.items = items
    self.title = title
    itemByUID = Dictionary(items.map { ($0.uid, $0) }) { first, _ in first }
    digests = itemByUID.mapValues(\.digest)
    precondition(digests.count == items.count, "two items of one push have the same uid")
    self.covers = covers
    self.server = server
    self.state = state
  }

  /// Does the work.
  mutating func outcome() -> PushOutcome {
    var ending: CalDAVFault?
    do throws(CalDAVFault) {
      try settle()
    } catch {
      ending = error
    }
    var outcome = PushOutcome(state: state)
    if let ending {
      outcome.fail(ending)
      let left = hasSurveyed ? tasks.count : 0
      if left > 0 {
        outcome.fail(CalDAVFault("\(left) changes of \(server.calendar) are left; push again"))
      }
    }
    let troubles = refused.merging(pending) { refusal, _ in refusal }
    outcome.failures += troubles.sorted { $0.key < $1.key }.map { uid, sentence in
      .init(uid: uid, description: sentence)
    }
    outcome.created = created.sorted()
    outcome.updated = updated.subtracting(created).sorted()
    outcome.deleted = deleted.sorted()
    outcome.unchanged = items.count { isThere($0) && accepted[$0.uid] == nil }
    return outcome
  }

  // MARK: Rounds

  /// Rounds until the listing shows nothing that differs.
  private mutating func settle() throws(CalDAVFault) {
    for round in 1...max(2, server.limits.rounds) {
      try survey()
      let tasks = self.tasks
      if tasks.isEmpty {
        pending = [:]
        return
      }
      if round == max(2, server.limits.rounds) { return note(tasks) }
      pending = [:]
      for task in tasks {
        try perform(task)
      }
    }
  }

  /// What is still to be done when patience ends.
  private mutating func note(_ tasks: [Task]) {
    for task in tasks {
      let uid = task.uid
      pending[uid] =
        pending[uid]
        ?? "\(server.calendar.file(task.name)) is changed by somebody else again and again; push again"
    }
  }

  /// Learns what is on the server, and makes the calendar where there is none.
  private mutating func survey() throws(CalDAVFault) {
    let isFirst = accepted.isEmpty && state.events.isEmpty
    if let there = try server.listing() {
      listed = there
    } else {
      let refusal = try server.makeCalendar(titled: title)
      // Also after a refusal: another run may have made it meanwhile.
      guard let made = try server.listing() else {
        throw CalDAVFault(
          refusal ?? "\(server.calendar) was made, and is not there; ask who runs the server")
      }
      listed = made
    }
    hasSurveyed = true
    forgetWhatIsGone()
    try recognise(doubtful(readingAll: isFirst))
  }

  /// Another's hand removed it, or the calendar as a whole.
  private mutating func forgetWhatIsGone() {
    for (uid, stored) in state.events where listed[stored.name] == nil && isConcerned(uid) {
      state.events[uid] = nil
    }
  }

  private func isConcerned(_ uid: String) -> Bool { digests[uid] != nil || covers(uid) }

  /// Files of which it has to be read what they hold, sorted: another version of ours than we know,
  /// and files that we do not know but may have written.
  private mutating func doubtful(readingAll: Bool) -> [String] {
    var known: Set<String> = []
    var doubtful: Set<String> = []
    for (uid, stored) in state.events {
      known.insert(stored.name)
      guard isConcerned(uid), let tag = listed[stored.name]?.tag, tag != stored.tag else {
        continue
      }
      // A server may change what it stores and give it a tag of its own. Once we have said our word
      // twice, its version is taken for ours.
      let times = accepted[uid] ?? 0
      if times > 1 || (times == 1 && stored.tag == nil) {
        state.events[uid]?.tag = tag
      } else {
        doubtful.insert(stored.name)
      }
    }
    for name in listed.keys where !known.contains(name) {
      let uid = ItemName.uid(of: name)
      if readingAll || uid.map(isConcerned) ?? false { doubtful.insert(name) }
    }
    for item in items where state.events[item.uid] == nil {
      let name = ItemName.name(of: item.uid)
      if listed[name] != nil, !known.contains(name) { doubtful.insert(name) }
    }
    return doubtful.sorted()
  }

  /// Reads files and takes up those that are ours, at the version that they have now.
  private mutating func recognise(_ names: [String]) throws(CalDAVFault) {
    let unread = names.filter { read[$0]?.tag != listed[$0]?.tag }
    let contents = try server.contents(of: unread)
    for name in unread {
      guard let found = contents[name] else {
        listed[name] = nil
        continue
      }
      listed[name] = found
      read[name] = (found.tag, CalendarText((found.content ?? "").utf8).uids.first)
    }
    let owners = Dictionary(state.events.map { ($0.value.name, $0.key) }) { first, _ in first }
    for name in names {
      if let owner = owners[name], read[name]?.uid != owner { state.events[owner] = nil }
      guard let (tag, uid) = read[name], let uid, let found = listed[name], isConcerned(uid),
        state.events[uid] == nil || state.events[uid]?.name == name
      else { continue }
      let isSame = itemByUID[uid]?.isSame(as: found.content ?? "") ?? false
      state.events[uid] = .init(name: name, tag: tag, digest: isSame ? digests[uid] : nil)
    }
  }
}
