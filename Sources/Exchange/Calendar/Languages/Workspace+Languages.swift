import Workforce

extension Workspace {
  /// The languages of calendars: ours, and those of `languages/<tag>.yaml`.
  ///
  /// A file may hold some keys only; for the others the words of the language that its tag narrows
  /// (`de` for `de-AT`) stand, or those of ours of the same tag, else English ones.
  func languages(_ inspection: Inspection) -> Languages {
    let ending = ".yaml"
    let files = files(in: "languages", ending: ending)
    return Languages.ours.adding(
      files.compactMap { file in
        let tag = String(Writing.name(of: file).dropLast(ending.count))
        do throws(Notation<String>.Complaint) {
          _ = try Notation.language.read(tag)
        } catch {
          inspection.error(
            Place(file: file), "the file's name is no language tag",
            hint: "name it as de.yaml or pt-BR.yaml")
          return nil
        }
        return bytes(of: file, inspection).flatMap { words($0, tag, file: file, inspection) }
      })
  }

  private func words(
    _ bytes: [UInt8], _ tag: String, file: String, _ inspection: Inspection
  ) -> Words? {
    guard let root = YAMLText.read(bytes, file: file, inspection),
      let record = Record(
        "the language", root, keys: Words.Key.allCases.map(\.name), inspection)
    else { return nil }
    var texts: [Words.Key: String] = [:]
    for key in Words.Key.allCases {
      texts[key] = record.optional(key.name, .phrase(of: key))
    }
    let base = Languages.ours.words(nearest: tag)
    let missing = Words.Key.allCases.filter { !record.has($0.name) && $0 != .date }
    if base == nil, !missing.isEmpty {
      inspection.warning(
        Place(file: file),
        "\(missing.map(\.name).joined(separator: ", ")): no words, so the English ones stand",
        hint: "write them too")
    }
    return Words(tag, texts, else: base ?? .english)
  }
}

extension Notation where Value == String {
  /// A text for a key, with the slots that it may have.
  fileprivate static func phrase(of key: Words.Key) -> Notation {
    let slots = key.slots.map { "{\($0.rawValue)}" }.joined(separator: ", ")
    let expected = slots.isEmpty ? "words without { }" : "words, with \(slots) where they belong"
    return Notation(expected) { text in
      Phrase(text, slots: key.slots) == nil ? nil : text
    }
  }
}
