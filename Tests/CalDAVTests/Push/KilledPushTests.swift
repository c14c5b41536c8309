import CalDAV
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("A push that is killed", .enabled(if: StumblingServer.python != nil, "it needs python3"))
struct KilledPushTests {
  /// 1 listing, 1 calendar made, 1 listing, 6 events: before which request the process is killed.
  @Test(
    "leaves every event old or new, and the next one finishes the job", arguments: [2, 3, 5, 9])
  func killed(before request: Int) async throws {
    let server = try StumblingServer()
    let url = "\(server.url)/ana/"
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [url = url as String, request = request as Int] in
      try pushAndDie(Week(6), to: url, before: request)
    }
    #expect(server.requests().count == request - 1)
    #expect(server.contents().allSatisfy { Week(6).files[$0.key] == $0.value })

    // With no state at all, since the killed run could keep none.
    let outcome = push(Week(6), to: try server.calendar())
    #expect(outcome.isComplete)
    #expect(server.contents() == Week(6).files)
    #expect(outcome.created.count == 6 - max(0, request - 4))
  }

  /// The listing, the changes of 1 and 2, the removals of 3 and 4.
  @Test("in the midst of a change, the same", arguments: [2, 3, 4, 5, 6])
  func killedChange(before request: Int) async throws {
    let server = try StumblingServer()
    let url = "\(server.url)/ana/"
    let first = push(Week(6), to: try server.calendar())
    let done = server.requests().count
    let json = try JSONEncoder().encode(first.state)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [url = url as String, request = request as Int, json = json as Data] in
      let state = try JSONDecoder().decode(CalendarState.self, from: json)
      try pushAndDie(
        Week(6).changed([1, 2], without: [3, 4]), to: url, knowing: state, before: request)
    }
    #expect(server.requests().count - done == request - 1)
    let week = Week(6).changed([1, 2], without: [3, 4])
    // Removals come after all changes.
    let isChanged = week.files.allSatisfy { server.contents()[$0.key] == $0.value }
    #expect(isChanged == (request > 3))
    #expect(server.contents().count == 6 - max(0, request - 4))
    // The state is the one from before the killed run.
    let outcome = push(week, to: try server.calendar(), knowing: first.state)
    #expect(outcome.isComplete)
    #expect(server.contents() == week.files)
  }
}

/// Pushes, and ends the process as by `kill -9` just before a request.
private func pushAndDie(
  _ week: Week, to url: String, knowing state: CalendarState = .init(), before request: Int
) throws {
  let asked = Atomic(0)
  let patience = Patience(isOver: {
    if asked.wrappingAdd(1, ordering: .relaxed).newValue == request { kill(getpid(), SIGKILL) }
    return false
  })
  let calendar = try RemoteCalendar(
    url, credentials: Credentials(user: "ana", password: "s3cret"))
  _ = push(week.items, to: calendar, knowing: state, covering: Week.isOurs, patience: patience)
}
