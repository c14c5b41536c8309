/// A country or a part of one, as far as its holidays are known.
package struct Region: Hashable, Sendable, Codable {
  /// ISO 3166-1, two capital letters: `AT`.
  package let country: String
  /// What follows the country in ISO 3166-2, mostly: the `9` of `AT-9`.
  package let part: String?
  /// A country's name in English; a part's in the country's own language, or its code.
  package let name: String

  init(country: String, part: String? = nil, name: String) {
    self.country = country
    self.part = part
    self.name = name
  }

  /// `AT` or `AT-9`.
  package var code: String { part.map { "\(country)-\($0)" } ?? country }
}

extension Region: CustomStringConvertible {
  package var description: String { "\(code) (\(name))" }
}

/// A text that is not the code of a known country or part.
package struct UnknownRegion: Error, Hashable, Sendable {
  package let text: String
  /// What was probably meant, the likeliest first; often nothing.
  package let suggestions: [Region]
}

extension UnknownRegion: CustomStringConvertible {
  package var description: String {
    let question = suggestions.map(\.description).joined(separator: ", ")
    return "\"\(text)\" is not a country or a part of one whose holidays are known; "
      + (suggestions.isEmpty
        ? "nobat holidays lists their codes, such as AT or AT-9" : "did you mean \(question)?")
  }
}
