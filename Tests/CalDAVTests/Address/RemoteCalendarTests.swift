import CalDAV
import Testing

@Suite("A calendar's address")
struct RemoteCalendarTests {
  @Test("https anywhere, http on this machine, and elsewhere only if allowed")
  func schemes() throws {
    #expect("\(try calendar("https://example.org/ana"))" == "https://example.org/ana/")
    #expect("\(try calendar("http://127.0.0.1:5232/ana/"))" == "http://127.0.0.1:5232/ana/")
    #expect(
      refusal("http://example.org/ana/")
        == "http://example.org/ana/ would send the password and the roster in the clear; use https://"
    )
    let open = try RemoteCalendar(
      "http://example.org/ana/", credentials: nil, allowingPlainHTTP: true)
    #expect("\(open)" == "http://example.org/ana/")
  }

  @Test("A password in the address is refused and not repeated")
  func userInAddress() {
    let sentence = refusal("https://ana:s3cret@example.org/ana/")
    #expect(sentence?.contains("NOBAT_CALDAV_USER") == true)
    #expect(sentence?.contains("s3cret") == false)
  }

  @Test("What is no address, or a whole server, is refused with the next step")
  func wrong() {
    #expect(refusal("calendar")?.contains("write one such as https://") == true)
    #expect(refusal("https://example.org/")?.hasSuffix("name the calendar's folder on it") == true)
    // Nothing that a terminal would obey.
    #expect(refusal("\u{1B}[31mx")?.contains("\u{1B}") == false)
  }

  private func calendar(_ url: String) throws -> RemoteCalendar {
    try RemoteCalendar(url, credentials: nil)
  }

  private func refusal(_ url: String) -> String? {
    do throws(CalDAVFault) {
      _ = try RemoteCalendar(url, credentials: nil)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
