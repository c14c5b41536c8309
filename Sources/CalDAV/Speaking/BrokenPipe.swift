import Glibc

/// Does something that writes to sockets, and survives a server that has gone away.
///
/// A write to a closed connection raises SIGPIPE, which ends a program that does not ask otherwise.
/// libcurl would ignore the signal while it works, but for the whole process, and not at all once it
/// is told to leave signals alone, as threads need it (CURLOPT_NOSIGNAL); what TLS libraries write is
/// then unguarded. So the thread keeps the signal off, and takes away the one it raised meanwhile; one
/// that was waiting before is somebody else's.
func survivingBrokenPipes<Result>(_ work: () -> Result) -> Result {
  var pipe = sigset_t()
  sigemptyset(&pipe)
  sigaddset(&pipe, SIGPIPE)
  let wasWaiting = isBrokenPipeWaiting
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &pipe, &before)
  defer {
    if !wasWaiting, isBrokenPipeWaiting {
      var now = timespec()
      while sigtimedwait(&pipe, nil, &now) < 0, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
  return work()
}

/// Whether a SIGPIPE is kept off that would otherwise have come.
private var isBrokenPipeWaiting: Bool {
  var waiting = sigset_t()
  sigpending(&waiting)
  return sigismember(&waiting, SIGPIPE) == 1
}
