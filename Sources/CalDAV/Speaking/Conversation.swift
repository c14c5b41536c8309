/// Requests to one calendar's server in turn, patient where it stumbles.
///
/// What is thrown ends the push: the server is not there, is not itself, or does not let us in. Any
/// other answer is for the caller to judge.
final class Conversation {
  let limits: Limits
  /// The calendar, where the server has moved it to within itself.
  private(set) var calendar: Address
  private let credentials: Credentials?
  private let connection: Connection
  private let patience: Patience
  /// Whether the server wants its challenge answered.
  private var digest = false

  init(
    _ calendar: RemoteCalendar, limits: Limits, patience: Patience
  ) throws(CalDAVFault) {
    self.calendar = calendar.address
    self.limits = limits
    self.patience = patience
    credentials = calendar.credentials
    connection = try Connection(limits: limits, authorities: calendar.authorities)
  }

  /// Sends a request and answers it, trying again where that may help.
  func send(_ request: Request) throws(CalDAVFault) -> Answer {
    try send(request) { $0 }
  }

  /// The same where the answer has to be understood; one that is not, as it may be cut short, is asked
  /// for again.
  func send<Result>(
    _ request: Request, understanding: (Answer) -> Result?
  ) throws(CalDAVFault) -> Result {
    var pauses = limits.pauses[...]
    while true {
      if patience.isOver() { throw CalDAVFault("the push of \(calendar) was interrupted") }
      let complaint: String
      var isAboutServer = true
      var wanted: Duration?
      do throws(Connection.Failure) {
        let answer = try followed(request)
        switch answer.status {
        case 401: throw Connection.Failure.barred(refusal)
        case 429, 503:
          complaint = "is too busy (\(answer.status))"
          wanted = answer.fields["retry-after"].flatMap(Conversation.pause)
        case 500, 502, 504:
          guard !pauses.isEmpty else { return try understood(answer, understanding) }
          complaint = "has a fault of its own (\(answer.status))"
        default:
          if let result = understanding(answer) { return result }
          complaint = "gives an answer that cannot be understood"
          isAboutServer = false
        }
      } catch {
        switch error {
        case .passing(let words): complaint = words
        case .lasting(let words): throw CalDAVFault("\(request.address) \(words)")
        case .barred(let words):
          throw CalDAVFault("\(request.address) \(words)", isAboutServer: true)
        }
      }
      if let wanted, wanted > limits.longestPause {
        throw CalDAVFault(
          "\(request.address) \(complaint) and asks to come back in \(wanted.words); do so",
          isAboutServer: true)
      }
      guard let pause = pauses.popFirst() else {
        throw CalDAVFault(
          "\(request.address) \(complaint), at \(limits.pauses.count + 1) tries; try again later",
          isAboutServer: isAboutServer)
      }
      patience.pause(max(pause, wanted ?? .zero))
    }
  }

  /// The pause that a `Retry-After` asks for, a day at the most; nil where it is a date, which the usual
  /// pauses answer as well (RFC 9110, 10.2.3).
  private static func pause(_ field: String) -> Duration? {
    guard !field.isEmpty, field.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let day = 86_400
    // Digits that are no number are more than any.
    return .seconds(min(Int(field) ?? day, day))
  }

  private func understood<Result>(
    _ answer: Answer, _ understanding: (Answer) -> Result?
  ) throws(Connection.Failure) -> Result {
    guard let result = understanding(answer) else {
      throw Connection.Failure.lasting("has a fault of its own (\(answer.status)); ask who runs it")
    }
    return result
  }

  /// Follows redirections, but never to another server: what goes there would be our credentials.
  private func followed(_ request: Request) throws(Connection.Failure) -> Answer {
    var request = request
    let isCalendar = request.address == calendar
    for _ in 0..<5 {
      let answer = try challenged(request)
      guard [301, 302, 307, 308].contains(answer.status) else {
        // Files are named below it, so the calendar moves as a whole.
        if isCalendar { calendar = request.address.asFolder }
        return answer
      }
      let target = answer.fields["location"].flatMap(request.address.resolving)
      guard let target else {
        throw Connection.Failure.lasting(
          "redirects (\(answer.status)) to no address; ask who runs the server")
      }
      guard target.hasOrigin(of: request.address) else {
        throw Connection.Failure.lasting(
          """
          redirects (\(answer.status)) to \(target), where nothing was sent; if that is right, name \
          that address
          """)
      }
      request.address = target
    }
    throw Connection.Failure.lasting("redirects in circles; ask who runs the server")
  }

  /// Shows the password, as is usual, unless the server knows only the Digest scheme.
  private func challenged(_ request: Request) throws(Connection.Failure) -> Answer {
    let answer = try connection.exchange(request, as: credentials, digest: digest)
    guard answer.status == 401, credentials != nil, !digest,
      let challenge = answer.fields["www-authenticate"]?.lowercased(),
      challenge.contains("digest"), !challenge.contains("basic")
    else { return answer }
    digest = true
    return try connection.exchange(request, as: credentials, digest: true)
  }

  private var refusal: String {
    guard let credentials else {
      return "wants a user name (401): \(Credentials.remedy)"
    }
    return """
      does not let user "\(inert(credentials.user))" in (401); check the user name and the password
      """
  }
}
