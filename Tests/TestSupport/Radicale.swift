import Foundation

/// A real CalDAV server on this machine alone, which stops when the value goes.
package final class Radicale {
  /// Where calendars are: `http://127.0.0.1:41234/maryam/shifts/` is one of user maryam.
  package let url: String
  private let run: Program.Run
  private let folder: TemporaryFolder

  package static var isHere: Bool { House.python != nil }

  /// Starts it and waits until it answers; with users, it lets nobody else in.
  package init(users: [String: String] = [:]) throws {
    struct Silence: Error {}
    let python = try House.python ?? { throw Silence() }()
    let folder = try TemporaryFolder()
    let lines = users.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)\n" }
    try folder.write(lines.joined(), to: "users")
    let authentication =
      users.isEmpty
      ? ["--auth-type", "none"]
      : [
        "--auth-type", "htpasswd", "--auth-htpasswd-filename", folder.path("users"),
        "--auth-htpasswd-encryption", "plain", "--auth-delay", "0",
      ]
    // Between finding a free port and taking it another program may be faster.
    for _ in 0..<5 {
      let port = Loopback.freePort()
      let run = try python.start(
        [
          "-m", "radicale", "--config", "", "--hosts", "127.0.0.1:\(port)",
          "--storage-filesystem-folder", folder.path("collections"),
        ] + authentication)
      if Loopback.waitForAnswer(at: port, of: run) {
        self.run = run
        self.folder = folder
        url = "http://127.0.0.1:\(port)"
        return
      }
      run.signal(SIGKILL)
    }
    throw Silence()
  }

  deinit {
    run.signal(SIGKILL)
    _ = try? run.ending()
  }
}

/// Ports of this machine's own network.
package enum Loopback {
  /// A port that nobody listens at.
  package static func freePort() -> UInt16 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(socket, $0, length)
        _ = getsockname(socket, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Waits until the program listens at the port; `false` where it ends before.
  package static func waitForAnswer(at port: UInt16, of run: Program.Run) -> Bool {
    var patience = 30_000
    while run.isRunning, patience > 0 {
      if isOpen(port) { return true }
      usleep(10_000)
      patience -= 10
    }
    return false
  }

  private static func isOpen(_ port: UInt16) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = address(port: port)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
