extension WorldHolidays {
  /// The place of a code such as `AT`, `at-9` or `au_nsw`, in capital or small letters.
  package static func region(_ code: String) throws(UnknownRegion) -> Region {
    if let region = knownRegion(code) { return region }
    throw UnknownRegion(text: code, suggestions: suggestions(for: code))
  }

  /// The same where any text may come, without a search for what was meant.
  package static func knownRegion(_ code: String) -> Region? {
    let wanted = canonical(code)
    let ends = wanted.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let country = countries.first(where: { $0.country == ends[0] }) else { return nil }
    return ends.count == 1
      ? country : parts(of: country).first { canonical($0.code) == wanted }
  }

  /// Codes may be written in small letters, and with a hyphen or underscore for a blank.
  private static func canonical(_ code: String) -> String {
    String(code.uppercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }

  /// Places whose name, or one of whose names, is the text or begins like it.
  ///
  /// Only a text that is no code is looked up so, for it reads the whole table.
  private static func suggestions(for text: String) -> [Region] {
    let country = text.prefix { $0 != "-" && $0 != "_" }
    let own = text.dropFirst(country.count + 1)
    if !own.isEmpty, let country = knownRegion(String(country)) {
      let known = named(own, among: parts(of: country, names: true))
      return known.isEmpty ? [country] : known
    }
    let known = named(text[...], among: countries.map { ($0, [$0.name]) })
    if let first = known.first, first.name.lowercased() == text.lowercased() { return known }
    let parts = countries.flatMap { self.parts(of: $0, names: true) }
    let exact = parts.filter { $0.names.contains { $0.lowercased() == text.lowercased() } }
    return exact.isEmpty ? known : exact.prefix(3).map(\.region)
  }

  /// The places with that name, else up to three with the longest common beginning of at least
  /// three letters.
  private static func named(
    _ text: Substring, among places: [(region: Region, names: [String])]
  ) -> [Region] {
    let wanted = text.lowercased()
    let exact = places.filter { $0.names.contains { $0.lowercased() == wanted } }
    if !exact.isEmpty { return exact.map(\.region) }
    let rated = places.map { place in
      (place.region, place.names.map { $0.lowercased().commonPrefix(with: wanted) }.max() ?? 0)
    }
    let longest = rated.map(\.1).max() ?? 0
    guard longest >= 3 else { return [] }
    return rated.filter { $0.1 == longest }.prefix(3).map(\.0)
  }

  private static func parts(
    of country: Region, names: Bool
  ) -> [(region: Region, names: [String])] {
    guard let section = section(of: country.country) else { return [] }
    return section.parts.map { part in
      let name = part.names.first ?? part.code
      return (Region(country: country.country, part: part.code, name: name), part.names)
    }
  }
}

extension String {
  /// How many letters two words begin with alike.
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
