@testable import CalDAV
import TestSupport
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test("Two writings of one address become the same")
  func normalised() throws {
    let address = try #require(Address("HTTPS://Example.ORG:443/a%7eb/ana%40acme/M%c3%bcller/"))
    #expect("\(address)" == "https://example.org/a~b/ana%40acme/M%C3%BCller/")
    #expect(address == Address("https://example.org/a~b/ana@acme/Müller/"))
    #expect(address.port == 443)
    #expect(Address("http://[::1]:5232/x")?.host == "[::1]")
    #expect(Address("http://example.org").map(\.path) == "/")
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "example.org/x", "ftp://example.org/x", "http:///x", "http://exa mple.org/x",
      "http://a@b/x", "http://a:b@c/x", "http://h:0/x", "http://h:65536/x", "http://h:+1/x",
      "http://h/x?y", "http://h/x#y", "http://h/%4", "http://h/%zz", "http://h/../x",
      "http://h/%2e%2e/../x", "http://h\r\nX: y/x", "http://h\\@evil/x", "http://[::1/x",
      "http://[]/x", "http://münchen.de/x",
    ])
  func refused(text: String) {
    #expect(Address(text) == nil)
  }

  @Test("An origin is scheme, host and port")
  func origins() throws {
    let here = try #require(Address("https://example.org/a/"))
    #expect(here.hasOrigin(of: try #require(Address("https://EXAMPLE.org:443/b"))))
    for other in ["http://example.org/a/", "https://example.org:444/a/", "https://example.com/a/"] {
      #expect(!here.hasOrigin(of: try #require(Address(other))))
    }
  }

  @Test("References are read from where they stand")
  func references() throws {
    let here = try #require(Address("https://example.org/cal/ana/"))
    #expect(here.resolving("/x/é.ics")?.path == "/x/%C3%A9.ics")
    #expect(here.resolving("b.ics")?.path == "/cal/ana/b.ics")
    #expect(here.resolving("http://other/x")?.host == "other")
    #expect(here.resolving("//other/x")?.host == "other")
    #expect(here.resolving("../x") == nil)
    #expect(here.file("a/b c.ics").path == "/cal/ana/a%2Fb%20c.ics")
  }

  @Test("Loopback is this machine and no name that looks like it")
  func loopback() throws {
    for host in ["localhost", "127.0.0.1", "127.9.9.9", "[::1]"] {
      #expect(try #require(Address("http://\(host)/x")).isLoopback)
    }
    for host in ["127.0.0.1.example.org", "127.example.org", "localhost.example.org", "10.0.0.1"] {
      #expect(!(try #require(Address("http://\(host)/x")).isLoopback))
    }
  }
}
