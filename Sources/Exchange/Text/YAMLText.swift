import Yams

/// Reads YAML as the workspace uses it: maps, lists and scalars that are all text.
enum YAMLText {
  /// Deeper trees are refused before the parser, which recurses, sees them; the workspace's own
  /// have five levels.
  static let maximumDepth = 48

  /// The tree of a file, an empty map for an empty file, or nil with a finding.
  static func read(_ bytes: [UInt8], file: String, _ inspection: Inspection) -> Entry? {
    let start = Place(file: file, line: 1, column: 1)
    if let line = lineBeyondDepth(bytes) {
      inspection.error(
        Place(file: file, line: line), "the YAML is nested more than \(maximumDepth) levels deep",
        hint: "close the brackets that are open")
      return nil
    }
    let skipped = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let text = String(decoding: bytes.dropFirst(skipped), as: UTF8.self)
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // The parser owns the anchors that its nodes only point to.
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else {
          return Entry(content: .map([]), place: start)
        }
        let root = entry(node, start, inspection)
        if case .unreadable = root.content { return nil }
        return root
      }
    } catch let error as YamlError {
      report(error, text, file, inspection)
    } catch {
      inspection.error(Place(file: file), "the YAML cannot be read: \(error)")
    }
    return nil
  }

  private static func entry(_ node: Node, _ parent: Place, _ inspection: Inspection) -> Entry {
    let place =
      node.mark.map { Place(file: parent.file, line: $0.line, column: $0.column) } ?? parent
    guard isPlain(node) else {
      inspection.error(
        place, "anchors, aliases and tags are not read here", hint: "write the value itself")
      return Entry(content: .unreadable, place: place)
    }
    switch node {
    case .scalar(let scalar):
      return Entry(content: .text(scalar.string), place: place)
    case .sequence(let sequence):
      return Entry(
        content: .list(sequence.map { entry($0, place, inspection) }), place: place)
    case .mapping(let mapping):
      return Entry(
        content: .map(mapping.compactMap { pair($0.key, $0.value, place, inspection) }),
        place: place)
    case .alias:
      return Entry(content: .unreadable, place: place)
    }
  }

  private static func pair(
    _ key: Node, _ value: Node, _ parent: Place, _ inspection: Inspection
  ) -> Entry.Pair? {
    let keyEntry = entry(key, parent, inspection)
    guard case .text(let name) = keyEntry.content else {
      if case .unreadable = keyEntry.content { return nil }
      inspection.error(keyEntry.place, "a key is a list or a map", hint: "write a word as the key")
      return nil
    }
    return Entry.Pair(
      key: name, place: keyEntry.place, value: entry(value, keyEntry.place, inspection))
  }

  /// Yams resolves an alias to its anchor's node, so that both ends carry the anchor.
  private static func isPlain(_ node: Node) -> Bool {
    let tags = [Tag.Name.str, .map, .seq].map(\.rawValue)
    return node.anchor == nil && tags.contains(node.tag.description)
  }

  private static func report(
    _ error: YamlError, _ text: String, _ file: String, _ inspection: Inspection
  ) {
    let quoting = "quote texts that hold a colon, a comma, a bracket or a #"
    switch error {
    case .composer(_, _, let mark, _):
      // Undefined aliases and second documents; the workspace has neither.
      inspection.error(
        Place(file: file, line: mark.line, column: mark.column),
        "aliases and second documents are not read here", hint: "remove the * or the line of ---")
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let situation = context.map { " \($0.text)" } ?? ""
      inspection.error(
        Place(file: file, line: mark.line, column: mark.column),
        "the YAML cannot be read\(situation): \(problem)", hint: quoting)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let lines = lines(withKey: key, at: context.mark.column, of: text)
      let list = lines.count > 1 ? ": lines \(lines.map(String.init).joined(separator: ", "))" : ""
      inspection.error(
        Place(file: file, line: lines.last ?? context.mark.line, column: context.mark.column),
        "the key \"\(key)\" is written more than once\(list)", hint: "keep one of them")
    case .reader(let problem, _, _, _):
      inspection.error(
        Place(file: file), "the YAML cannot be read: \(problem)",
        hint: "remove the control character")
    default:
      inspection.error(Place(file: file), "the YAML cannot be read: \(error)", hint: quoting)
    }
  }

  /// The lines of a block map that begin, behind their indentation, with a key.
  private static func lines(withKey key: String, at column: Int, of text: String) -> [Int] {
    let indented = String(repeating: " ", count: column - 1) + key + ":"
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.hasPrefix(indented) }.map { $0.offset + 1 }
  }

  /// The first line where brackets, or the signs of block lists and maps, nest too deeply.
  ///
  /// Brackets in quotes are counted too: no honest file comes near the bound.
  private static func lineBeyondDepth(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var depth = 0
    var marks = 0
    var isIndentation = true
    for byte in bytes {
      switch byte {
      case .newline:
        line += 1
        marks = 0
        isIndentation = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isIndentation = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
      case .blank, .minus, UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isIndentation { marks += 1 }
      default:
        isIndentation = false
      }
      if depth > maximumDepth || marks > 4 * maximumDepth { return line }
    }
    return nil
  }
}
