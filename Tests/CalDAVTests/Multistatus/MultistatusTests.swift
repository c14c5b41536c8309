@testable import CalDAV
import Testing

@Suite("What a server says of its files")
struct MultistatusTests {
  @Test("Paths, entity tags and kinds are read, whatever the server's way to write them")
  func entries() throws {
    let entries = try #require(
      read(
        """
        <D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
        <D:response><D:href>/cal/ana</D:href><D:propstat><D:prop><D:resourcetype><D:collection/>
        <C:calendar/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
        <D:propstat><D:prop><D:getetag>"no"</D:getetag></D:prop><D:status>HTTP/1.1 404 Not Found</D:status>
        </D:propstat></D:response>
        <D:response><D:href> https://example.org/cal/ana/a%40b.ics </D:href><D:propstat><D:prop>
        <D:getetag>&quot;1&quot;</D:getetag><C:calendar-data>BEGIN:X&#13;</C:calendar-data></D:prop>
        <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
        <D:response><D:href>gone.ics</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>
        </D:multistatus>
        """))
    #expect(entries.map(\.path) == ["/cal/ana", "/cal/ana/a%40b.ics"])
    #expect(entries.map(\.tag) == [nil, "\"1\""])
    #expect(entries.map(\.isCalendar) == [true, false])
    #expect(entries.map(\.isFolder) == [true, false])
    #expect(entries[1].content == "BEGIN:X\r")
  }

  @Test("An entity tag that would begin another field is none")
  func hostileTag() throws {
    let entries = try #require(
      read(
        """
        <multistatus xmlns="DAV:"><response><href>x</href><propstat><prop>\
        <getetag>"1"&#13;&#10;X-Evil: y</getetag></prop></propstat></response></multistatus>
        """))
    #expect(entries.map(\.tag) == [nil])
  }

  @Test(
    "A tag is one quoted string; a list, a weak one or a bare word is none",
    arguments: [
      ("\"1\"", true), ("\"\"", true), ("\"é!~\"", true), ("\"1\", \"2\"", false),
      ("\"1\"2\"", false),
      ("W/\"1\"", false), ("1", false), ("\"", false), ("", false), ("\"a b\"", false),
      ("\"1", false), ("\"\u{7F}\"", false), ("\"\u{0}\"", false),
    ])
  func tags(text: String, isOne: Bool) {
    #expect(isTag(text) == isOne)
  }

  @Test(
    "Another document, or an entry with no address, is not understood",
    arguments: [
      "<x/>", "<multistatus/>", "<multistatus xmlns='DAV:'><response/></multistatus>",
    ])
  func otherDocuments(text: String) {
    #expect(read(text) == nil)
  }

  @Test("An entry whose address is none is left out, and the others are read")
  func strangeAddress() throws {
    let entries = try #require(
      read(
        """
        <multistatus xmlns="DAV:"><response><href>../x</href></response>\
        <response><href>%zz</href></response><response><href>x?y.ics</href></response></multistatus>
        """))
    #expect(entries.map(\.path) == ["/cal/ana/x%3Fy.ics"])
  }

  private func read(_ text: String) -> [Multistatus.Entry]? {
    Address("https://example.org/cal/ana/").flatMap { address in
      Multistatus(Array(text.utf8), at: address)?.entries
    }
  }
}
