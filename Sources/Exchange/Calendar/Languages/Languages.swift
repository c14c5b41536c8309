/// The languages that calendars can be written in.
package struct Languages: Hashable, Sendable {
  /// In order of their tags.
  package let all: [Words]

  /// Those that Nobat brings along.
  ///
  /// A new one is a file beside this, and its name in this list.
  package static let ours = Languages([.english, .french, .german, .persian, .spanish])

  init(_ all: [Words]) {
    self.all = all.sorted { $0.tag < $1.tag }
  }

  /// These, and others, which stand before ones of the same tag.
  func adding(_ others: [Words]) -> Languages {
    let new = Set(others.map(\.tag))
    return Languages(all.filter { !new.contains($0.tag) } + others)
  }

  /// The words of the first tag that is spoken here: of `de-AT` its own, else those of `de`.
  ///
  /// English, if none is.
  package func words(for tags: [String?]) -> Words {
    for tag in tags.compactMap(\.self) {
      if let words = words(nearest: tag) { return words }
    }
    return .english
  }

  /// Whether there are words for a tag, or for a shorter one.
  package func speaks(_ tag: String) -> Bool { words(nearest: tag) != nil }

  /// Tags are shortened from their end until one fits (RFC 4647, section 3.4).
  func words(nearest tag: String) -> Words? {
    var parts = tag.lowercased().split(separator: "-")
    while !parts.isEmpty {
      let shorter = parts.joined(separator: "-")
      if let words = all.first(where: { $0.tag == shorter }) { return words }
      parts.removeLast()
    }
    return nil
  }
}
