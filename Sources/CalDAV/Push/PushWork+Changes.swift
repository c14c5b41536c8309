/// What a push changes, and what the answers mean for what is known.
extension PushWork {
  enum Task {
    case put(StoredEvent, name: String, over: String?)
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
  var tasks: [Task] {
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
  func isThere(_ item: StoredEvent) -> Bool {
    guard let stored = state.events[item.uid], let tag = stored.tag else { return false }
    return stored.digest == digests[item.uid] && listed[stored.name]?.tag == tag
  }

  /// The event's own name, or another where somebody else's file has that.
  private func freeName(for uid: String) -> String {
    var number = 1
    while listed[ItemName.name(of: uid, number: number)] != nil { number += 1 }
    return ItemName.name(of: uid, number: number)
  }

  mutating func perform(_ task: Task) throws(CalDAVFault) {
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
