/// What a server says of several of its files at once (RFC 4918, 13).
struct Multistatus {
  /// What it says of one.
  struct Entry {
    /// The path, written as ``Address`` writes it.
    let path: String
    /// The entity tag, as it is to be sent back.
    let tag: String?
    let isFolder: Bool
    let isCalendar: Bool
    /// The content, where it was asked for.
    let content: String?
  }

  let entries: [Entry]

  /// Reads an answer; nil where it is another document, or one that is cut short.
  ///
  /// A file that the server says is not there has no entry, nor has one whose address is none: ours
  /// have good ones.
  init?(_ bytes: [UInt8], at address: Address) {
    guard let document = XMLScanner.document(bytes), document.name == .dav("multistatus") else {
      return nil
    }
    var entries: [Entry] = []
    for response in document.all(.dav("response")) {
      guard let reference = response.first(.dav("href"))?.text.trimmed else { return nil }
      if let path = address.resolving(reference)?.path,
        Multistatus.isFine(response.first(.dav("status")))
      {
        entries.append(Entry(response, path: path))
      }
    }
    self.entries = entries
  }

  /// Whether a status line, if there is one, begins with a 2: `HTTP/1.1 200 OK`.
  fileprivate static func isFine(_ status: XMLElement?) -> Bool {
    guard let status else { return true }
    let words = status.text.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && words[1].hasPrefix("2")
  }
}

extension Multistatus.Entry {
  fileprivate init(_ response: XMLElement, path: String) {
    let found = response.all(.dav("propstat")).filter { propstat in
      Multistatus.isFine(propstat.first(.dav("status")))
    }
    let properties = found.compactMap { $0.first(.dav("prop")) }.flatMap(\.children)
    let type = properties.first { $0.name == .dav("resourcetype") }
    let tag = properties.first { $0.name == .dav("getetag") }?.text.trimmed
    self.init(
      path: path, tag: tag.flatMap { isTag($0) ? $0 : nil },
      isFolder: type?.first(.dav("collection")) != nil,
      isCalendar: type?.first(.caldav("calendar")) != nil,
      content: properties.first { $0.name == .caldav("calendar-data") }?.text)
  }
}

/// Whether a text can be sent back as the one version that a change is about: a single quoted string
/// (RFC 9110, 8.8.3), so neither a list of them nor anything that would begin another field.
///
/// A weak tag, `W/"1"`, is none: `If-Match` compares strongly and would never hold (13.1.1). Servers have
/// to list strong ones (RFC 4791, 5.3.4), so after an answer with a weak one the listing tells more.
func isTag(_ text: String) -> Bool {
  let bytes = text.utf8
  let quote = UInt8(ascii: "\"")
  guard bytes.count <= 1024, bytes.count >= 2, bytes.first == quote, bytes.last == quote else {
    return false
  }
  return bytes.dropFirst().dropLast().allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != quote }
}
