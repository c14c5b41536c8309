/// One agent's calendar on a server: a CalDAV collection (RFC 4791), and who may write there.
package struct RemoteCalendar: Sendable {
  let address: Address
  let credentials: Credentials?
  /// What people see as its name where the calendar has yet to be made.
  let title: String?
  /// A file of certificates to trust in place of the system's.
  let authorities: String?

  /// Checks the address: `https`, or `http` on this machine.
  ///
  /// Elsewhere credentials and rosters would travel in the clear; `allowingPlainHTTP` waives that. `authorities` is for servers whose
  /// certificates only a company vouches for, as `SSL_CERT_FILE` names such a file to other programs.
  package init(
    _ url: String, credentials: Credentials?, title: String? = nil, authorities: String? = nil,
    allowingPlainHTTP: Bool = false
  ) throws(CalDAVFault) {
    if RemoteCalendar.namesUser(url) {
      // Not repeated, as it may hold a password.
      throw CalDAVFault(
        "the address of the calendar holds a user name; take it out of the address: "
          + Credentials.remedy)
    }
    guard let address = Address(url) else {
      throw CalDAVFault(
        """
        "\(inert(url))" is no address of a calendar; write one such as \
        https://example.org/calendars/ana/shifts/
        """)
    }
    guard address.path.contains(where: { $0 != "/" }) else {
      throw CalDAVFault("\(address) is a whole server; name the calendar's folder on it")
    }
    guard address.scheme == .https || address.isLoopback || allowingPlainHTTP else {
      throw CalDAVFault(
        "\(address) would send the password and the roster in the clear; use https://")
    }
    self.address = address.asFolder
    self.credentials = credentials
    self.title = title
    self.authorities = authorities
  }

  private static func namesUser(_ url: String) -> Bool {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return rest.prefix { $0 != "/" }.contains("@")
  }
}

extension RemoteCalendar: CustomStringConvertible {
  package var description: String { "\(address)" }
}

/// A text of unknown origin for a message: a line at most, with no control characters.
func inert(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(200) {
    let isControl = scalar.properties.generalCategory == .control
    let isLineEnd = scalar == "\u{2028}" || scalar == "\u{2029}"
    result.append(isControl || isLineEnd ? "\u{FFFD}" : scalar)
  }
  return String(result)
}
