import Workforce

/// Which queue a row is of.
extension ImportReader {
  /// Names of queues are compared without regard to capitals, and blanks count as one.
  static func plain(_ name: String) -> String { tidy(name).lowercased() }

  /// A name on one line: blanks and line ends in a row are one blank, around it none.
  private static func tidy(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a source means, looked up at its first row.
  func meaning(
    of fields: [CSVScanner.Field], _ columns: ImportColumns, _ scanner: CSVScanner
  ) -> Meaning {
    func text(_ column: Int) -> String { ImportReader.tidy(scanner.text(fields[column])) }
    let qualifiers = columns.qualifiers.map(text)
    let (line, column) = scanner.place(ofByte: fields[columns.names[0]].range.lowerBound)
    func found(_ queue: Int?, _ name: String) -> Meaning {
      let full = ([text(columns.names[0])] + qualifiers).filter { !$0.isEmpty }
      return Meaning(
        queue: queue, full: full.joined(separator: "/"), matched: name, qualifiers: qualifiers,
        line: line, column: column)
    }
    for depth in (0...qualifiers.count).reversed() {
      for name in columns.names {
        let parts = [text(name)] + qualifiers.prefix(depth).filter { !$0.isEmpty }
        let joined = parts.joined(separator: "/")
        if let queue = queueIndices[ImportReader.plain(joined)] { return found(queue, joined) }
      }
    }
    return found(nil, "")
  }

  /// Names that nobody knows, and names that stand for more than one kind of contact.
  mutating func reportSources() {
    for name in unknownNames { reportUnknown(name) }
    let unknown = Set(meanings.lazy.filter { $0.queue == nil }.map(\.full)).count
    if unknown > ImportReader.toldNames {
      let message = "\(unknown - ImportReader.toldNames) more names are no queues"
      let hint = "check that the column of names is the one of queues"
      if isTrial {
        inspection.warning(Place(file: file), message, hint: hint)
      } else {
        inspection.error(Place(file: file), message, hint: hint)
      }
    }
    var firsts: [String: Int] = [:]
    for (number, meaning) in meanings.enumerated() where meaning.queue != nil {
      if let first = firsts[meaning.matched] {
        compare(meaning, with: meanings[first], number: first)
      } else {
        firsts[meaning.matched] = number
      }
    }
  }

  /// One name may stand for several languages, but not for several media: a call is no chat.
  private mutating func compare(_ meaning: Meaning, with first: Meaning, number: Int) {
    let dividers = layout.queue.qualifiers.map { $0.names[0] }
    for (index, pair) in zip(first.qualifiers, meaning.qualifiers).enumerated()
    where pair.0.lowercased() != pair.1.lowercased() {
      let divider = dividers[index]
      if index == 0 {
        findings.add(
          .error, .init(fault: .mixed(number)), line: meaning.line, column: meaning.column,
          "\"\(meaning.matched)\" has rows of \(divider) \"\(pair.0)\" and \"\(pair.1)\"",
          hint: "name both, such as {\"\(first.full)\": ..., \"\(meaning.full)\": ...}")
      } else {
        findings.add(
          .warning, .init(fault: .joined(number)), line: meaning.line, column: meaning.column,
          "\"\(meaning.matched)\" has rows of \(divider) \"\(pair.0)\" and \"\(pair.1)\"",
          hint: "they are added up; to part them, name both: \"\(first.full)\", \"\(meaning.full)\""
        )
      }
      return
    }
  }

  /// The first names that nobody knows, in the order of the file, each once.
  ///
  /// A wrong column gives a name a row; nobody reads more than some of them, and nearest names are
  /// costly to find.
  var unknownNames: [HistoryImport.UnknownName] {
    var indices: [String: Int] = [:]
    var names: [HistoryImport.UnknownName] = []
    for meaning in meanings where meaning.queue == nil {
      if let index = indices[meaning.full] {
        names[index].rows += meaning.rows
      } else if names.count < ImportReader.toldNames {
        indices[meaning.full] = names.count
        let nearest = Spelling.nearest(to: meaning.full, among: queueIndices.keys)
        let queue = nearest.flatMap { queueIndices[$0] }.map { centre.queues[$0].id }
        names.append(
          HistoryImport.UnknownName(
            name: meaning.full, rows: meaning.rows, line: meaning.line, column: meaning.column,
            suggestion: queue))
      }
    }
    return names
  }

  /// Unknown names that are told one by one.
  static let toldNames = 50

  private func reportUnknown(_ unknown: HistoryImport.UnknownName) {
    let known = mapping.names.keys + knownIDs
    let nearest = Spelling.nearest(to: unknown.name, among: Array(known))
    let rows = unknown.rows > 1 ? " (\(unknown.rows) rows)" : ""
    let message =
      "\"\(unknown.name)\" is neither a queue of queues.yaml nor a name of the mapping\(rows)"
    let hint =
      nearest.map { "did you mean \"\($0)\"?" }
      ?? "add it to the mapping's names: {\"\(unknown.name)\": \(knownIDs.first ?? "a-queue")}"
    let place = Place(file: file, line: unknown.line, column: unknown.column)
    if isTrial {
      inspection.warning(place, message, hint: hint)
    } else {
      inspection.error(place, message, hint: hint)
    }
  }
}
