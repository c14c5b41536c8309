/// The names of events' files on a server.
///
/// A name is made of the uid alone, and the uid can be read from it, so that a push finds its events again
/// without any memory of its own. Letters, digits, dots and hyphens stay; any other byte becomes `_` and two
/// hexadecimal digits: `ana-2026-12-07_40acme.nobat.invalid.ics`.
enum ItemName {
  private static let ending = ".ics"
  /// Servers keep events as files, whose names have at most 255 bytes.
  private static let longest = 200

  static func name(of uid: String) -> String {
    var bytes: [UInt8] = []
    for byte in uid.utf8 {
      let isLeadingDot = bytes.isEmpty && byte == UInt8(ascii: ".")
      if PathText.isPlain(byte), byte != UInt8(ascii: "_"), byte != UInt8(ascii: "~"), !isLeadingDot
      {
        bytes.append(byte)
      } else {
        bytes += Hex.escaped(byte, mark: "_")
      }
    }
    let name = String(decoding: bytes, as: UTF8.self)
    guard name.utf8.count > longest else { return name + ending }
    // No uid can be read from it, as none is written with "__".
    return "\(name.prefix(longest - 32))__\(StoredEvent.sign(of: uid.utf8))\(ending)"
  }

  /// The uid that a name was made of, nil where it was made otherwise.
  static func uid(of name: String) -> String? {
    guard name.hasSuffix(ending),
      let bytes = Hex.unescaped(name.dropLast(ending.count), mark: "_"),
      let uid = String(validating: bytes, as: UTF8.self), self.name(of: uid) == name
    else { return nil }
    return uid
  }

  /// Another name for the case that somebody else's file has the first.
  static func name(of uid: String, number: Int) -> String {
    let name = name(of: uid)
    return number == 1 ? name : "\(name.dropLast(ending.count))__\(number)\(ending)"
  }
}
