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

  /// The zone of an IANA name.
  package func zone(_ name: String) throws(Fault) -> Zone {
    guard FileManager.default.fileExists(atPath: path) else { throw Fault.noFolder(path: path) }
    let rules: ZoneRules?
    do throws(ZoneFile.Flaw) {
      rules = try bytes(of: name).map { bytes throws(ZoneFile.Flaw) in
        try ZoneFile.rules(from: bytes)
      }
    } catch {
      throw Fault.unreadable(name: name, path: path, reason: error.reason)
    }
    guard let rules else { throw fault(ofUnknown: name) }
    return Zone(identifier: name, rules: rules)
  }

  /// The bytes of a zone's file, or nil where the folder has none of that name.
  ///
  /// Whatever else lies in its place, such as a pipe or a file without end, is never read.
  func bytes(of name: String) throws(ZoneFile.Flaw) -> [UInt8]? {
    guard ZoneDatabase.isPlain(name), !ZoneDatabase.isOfTheMachine(name) else { return nil }
    let file = URL(filePath: "\(path)/\(name)").resolvingSymlinksInPath()
    guard let attributes = ZoneDatabase.attributes(of: file),
      attributes.type != .typeDirectory
    else { return nil }
    guard attributes.type == .typeRegular else { throw ZoneFile.Flaw(reason: "is no plain file") }
    guard attributes.size <= ZoneFile.greatestSize else {
      throw ZoneFile.Flaw(reason: "is longer than a compiled time-zone file can be")
    }
    guard let data = try? Data(contentsOf: file) else {
      throw ZoneFile.Flaw(reason: "may not be read")
    }
    return Array(data)
  }

  /// What kind of thing lies at a place and how many bytes it has; nil where nothing is.
  static func attributes(of file: URL) -> (type: FileAttributeType, size: UInt64)? {
    let path = file.path(percentEncoded: false)
    guard let all = try? FileManager.default.attributesOfItem(atPath: path),
      let type = all[.type] as? FileAttributeType
    else { return nil }
    // Foundation hands the size over as a number of its own where a program has it, else as a plain one.
    let size = (all[.size] as? any BinaryInteger).map { UInt64(clamping: $0) }
    return (type, size ?? all[.size] as? UInt64 ?? .max)
  }

  /// Whether a name is one of a folder's own: copies of zones under names that nobody else knows, and the
  /// zone of this machine, which is another on the next.
  static func isOfTheMachine(_ name: some StringProtocol) -> Bool {
    let first = name.prefix { $0 != "/" }
    return ["posix", "right", "localtime", "posixrules"].contains(first)
  }

  /// Whether a name is a relative path of plain parts; anything else could leave the folder.
  static func isPlain(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { part in
          !part.isEmpty
            && part.allSatisfy { $0.isPartOfAbbreviation || $0 == UInt8(ascii: "_") }
        }
  }
}
