import CalDAV
import Foundation
import TestSupport

/// A server that stumbles as it is told (`Data/stumbling_server.py`), which stops when the value goes.
final class StumblingServer {
  let url: String
  private let folder: TemporaryFolder
  private let run: Program.Run

  static let python = Program.installed("python3")

  /// Starts it; with a certificate, a file of the key and the certificate, it speaks https.
  init(certificate: String? = nil) throws {
    struct Silence: Error {}
    folder = try TemporaryFolder()
    let script = "\(House.root)/Tests/CalDAVTests/Data/stumbling_server.py"
    let python = try StumblingServer.python ?? { throw Silence() }()
    run = try python.start([script, folder.path] + (certificate.map { [$0] } ?? []))
    var patience = 30_000_000
    while run.isRunning, patience > 0, !run.output.hasSuffix("\n") {
      usleep(5000)
      patience -= 5000
    }
    guard let port = UInt16(run.output.dropLast()) else { throw Silence() }
    url = "\(certificate == nil ? "http" : "https")://127.0.0.1:\(port)"
  }

  deinit {
    run.signal(SIGKILL)
    _ = try? run.ending()
  }

  /// One of its calendars, which need not be there yet.
  func calendar(
    _ name: String = "ana", as user: String = "ana", password: String = "s3cret"
  ) throws -> RemoteCalendar {
    try RemoteCalendar(
      "\(url)/\(name)/", credentials: Credentials(user: user, password: password), title: "Shifts")
  }

  /// What goes wrong with a calendar from now on, a line each; nothing at all by default.
  func stumble(_ plan: String = "", in calendar: String = "ana") throws {
    try folder.write(plan, to: "\(calendar).plan")
  }

  /// The requests of a calendar so far, as `PUT /ana/x.ics "tag" Basic`.
  func requests(to calendar: String = "ana") -> [String] {
    (try? folder.lines("\(calendar).log")) ?? []
  }

  /// The methods of the requests alone.
  func methods(to calendar: String = "ana") -> [String] {
    requests(to: calendar).map { String($0.prefix { $0 != " " }) }
  }

  /// What is in a calendar, by the names of the files.
  func contents(of calendar: String = "ana") -> [String: String] {
    let names = (try? House.files(under: folder.path(calendar), ending: "")) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? folder.text("\(calendar)/\(name)")).map { (name, $0) }
      })
  }

  /// Puts a file into a calendar behind the back of everybody.
  func place(_ text: String, as name: String, in calendar: String = "ana") throws {
    try folder.write(text, to: "\(calendar)/\(name)")
  }

  func remove(_ name: String, from calendar: String = "ana") throws {
    try folder.remove("\(calendar)/\(name)")
  }
}
