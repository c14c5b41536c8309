import FoundationEssentials

/// A folder of compiled time-zone rules: the system's, or one that the planner names.
///
/// There is no fallback: a zone that cannot be read here is an error, never another zone's rules.
package struct ZoneDatabase: Sendable {
  package let path: String

  /// Where Linux distributions and macOS keep their rules.
  package static let systemPath = "/usr/share/zoneinfo"

  package init(path: String = ZoneDatabase.systemPath) {
    self.path = path
  }

  /// Why a zone cannot be had.
  package enum Fault: Error, Hashable, CustomStringConvertible {
    case noFolder(path: String)
    case unknown(name: String, path: String, suggestion: String?)
    case unreadable(name: String, path: String, reason: String)

    package var description: String {
      switch self {
      case .noFolder(let path):
        "no time-zone rules in \(path); install the package tzdata, or name a folder with NOBAT_TZDIR"
      case .unknown(let name, let path, let suggestion?):
        "\"\(name)\" is not a time zone of \(path); did you mean \(suggestion)?"
      case .unknown(let name, let path, nil):
        "\"\(name)\" is not a time zone of \(path); write an IANA name such as Europe/Vienna"
      case .unreadable(let name, let path, let reason):
        "\(path)/\(name) \(reason); install the package tzdata anew"
      }
    }
  }

  /// The zone of an IANA name.
  package func zone(_ name: String) throws(Fault) -> Zone {
    guard FileManager.default.fileExists(atPath: path) else { throw Fault.noFolder(path: path) }
    // A name is a relative path of plain parts; anything else could leave the folder.
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain =
      !name.isEmpty
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { $0.isPartOfAbbreviation || $0 == UInt8(ascii: "_") }
      }
    guard isPlain,
      let data = try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))
    else {
      throw Fault.unknown(name: name, path: path, suggestion: suggestion(for: name))
    }
    do throws(ZoneFile.Flaw) {
      return Zone(identifier: name, rules: try ZoneFile.rules(from: Array(data)))
    } catch {
      throw Fault.unreadable(name: name, path: path, reason: error.reason)
    }
  }

  /// The edition of the rules, such as `2026f`, where the folder says it.
  package var version: String? {
    if let index = try? String(contentsOf: URL(filePath: "\(path)/tzdata.zi"), encoding: .utf8),
      let line = index.split(separator: "\n").first, line.hasPrefix("# version ")
    {
      return String(line.dropFirst("# version ".count))
    }
    let file = try? String(contentsOf: URL(filePath: "\(path)/+VERSION"), encoding: .utf8)
    return file?.split(separator: "\n").first.map(String.init)
  }

  /// All names that the folder's index lists, sorted; empty where it has no index.
  package var names: [String] {
    guard let index = try? String(contentsOf: URL(filePath: "\(path)/tzdata.zi"), encoding: .utf8)
    else { return [] }
    return index.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      switch words.first {
      case "Z" where words.count > 1: return String(words[1])
      case "L" where words.count > 2: return String(words[2])
      default: return nil
      }
    }
    .sorted()
  }

  /// The name that was probably meant: the same letters in another case, or the same city.
  private func suggestion(for name: String) -> String? {
    let wanted = name.lowercased()
    let known = names
    if let same = known.first(where: { $0.lowercased() == wanted }) { return same }
    guard let city = wanted.split(separator: "/").last else { return nil }
    let flat = city.split(separator: " ").joined(separator: "_")
    return known.first { $0.lowercased().split(separator: "/").last == flat[...] }
  }
}
