import FoundationEssentials

extension ZoneDatabase {
  /// The edition of the rules, such as `2026f`, where the folder says it.
  package var version: String? {
    // The source that rules are compiled from, and what macOS and the sources' own folder say.
    let ofIndex = firstLine(of: "tzdata.zi").flatMap { line in
      line.hasPrefix("# version ") ? String(line.dropFirst("# version ".count)) : nil
    }
    let said = ofIndex ?? firstLine(of: "+VERSION") ?? firstLine(of: "version")
    // It is printed and kept, so it must be a plain word.
    let isPlain = said?.utf8.allSatisfy { $0.isPartOfAbbreviation || $0 == UInt8(ascii: ".") }
    guard let said, !said.isEmpty, said.utf8.count <= 32, isPlain == true else { return nil }
    return said
  }

  /// What results say of the rules behind them: their ``version``, or else a digest of all files, so that
  /// two editions still have two names; `missing` where there are none.
  package var edition: String {
    if let version { return version }
    let names = names
    guard !names.isEmpty else { return "missing" }
    var digest = Digest()
    for name in names {
      digest.add(name.utf8)
      digest.add((try? bytes(of: name)) ?? [])
    }
    return "unknown edition \(digest)"
  }

  /// All names of the folder, sorted: those that its index lists or, without one, those of its compiled
  /// files.
  package var names: [String] {
    guard let index = text(of: "tzdata.zi") else { return namesOfFiles(in: "", depth: 0).sorted() }
    return index.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      switch words.first {
      case "Z" where words.count > 1: return String(words[1])
      case "L" where words.count > 2: return String(words[2])
      default: return nil
      }
    }
    .filter(ZoneDatabase.isPlain)
    .sorted()
  }

  /// The compiled files below a part of the folder; a zone's name has three parts at the most.
  private func namesOfFiles(in part: String, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    let items = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(part)")
    return (items ?? []).flatMap { item -> [String] in
      let name = part + item
      // The other two forms of all zones, and two files that stand for one zone of the machine.
      guard !ZoneDatabase.isOfTheMachine(name),
        ZoneDatabase.isPlain(item)
      else { return [] }
      if let bytes = try? bytes(of: name) { return ZoneFile.isZone(bytes) ? [name] : [] }
      return namesOfFiles(in: name + "/", depth: depth + 1)
    }
  }

  private func firstLine(of file: String) -> String? {
    text(of: file)?.split(separator: "\n").first.map(String.init)
  }

  /// A text file of the folder; one that is not UTF-8 or beyond all reason is none.
  private func text(of file: String) -> String? {
    let url = URL(filePath: "\(path)/\(file)").resolvingSymlinksInPath()
    guard let attributes = ZoneDatabase.attributes(of: url), attributes.type == .typeRegular,
      attributes.size < 1 << 24
    else { return nil }
    return try? String(contentsOf: url, encoding: .utf8)
  }
}

/// A short name for many bytes: FNV-1a of 64 bits, good against mistakes, not against malice.
private struct Digest: CustomStringConvertible {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // Where one text ends and the next one begins counts as well.
    state = (state ^ 0x100) &* 0x100_0000_01b3
  }

  /// Eight hexadecimal digits.
  var description: String {
    let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
