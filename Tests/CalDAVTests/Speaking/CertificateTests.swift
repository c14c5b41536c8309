import CalDAV
import TestSupport
import Testing

/// What makes certificates for the test.
private let openssl = StumblingServer.python == nil ? nil : Program.installed("openssl")

@Suite("Certificates", .enabled(if: openssl != nil, "it needs python3 and openssl"))
struct CertificateTests {
  @Test("A server whose certificate nobody vouches for gets nothing, one that is vouched for does")
  func certificates() throws {
    let folder = try TemporaryFolder()
    let openssl = try #require(openssl)
    let made = try openssl.run(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "certificate.pem",
      ], in: folder.path)
    try #require(made.status == 0, "\(made.errors)")
    try folder.write(
      try folder.text("key.pem") + folder.text("certificate.pem"), to: "both.pem")
    let server = try StumblingServer(certificate: folder.path("both.pem"))

    let outcome = push(Week(1), to: try server.calendar())
    #expect(
      outcome.failures.map(\.description) == [
        "\(server.url)/ana/ shows a certificate that is not trusted here, so nothing was sent to it"
      ])
    #expect(server.requests() == [])

    let trusting = try RemoteCalendar(
      "\(server.url)/ana/", credentials: Credentials(user: "ana", password: "s3cret"),
      authorities: folder.path("certificate.pem"))
    let trusted = push(Week(1), to: trusting)
    #expect(trusted.failures == [])
    #expect(server.contents() == Week(1).files)
  }
}
