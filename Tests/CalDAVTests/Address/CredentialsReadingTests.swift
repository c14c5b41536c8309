import CalDAV
import Foundation
import TestSupport
import Testing

@Suite("Reading credentials")
struct CredentialsReadingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("The environment has both or none")
  func environment() throws {
    let both = ["NOBAT_CALDAV_USER": "ana", "NOBAT_CALDAV_PASSWORD": "a:b c"]
    let credentials = try #require(try Credentials(environment: both))
    #expect(credentials.user == "ana")
    #expect(credentials.password == "a:b c")
    #expect(try Credentials(environment: [:]) == nil)
    for name in both.keys.sorted() {
      var one = both
      one[name] = nil
      #expect(
        sentence { try Credentials(environment: one) }
          == "\(name) is not set; set both variables or none")
    }
  }

  @Test(
    "A file has two lines, or user:password on one",
    arguments: [
      ("ana\npass word\n", "pass word"), ("ana:a:b", "a:b"), ("ana:a:b\n", "a:b"),
      ("ana\r\nx:y\r\n\r\n", "x:y"), ("ana:پاس", "پاس"),
      ("\u{FEFF}ana:x", "x"), ("\u{FEFF}ana\r\nx\r\n", "x"), ("ana:x\r\n", "x"),
    ])
  func file(text: String, password: String) throws {
    let credentials = try Credentials(file: try secret(text))
    #expect(credentials.user == "ana")
    #expect(credentials.password == password)
  }

  @Test(
    "Other texts are refused, and not repeated",
    arguments: ["", "s3cret", "a\nb\ns3cret", ":s3cret", "a:s3c\u{7}ret"])
  func wrongText(text: String) throws {
    let path = try secret(text)
    let words = try #require(sentence { try Credentials(file: path) })
    #expect(words.contains(path))
    #expect(!words.contains("s3c"))
  }

  @Test(
    "A file that others may open is refused, with the command that mends it",
    arguments: [0o640, 0o604, 0o660, 0o677])
  func openToOthers(mode: Int) throws {
    let path = try secret("ana:s3cret", mode: mode_t(mode))
    #expect(
      sentence { try Credentials(file: path) }
        == "others may open \(path), so it keeps no secret; run: chmod 600 \(path)")
  }

  @Test("A link counts as what it leads to")
  func links() throws {
    let link = folder.path("link")
    #expect(symlink(try secret("ana:s3cret"), link) == 0)
    #expect(try Credentials(file: link).password == "s3cret")
    _ = try secret("ana:s3cret", mode: 0o644)
    #expect(sentence { try Credentials(file: link) }?.hasPrefix("others may open") == true)
  }

  @Test("What is no file is refused and does not hold anybody up")
  func noFile() throws {
    #expect(
      sentence { try Credentials(file: folder.path("none")) }
        == "\(folder.path("none")) cannot be read: No such file or directory")
    #expect(sentence { try Credentials(file: folder.path) }?.contains("is no file") == true)
    // A pipe with no writer: opening it for reading would wait for ever.
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(sentence { try Credentials(file: folder.path("pipe")) }?.contains("is no file") == true)
    #expect(sentence { try Credentials(file: "/dev/zero") }?.contains("is no file") == true)
    let long = try secret("ana:" + String(repeating: "x", count: 5000))
    #expect(sentence { try Credentials(file: long) }?.contains("is longer than") == true)
  }

  private func secret(_ text: String, mode: mode_t = 0o600) throws -> String {
    let path = folder.path("secret")
    try folder.write(text, to: "secret")
    try #require(chmod(path, mode) == 0)
    return path
  }

  private func sentence(_ read: () throws -> Credentials?) -> String? {
    do {
      _ = try read()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
