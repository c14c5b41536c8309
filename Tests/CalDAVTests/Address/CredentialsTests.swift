import CalDAV
import Testing

@Suite("Credentials")
struct CredentialsTests {
  @Test("No text made of them holds the password")
  func passwordIsNotShown() throws {
    let credentials = Credentials(user: "maryam", password: "s3cret")
    var dumped = ""
    dump(credentials, to: &dumped)
    let calendar = try RemoteCalendar("https://example.org/x/", credentials: credentials)
    dump(calendar, to: &dumped)
    let texts = [
      "\(credentials)", String(reflecting: credentials), dumped, "\(calendar)",
      String(reflecting: calendar), "\(Optional(credentials) as Any)", "\([credentials])",
    ]
    for text in texts { #expect(!text.contains("s3cret"), "\(text)") }
    #expect(dumped.contains("maryam"))
  }
}
