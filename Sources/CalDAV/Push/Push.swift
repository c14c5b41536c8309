/// Makes a calendar on a server hold just these events of those that are ours, and waits for it.
///
/// `covers` says which uids the push is about: of them, what is on the server and no item is removed. Any
/// other event there, be it of another week or of other people, is left alone, bytes and all.
///
/// First the server is asked for its listing, and what differs from the items is mended: additions and changes
/// first, removals last. Then the listing is asked for again, until nothing differs. Every change names the
/// version that it replaces, so it never overwrites what somebody has just written. A push that is
/// broken off leaves the old or the new version of every event, and the next one finds by the listing
/// what is left to do, with or without the state of the last.
///
/// Nothing is thrown: a push that fails half-way has done something, and its outcome tells what.
package func push(
  _ items: [StoredEvent], to calendar: RemoteCalendar, knowing state: CalendarState = .init(),
  covering covers: @escaping @Sendable (_ uid: String) -> Bool, within limits: Limits = .init(),
  patience: Patience = .init()
) -> PushOutcome {
  do throws(CalDAVFault) {
    let conversation = try Conversation(calendar, limits: limits, patience: patience)
    var work = PushWork(
      items, title: calendar.title, state: state, covers: covers, conversation)
    return work.outcome()
  } catch {
    var outcome = PushOutcome(state: state)
    outcome.fail(error)
    return outcome
  }
}
