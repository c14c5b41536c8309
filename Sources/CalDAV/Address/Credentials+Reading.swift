import Glibc

extension Credentials {
  /// The variables that hold them.
  package static let userVariable = "NOBAT_CALDAV_USER"
  package static let passwordVariable = "NOBAT_CALDAV_PASSWORD"

  /// What to do about missing ones.
  static let remedy = """
    put it and the password into \(userVariable) and \(passwordVariable), or into a file that only \
    you can read
    """

  /// Reads them from the environment; nil where neither variable is set.
  package init?(environment: [String: String]) throws(CalDAVFault) {
    let user = environment[Credentials.userVariable]
    let password = environment[Credentials.passwordVariable]
    if user == nil, password == nil { return nil }
    guard let user, let password else {
      let missing = user == nil ? Credentials.userVariable : Credentials.passwordVariable
      throw CalDAVFault("\(missing) is not set; set both variables or none")
    }
    try self.init(user, password, from: Credentials.userVariable)
  }

  /// Reads them from a file with the user and the password on two lines, or on one as `user:password`.
  ///
  /// Refused is what others could have read or written: anything but a regular file that belongs to
  /// whoever runs Nobat and that nobody else may open. A link counts as what it leads to.
  package init(file path: String) throws(CalDAVFault) {
    var bytes = try Credentials.secret(in: path)[...]
    // Some editors begin a file with a byte order mark, which is no part of the user's name.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CalDAVFault("\(inert(path)) is not UTF-8; save it as such")
    }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if lines.count == 1, let colon = lines[0].firstIndex(of: ":") {
      lines = [lines[0][..<colon], lines[0][lines[0].index(after: colon)...]]
    }
    guard lines.count == 2 else {
      throw CalDAVFault(
        "\(inert(path)) must hold the user and the password on two lines, or user:password on one")
    }
    try self.init(String(lines[0]), String(lines[1]), from: inert(path))
  }

  /// Checks what the Basic scheme can carry (RFC 7617, 2).
  private init(_ user: String, _ password: String, from place: String) throws(CalDAVFault) {
    let holdsControl = (user + password).unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control
    }
    guard !user.isEmpty, !user.contains(":"), !holdsControl else {
      throw CalDAVFault(
        """
        the user name in \(place) is empty or holds a colon, or it or the password holds a control \
        character; no server can take that
        """)
    }
    self.init(user: user, password: password)
  }

  private static func secret(in path: String) throws(CalDAVFault) -> [UInt8] {
    // Not blocking, or a pipe without a writer would hold us up for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw CalDAVFault("\(inert(path)) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var facts = stat()
    // Asked of the open file, so that it cannot be exchanged in between.
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw CalDAVFault("\(inert(path)) is no file; name a file with the user and the password")
    }
    guard facts.st_uid == geteuid() else {
      throw CalDAVFault("\(inert(path)) belongs to somebody else; make a file of your own")
    }
    guard facts.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
      throw CalDAVFault(
        "others may open \(inert(path)), so it keeps no secret; run: chmod 600 \(inert(path))")
    }
    var bytes = [UInt8](repeating: 0, count: 4097)
    var length = 0
    while length < bytes.count {
      let count = bytes[length...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw CalDAVFault("\(inert(path)) cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      length += count
    }
    guard length < bytes.count else {
      throw CalDAVFault("\(inert(path)) is longer than a user name and a password can be")
    }
    return Array(bytes[..<length])
  }
}
