/// Where something lies on a web server (RFC 3986): `https://example.org/calendars/ana/shifts/`.
///
/// It has no user and no password, which stand in ``Credentials``, no query and no fragment; its path is
/// percent-encoded and has no `.` and `..` steps.
struct Address: Hashable, Sendable {
  enum Scheme: String {
    case http, https
  }

  let scheme: Scheme
  /// In small letters; an IPv6 number in its brackets.
  let host: String
  let port: Int
  /// Percent-encoded, with a slash at its beginning.
  let path: String

  /// Reads an address; nil where it is none of the kind.
  init?(_ text: String) {
    let bytes = text.utf8
    // Nothing that could end a line of a request, and no way to smuggle a second host.
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
      !bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }),
      let colon = text.firstRange(of: "://"),
      let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased())
    else { return nil }
    let rest = text[colon.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let (host, port) = Address.hostAndPort(of: authority),
      let path = PathText.encoded(String(rest.dropFirst(authority.count)))
    else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port ?? (scheme == .https ? 443 : 80)
    self.path = path
  }

  private init(scheme: Scheme, host: String, port: Int, path: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
  }

  /// Whether credentials for the one may be shown to the other (RFC 6454, 5).
  func hasOrigin(of other: Address) -> Bool {
    (scheme, host, port) == (other.scheme, other.host, other.port)
  }

  /// Whether what is sent there stays on this machine.
  var isLoopback: Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
    return host == "localhost" || host == "[::1]" || (isIPv4 && numbers[0] == "127")
  }

  /// The same place written as a folder.
  var asFolder: Address {
    path.hasSuffix("/") ? self : Address(scheme: scheme, host: host, port: port, path: path + "/")
  }

  /// A file of this folder.
  func file(_ name: String) -> Address {
    let encoded = PathText.encoded(segment: name)
    return Address(scheme: scheme, host: host, port: port, path: asFolder.path + encoded)
  }

  /// What a reference such as a redirection's or an answer's means here: a whole address, a path
  /// from the root, or a file beside this one.
  func resolving(_ reference: String) -> Address? {
    if reference.hasPrefix("//") { return Address("\(scheme.rawValue):\(reference)") }
    if !reference.hasPrefix("/"), reference.contains("://") { return Address(reference) }
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    let absolute = reference.hasPrefix("/") ? reference : folder + reference
    guard let encoded = PathText.encoded(absolute) else { return nil }
    return Address(scheme: scheme, host: host, port: port, path: encoded)
  }

  private static func hostAndPort(of text: Substring) -> (host: String, port: Int?)? {
    let isNumber6 = text.hasPrefix("[")
    let end = isNumber6 ? text.firstIndex(of: "]").map { text.index(after: $0) } : nil
    let host = isNumber6 ? text[..<(end ?? text.startIndex)] : text.prefix { $0 != ":" }
    let inside = isNumber6 ? host.dropFirst().dropLast() : host
    let isHost = inside.utf8.allSatisfy { byte in
      PathText.isPlain(byte) || (isNumber6 && byte == UInt8(ascii: ":"))
    }
    guard !inside.isEmpty, isHost else { return nil }
    let rest = text.dropFirst(host.count)
    if rest.isEmpty { return (host.lowercased(), nil) }
    let digits = rest.dropFirst()
    guard rest.first == ":", digits.first != "+", let port = UInt16(digits), port > 0 else {
      return nil
    }
    return (host.lowercased(), Int(port))
  }
}

extension Address: CustomStringConvertible {
  var description: String {
    let usual = scheme == .https ? 443 : 80
    return "\(scheme.rawValue)://\(host)\(port == usual ? "" : ":\(port)")\(path)"
  }
}
