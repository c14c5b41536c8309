import CalDAV
import Testing

@Suite("Credentials")
struct CredentialsTests {
  @Test("No text made of them holds the password")
  func passwordIsNotShown() {
    let credentials = Credentials(user: "maryam", password: "s3cret")
    #expect(!"\(credentials) \(String(reflecting: credentials))".contains("s3cret"))
  }
}
