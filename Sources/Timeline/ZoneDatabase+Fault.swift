extension ZoneDatabase {
  /// Why a zone cannot be had.
  package enum Fault: Error, Hashable, CustomStringConvertible {
    case noFolder(path: String)
    case unknown(name: String, path: String, suggestion: String?)
    /// A name of Microsoft Windows, and the IANA name that goes with it.
    case windowsName(name: String, meant: String)
    /// Letters such as `CEST`, which say neither a place nor when its clock changes.
    case abbreviation(name: String)
    /// A distance from Greenwich such as `GMT+2`, and the zone that always keeps it, if there is one.
    case offset(name: String, fixed: String?)
    case unreadable(name: String, path: String, reason: String)

    package var description: String {
      switch self {
      case .noFolder(let path):
        "no time-zone rules in \(path); install the package tzdata, or name a folder with "
          + "NOBAT_TZDIR, or with zone-rules in nobat.yaml"
      case .unknown(let name, let path, let suggestion?):
        "\"\(name)\" is not a time zone of \(path); did you mean \(suggestion)?"
      case .unknown(let name, let path, nil):
        "\"\(name)\" is not a time zone of \(path); write an IANA name such as Europe/Vienna"
      case .windowsName(let name, let meant):
        "\"\(name)\" is a time zone's name in Windows; write the IANA name \(meant)"
      case .abbreviation(let name):
        "\"\(name)\" is an abbreviation and says no place; write an IANA name such as Europe/Vienna"
      case .offset(let name, let fixed):
        "\"\(name)\" is a distance from Greenwich and says no place; "
          + "write an IANA name such as Europe/Vienna"
          + (fixed.map { ", or \($0) for a clock that never changes" } ?? "")
      case .unreadable(let name, let path, let reason):
        "\(path)/\(name) \(reason); install the package tzdata anew"
      }
    }
  }

  /// What is said of a name that the folder does not have.
  func fault(ofUnknown name: String) -> Fault {
    let known = names
    guard !known.isEmpty else { return .noFolder(path: path) }
    let wanted = name.lowercased()
    if let same = known.first(where: { $0.lowercased() == wanted }) {
      return .unknown(name: name, path: path, suggestion: same)
    }
    if let slash = name.firstIndex(of: "/"), ZoneDatabase.isOfTheMachine(name) {
      let rest = String(name[name.index(after: slash)...])
      return .unknown(name: name, path: path, suggestion: known.contains(rest) ? rest : nil)
    }
    if let meant = WindowsZones.place(of: name) { return .windowsName(name: name, meant: meant) }
    // Before cities are compared: Etc/GMT+2 is the opposite of what GMT+2 says.
    if let minutes = ZoneDatabase.offset(of: name) {
      let fixed = ZoneDatabase.fixedZone(of: minutes).flatMap { known.contains($0) ? $0 : nil }
      return .offset(name: name, fixed: fixed)
    }
    if let same = zone(ofSameCityAs: wanted, among: known) {
      return .unknown(name: name, path: path, suggestion: same)
    }
    if ZoneDatabase.isAbbreviation(name) { return .abbreviation(name: name) }
    return .unknown(name: name, path: path, suggestion: nil)
  }

  /// The zone of a city that was named alone, with blanks, or on another continent.
  private func zone(ofSameCityAs name: String, among known: [String]) -> String? {
    guard let city = name.split(separator: "/").last else { return nil }
    let flat = city.split(separator: " ").joined(separator: "_")
    return known.first { $0.lowercased().split(separator: "/").last == flat[...] }
  }

  /// The minutes east of Greenwich that a text such as `GMT+2`, `UTC-03:30` or `+0530` says.
  private static func offset(of name: String) -> Int? {
    let hasPrefix = ["GMT", "UTC"].contains { name.uppercased().hasPrefix($0) }
    let bytes = Array(name.utf8.dropFirst(hasPrefix ? 3 : 0))
    guard let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }.map {
      $0 &- UInt8(ascii: "0")
    }
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0 < 10 }) else { return nil }
    let number = digits.reduce(0) { 10 * $0 + Int($1) }
    let minutes = digits.count > 2 ? 60 * (number / 100) + number % 100 : 60 * number
    return first == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// The zone of a clock that never changes; its sign counts west of Greenwich, as POSIX does.
  private static func fixedZone(of minutes: Int) -> String? {
    guard minutes.isMultiple(of: 60) else { return nil }
    let hours = minutes / 60
    return hours == 0 ? "Etc/GMT" : "Etc/GMT\(hours > 0 ? "-" : "+")\(abs(hours))"
  }

  /// Whether a text looks like `PST`, `CEST` or `CHADT`.
  private static func isAbbreviation(_ name: String) -> Bool {
    let isCapital = name.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    return isCapital
      && ((3...4).contains(name.utf8.count)
        || (name.utf8.count == 5 && name.hasSuffix("T")))
  }
}
