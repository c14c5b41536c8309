@testable import CalDAV
import Foundation
import Testing

@Suite("A connection that the server has closed")
struct BrokenPipeTests {
  @Test("Writing to it does not end the program, and nothing is left of the signal")
  func survived() async {
    await #expect(processExitsWith: .exitCode(7)) {
      openToPipes()
      let wasWritten = survivingBrokenPipes { writesIntoClosedPipe() }
      exit(wasWritten ? 1 : 7)
    }
    // Without, it does; so the test above says something.
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      openToPipes()
      exit(writesIntoClosedPipe() ? 1 : 7)
    }
  }

  @Test("A signal that was waiting before is left to whom it belongs")
  func others() async {
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      openToPipes()
      var pipe = sigset_t()
      sigemptyset(&pipe)
      sigaddset(&pipe, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &pipe, nil)
      raise(SIGPIPE)
      _ = survivingBrokenPipes { writesIntoClosedPipe() }
      pthread_sigmask(SIG_UNBLOCK, &pipe, nil)
      exit(7)
    }
  }
}

/// Has the signal end the program, as it does unless somebody asks otherwise.
private func openToPipes() {
  signal(SIGPIPE, SIG_DFL)
  var pipe = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  pthread_sigmask(SIG_UNBLOCK, &pipe, nil)
}

private func writesIntoClosedPipe() -> Bool {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return true }
  close(ends[0])
  defer { close(ends[1]) }
  return write(ends[1], "x", 1) == 1
}
