import CCurl

/// A request to a web server.
struct Request {
  var method: String
  var address: Address
  /// Names and values.
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []
}

/// What a web server answered.
struct Answer {
  let status: Int
  /// Names in small letters.
  let fields: [String: String]
  let body: [UInt8]
}

private let noMemory = Int32(NOBAT_CURL_NO_MEMORY)
private let tooLong = Int32(NOBAT_CURL_TOO_LONG)

/// A connection to one server, kept open from request to request.
final class Connection {
  private let handle: OpaquePointer
  private let limits: Limits
  /// A file of certificates to trust in place of the system's.
  private let authorities: String?

  init(limits: Limits, authorities: String?) throws(CalDAVFault) {
    guard let handle = nobat_connection_open() else {
      throw CalDAVFault(
        nobat_curl_is_there() == 0
          ? "libcurl, which speaks to servers, is not on this machine; install it (Debian: libcurl4)"
          : "there is no memory for a connection")
    }
    self.handle = handle
    self.limits = limits
    self.authorities = authorities
  }

  deinit {
    // Saying goodbye by TLS is a write, too.
    survivingBrokenPipes { nobat_connection_close(handle) }
  }

  /// Why there is no answer, or none that can be used.
  enum Failure: Error {
    /// It may be otherwise the next time.
    case passing(String)
    /// It will be so again with this request.
    case lasting(String)
    /// It will be so with any request of this user.
    case barred(String)
  }

  /// One exchange.
  func exchange(
    _ request: Request, as credentials: Credentials?, digest: Bool
  ) throws(Failure) -> Answer {
    // An empty Expect keeps libcurl from waiting for a leave to send a long body.
    let lines = request.fields.map { "\($0.name): \($0.value)" } + ["Expect:", "User-Agent: Nobat"]
    var heard = nobat_answer()
    let code = withCStrings(
      [request.method, "\(request.address)", credentials?.user, credentials?.password, authorities]
    ) { words in
      withCStrings(lines) { fields in
        request.body.withUnsafeBytes { body in
          guard let method = words[0], let url = words[1] else { return noMemory }
          return (fields + [nil]).withUnsafeBufferPointer { fields in
            guard let fields = fields.baseAddress else { return noMemory }
            var sent = nobat_request(
              method: method, url: url, fields: fields,
              body: body.isEmpty ? nil : body.baseAddress, body_length: body.count,
              user: words[2], password: words[3], digest: digest ? 1 : 0,
              direct: request.address.isLoopback ? 1 : 0, authorities: words[4],
              connect_milliseconds: limits.connecting.milliseconds,
              total_milliseconds: limits.request.milliseconds, limit: limits.answerSize)
            return survivingBrokenPipes { nobat_exchange(handle, &sent, &heard) }
          }
        }
      }
    }
    guard code == 0 else { throw failure(code) }
    let answer = Answer(heard)
    // Anything may be sent back by what is no web server.
    guard (200..<600).contains(answer.status) else {
      throw Failure.passing("answers with what is no answer of a web server")
    }
    return answer
  }

  /// The codes are those of libcurl's curl.h.
  private func failure(_ code: Int32) -> Failure {
    switch code {
    case tooLong:
      .lasting("answers with more than \(limits.answerSize) bytes")
    case noMemory: .lasting("answers with more than there is memory for")
    case 5, 6: .passing("is not known by its name here")
    case 7: .passing("takes no connection")
    case 18: .passing("stops in the middle of its answer")
    case 28: .passing("does not answer in time (\(limits.request.words))")
    case 1, 8: .passing("answers with what is no answer of a web server")
    case 52: .passing("closes the connection without an answer")
    case 60, 51: .barred("shows a certificate that is not trusted here, so nothing was sent to it")
    case 3, 53, 54, 58, 59, 66, 77, 80, 82, 83, 90, 91:
      .lasting("cannot be spoken to (\(String(cString: nobat_curl_words(code))))")
    default: .passing("cannot be spoken to (\(String(cString: nobat_curl_words(code))))")
    }
  }
}

extension Answer {
  fileprivate init(_ heard: nobat_answer) {
    let head = UnsafeRawBufferPointer(start: heard.head, count: heard.head_length)
    var fields: [String: String] = [:]
    for line in head.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let (name, value) = (parts[0], parts[1])
      let key = String(decoding: name, as: UTF8.self).lowercased()
      let text = String(decoding: value, as: UTF8.self).trimmed
      // One field on several lines is one list (RFC 9110, 5.3).
      fields[key] = fields[key].map { "\($0), \(text)" } ?? text
    }
    self.init(
      status: heard.status, fields: fields,
      body: Array(UnsafeRawBufferPointer(start: heard.body, count: heard.body_length)))
  }
}

extension Duration {
  /// `30 s`, or `300 ms` where there are not whole seconds.
  var words: String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }

  /// Rounded up, so that no limit becomes none.
  fileprivate var milliseconds: Int {
    let (seconds, rest) = components
    return Int(seconds) * 1000 + Int((rest + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

/// Hands over texts as C has them, nil for nil.
private func withCStrings<Result>(
  _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  func handOver(_ rest: ArraySlice<String?>, _ done: [UnsafePointer<CChar>?]) -> Result {
    guard let first = rest.first else { return body(done) }
    guard let text = first else { return handOver(rest.dropFirst(), done + [nil]) }
    return text.withCString { handOver(rest.dropFirst(), done + [$0]) }
  }
  return handOver(texts[...], [])
}

extension String {
  /// Without blanks, tabs and line ends around it.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 }
    let view = unicodeScalars.drop(while: isBlank)
    let end = view.lastIndex { !isBlank($0) }
    return end.map { String(view[...$0]) } ?? ""
  }
}
