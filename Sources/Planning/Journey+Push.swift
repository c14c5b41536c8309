package import CalDAV
import Exchange
import FoundationEssentials
import Synchronization
import Workforce

extension Journey {
  /// Makes every agent's calendar on a server hold the week's events as they were published, and
  /// nothing that was cancelled; other weeks and other people's events are left alone.
  ///
  /// It comes after freezing, and can be run again at any time: the server's own listing says what is
  /// left to do. What was put there is noted under `published/caldav/`, which only saves requests.
  package func push(
    _ written: WrittenPublication, to server: CalendarServer, within limits: Limits = Limits()
  ) throws(JourneyFault) -> [PushedCalendar] {
    let agents = written.issued.agents
    let edition = written.issued.edition
    let uids = Set(edition.events.map(\.uid))
    let stop = watcher
    let pushes = try agents.map { agent throws(JourneyFault) in
      try push(of: agent, written.issued, to: server)
    }
    report("push", 0)
    let done = Mutex(0)
    let outcomes = CalDAV.push(
      pushes,
      // What editions know, and whatever else is ours of this week: a file may have been lost.
      covering: { uids.contains($0) || isEvent($0, ofWeekFrom: edition.firstDay, in: centre) },
      within: limits,
      patience: Patience(isOver: {
        stop(Progress(step: "push", share: done.withLock { Double($0) / Double(agents.count) }))
          == .stop
      })
    ) { _ in
      done.withLock { $0 += 1 }
    }
    for (agent, outcome) in zip(agents, outcomes) {
      try keep(PushRecord(address: server.address(of: agent), state: outcome.state), of: agent)
    }
    report("push", 1)
    return zip(agents, outcomes).map { PushedCalendar(of: $0, $1) }
  }

  private func push(
    of agent: Agent.ID, _ issued: CalendarSet, to server: CalendarServer
  ) throws(JourneyFault) -> CalendarPush {
    let items = issued.items(of: agent).filter { !$0.isCancelled }.map { item in
      StoredEvent(uid: item.uid, bytes: item.text)
    }
    let name = centre.agent(agent)?.name ?? agent.rawValue
    let calendar: RemoteCalendar
    do throws(CalDAVFault) {
      calendar = try server.calendar(of: agent, title: "Shifts of \(name)")
    } catch {
      throw .calendarServer(error)
    }
    return CalendarPush(calendar, items: items, state: pushState(of: agent, on: server))
  }

  /// What a calendar held after the last push, empty where it was another calendar or nothing is known.
  private func pushState(of agent: Agent.ID, on server: CalendarServer) -> CalendarState {
    guard let bytes = workspace.contents(of: Journey.recordFile(of: agent)),
      let record = try? JSONDecoder().decode(PushRecord.self, from: Data(bytes)),
      record.address == server.address(of: agent)
    else { return CalendarState() }
    return record.state
  }

  private func keep(_ record: PushRecord, of agent: Agent.ID) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in
      try workspace.write(record, to: Journey.recordFile(of: agent))
    }
  }

  private static func recordFile(of agent: Agent.ID) -> String { "published/caldav/\(agent).json" }
}

/// What a calendar on a server held after a push; no secret is in it.
private struct PushRecord: Codable {
  let address: String
  let state: CalendarState
}
