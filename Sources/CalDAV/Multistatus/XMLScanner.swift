/// Reads a whole XML document of UTF-8 bytes (XML 1.0, fifth edition), or nothing of it.
///
/// A document that is cut short or not well-formed is refused. So is a document type, with which a few
/// bytes can stand for a heap of text; an answer of a server has none. Depth is bounded.
struct XMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private static let deepest = 64

  /// The document's element, or nil.
  static func document(_ bytes: [UInt8]) -> XMLElement? {
    var scanner = XMLScanner(bytes)
    do throws(Malformed) {
      try scanner.skipMarkup()
      guard scanner.take("<") else { return nil }
      let root = try scanner.element(in: ["xml": "http://www.w3.org/XML/1998/namespace"], depth: 0)
      try scanner.skipMarkup()
      return scanner.position == scanner.bytes.count ? root : nil
    } catch {
      return nil
    }
  }

  private struct Malformed: Error {}

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A mark of the byte order says nothing in UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  // MARK: Elements

  /// An element, read from behind its first angle bracket.
  private mutating func element(
    in outer: [String: String], depth: Int
  ) throws(Malformed) -> XMLElement {
    guard depth < XMLScanner.deepest else { throw Malformed() }
    let tag = try name()
    var namespaces = outer
    while skipBlank(), let byte = peek, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      let (attribute, value) = try attribute()
      if attribute == "xmlns" { namespaces[""] = value }
      if attribute.hasPrefix("xmlns:") { namespaces[String(attribute.dropFirst(6))] = value }
    }
    skipBlankAnyway()
    var element = XMLElement(name: try resolve(tag, namespaces))
    if take("/>") { return element }
    guard take(">") else { throw Malformed() }
    try fill(&element, in: namespaces, depth: depth)
    guard try name() == tag else { throw Malformed() }
    skipBlankAnyway()
    guard take(">") else { throw Malformed() }
    return element
  }

  /// The content of an element and the first two bytes of its end.
  private mutating func fill(
    _ element: inout XMLElement, in namespaces: [String: String], depth: Int
  ) throws(Malformed) {
    var text: [UInt8] = []
    while true {
      let plain = bytes[position...].prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
      text += plain
      position = plain.endIndex
      if take("</") { break }
      if peek == UInt8(ascii: "&") {
        text += Array(try reference().utf8)
      } else if take("<![CDATA[") {
        text += try upTo("]]>")
      } else if try skipComment() {
        continue
      } else if take("<") {
        element.children.append(try self.element(in: namespaces, depth: depth + 1))
      } else {
        throw Malformed()
      }
    }
    guard let valid = String(validating: text, as: UTF8.self) else { throw Malformed() }
    element.text = valid
  }

  private func resolve(
    _ tag: String, _ namespaces: [String: String]
  ) throws(Malformed) -> XMLName {
    let parts = tag.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return XMLName(namespace: namespaces[""] ?? "", local: tag)
    }
    // A prefix that stands for nothing is an error.
    guard let namespace = namespaces[String(parts[0])] else { throw Malformed() }
    return XMLName(namespace: namespace, local: String(parts[1]))
  }

  private mutating func attribute() throws(Malformed) -> (name: String, value: String) {
    let name = try name()
    skipBlankAnyway()
    guard take("=") else { throw Malformed() }
    skipBlankAnyway()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw Malformed()
    }
    position += 1
    var value: [UInt8] = []
    while let byte = peek, byte != quote {
      if byte == UInt8(ascii: "<") { throw Malformed() }
      if byte == UInt8(ascii: "&") {
        value += Array(try reference().utf8)
      } else {
        value.append(byte)
        position += 1
      }
    }
    guard peek == quote, let text = String(validating: value, as: UTF8.self) else {
      throw Malformed()
    }
    position += 1
    return (name, text)
  }

  // MARK: Words and signs

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count - position >= length else { return false }
    let isThere = word.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + length]) }
    if isThere { position += length }
    return isThere
  }

  /// The bytes before a word, which is passed too.
  private mutating func upTo(_ word: StaticString) throws(Malformed) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count {
      let end = position
      if take(word) { return bytes[start..<end] }
      position += 1
    }
    throw Malformed()
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipBlank() -> Bool {
    let start = position
    while let byte = peek, XMLScanner.isBlank(byte) { position += 1 }
    return position > start
  }

  private mutating func skipBlankAnyway() { _ = skipBlank() }

  /// A name, taken loosely: up to what can end one.
  private mutating func name() throws(Malformed) -> String {
    let start = position
    let ends: Set<UInt8> = Set("<>/=&'\"!?".utf8)
    while let byte = peek, !XMLScanner.isBlank(byte), !ends.contains(byte) { position += 1 }
    let text = String(validating: bytes[start..<position], as: UTF8.self)
    guard let text, !text.isEmpty else { throw Malformed() }
    return text
  }

  /// A character that is written as a reference: one of the five names, or a number.
  private mutating func reference() throws(Malformed) -> String {
    guard take("&") else { throw Malformed() }
    let word = String(decoding: try upTo(";").prefix(12), as: UTF8.self)
    switch word {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHexadecimal = word.hasPrefix("#x")
      let digits = word.dropFirst(isHexadecimal ? 2 : 1)
      guard word.hasPrefix("#"), digits.first != "+",
        let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number > 0,
        let scalar = Unicode.Scalar(number)
      else { throw Malformed() }
      return String(scalar)
    }
  }

  /// Passes blanks, comments and instructions such as `<?xml ...?>`.
  private mutating func skipMarkup() throws(Malformed) {
    repeat { skipBlankAnyway() } while try skipComment()
  }

  private mutating func skipComment() throws(Malformed) -> Bool {
    if take("<!--") {
      _ = try upTo("-->")
      return true
    }
    if take("<?") {
      _ = try upTo("?>")
      return true
    }
    return false
  }
}
