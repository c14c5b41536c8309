/// One push while it is under way: rounds of listing what is there and mending what differs.
struct PushWork {
  private let items: [CalendarItem]
  private let itemByUID: [String: CalendarItem]
  private let title: String?
  private let digests: [String: String]
  private let covers: (String) -> Bool
  private let server: Conversation
  private var state: CalendarState

  /// What the last listing showed.
  private var listed: [String: Conversation.Listed] = [:]
  private var hasSurveyed = false
  /// What files were found to hold, so that no version is read twice.
  private var read: [String: (tag: String, uid: String?)] = [:]
  /// How often the server has taken an event in this push.
  private var accepted: [String: Int] = [:]
  /// Why an event is not settled yet; the next round may do it.
  private var pending: [String: String] = [:]
  /// Why an event cannot be published.
  private var refused: [String: String] = [:]
  private var created: Set<String> = []
  private var updated: Set<String> = []
  private var deleted: Set<String> = []
  /// Faults of the server in a row.
  private var faults = 0

  init(
    _ items: [CalendarItem], title: String?, state: CalendarState,
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

  // MARK: Tasks

  private enum Task {
    case put(CalendarItem, name: String, over: String?)
    case delete(uid: String, name: String, at: String)

    var uid: String {
      switch self {
      case .put(let item, _, _): item.uid
      case .delete(let uid, _, _): uid
      }
    }

    var name: String {
      switch self {
      case .put(_, let name, _), .delete(_, let name, _): name
      }
    }
  }

  /// What differs by the last listing and may yet be mended: items in their order, then removals by uid.
  private var tasks: [Task] {
    var tasks: [Task] = []
    for item in items where refused[item.uid] == nil && !isThere(item) {
      let name = state.events[item.uid]?.name ?? freeName(for: item.uid)
      tasks.append(.put(item, name: name, over: listed[name]?.tag))
    }
    let gone = state.events.filter { uid, _ in
      digests[uid] == nil && refused[uid] == nil && covers(uid)
    }
    for (uid, stored) in gone.sorted(by: { $0.key < $1.key }) {
      guard let tag = listed[stored.name]?.tag else { continue }
      tasks.append(.delete(uid: uid, name: stored.name, at: tag))
    }
    return tasks
  }

  /// Whether the server has this very version.
  private func isThere(_ item: CalendarItem) -> Bool {
    guard let stored = state.events[item.uid], let tag = stored.tag else { return false }
    return stored.digest == digests[item.uid] && listed[stored.name]?.tag == tag
  }

  /// The event's own name, or another where somebody else's file has that.
  private func freeName(for uid: String) -> String {
    var number = 1
    while listed[ItemName.name(of: uid, number: number)] != nil { number += 1 }
    return ItemName.name(of: uid, number: number)
  }

  private mutating func perform(_ task: Task) throws(CalDAVFault) {
    switch task {
    case .put(let item, let name, let tag):
      try judge(server.put(item.bytes, as: name, over: tag), to: task)
    case .delete(_, let name, let tag):
      try judge(server.delete(name, at: tag), to: task)
    }
  }

  private mutating func judge(_ answer: Answer, to task: Task) throws(CalDAVFault) {
    let (uid, file) = (task.uid, server.calendar.file(task.name))
    faults = answer.status >= 500 ? faults + 1 : 0
    switch (answer.status, task) {
    case (200..<300, .put(let item, let name, let old)):
      let tag = answer.fields["etag"].flatMap { isTag($0) ? $0 : nil }
      state.events[uid] = .init(name: name, tag: tag, digest: digests[item.uid])
      listed[name] = .init(tag: tag ?? "", content: nil)
      accepted[uid, default: 0] += 1
      if old == nil { created.insert(uid) } else { updated.insert(uid) }
    case (200..<300, .delete(_, let name, _)), (404, .delete(_, let name, _)),
      (410, .delete(_, let name, _)):
      state.events[uid] = nil
      listed[name] = nil
      deleted.insert(uid)
    case (409, .put), (403, .put):
      try findElsewhere(task, answer)
    case (404, _), (410, _), (412, _):
      pending[uid] = "\(file) has changed meanwhile (\(answer.status)); push again"
    default:
      refused[uid] = refusal(of: file, answer)
      if faults >= server.limits.faultsInRow {
        throw CalDAVFault(
          "\(server.calendar) has a fault of its own (\(answer.status)) again and again; try later")
      }
    }
  }

  /// Where a server will not have one event under two names (RFC 4791, 5.3.2.1), the name that it has
  /// already is taken from now on.
  private mutating func findElsewhere(_ task: Task, _ answer: Answer) throws(CalDAVFault) {
    let (uid, file) = (task.uid, server.calendar.file(task.name))
    let condition = XMLScanner.document(answer.body)?.first(.caldav("no-uid-conflict"))
    if answer.status == 409 || condition != nil,
      let name = try server.name(ofEvent: uid), name != task.name
    {
      state.events[uid] = .init(name: name, tag: nil, digest: nil)
      pending[uid] = "\(file) is kept under another name, \(inert(name)); push again"
    } else if answer.status == 409 {
      pending[uid] = "\(file) is not accepted (409); check that the calendar is still there"
    } else {
      refused[uid] = refusal(of: file, answer)
    }
  }

  private func refusal(of file: Address, _ answer: Answer) -> String {
    switch answer.status {
    case 403: "\(file) may not be written by this user (403); ask who runs the server for the right"
    case 413, 507: "\(file) finds no room on the server (\(answer.status)); ask who runs it"
    case 500...: "\(file) meets a fault of the server (\(answer.status)); push again later"
    default: "\(file) is not accepted (\(answer.status)); ask who runs the server"
    }
  }
}
