import FoundationEssentials

/// A folder of YAML and CSV files that a planner edits and keeps in version control: what a centre
/// is, what its history was, and what Nobat made of it.
package struct Workspace: Hashable, Sendable {
  package let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// The path of a file that is named as findings name it: `calendar/events.csv`.
  package func path(_ file: String) -> String { "\(folder)/\(file)" }

  /// Whether the folder holds a workspace: a file `nobat.yaml`.
  package var exists: Bool { FileManager.default.fileExists(atPath: path("nobat.yaml")) }
}

extension Workspace {
  /// The bytes of a file, or nil where there is none; a file that is there but cannot be read, or is
  /// not UTF-8, gives nil and a finding.
  func bytes(of file: String, _ inspection: Inspection) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path(file)) else { return nil }
    return Workspace.bytes(at: path(file), named: file, inspection)
  }

  /// The bytes of a file that must be there.
  func requiredBytes(of file: String, _ inspection: Inspection) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path(file)) else {
      inspection.error(
        Place(file: file), "there is no such file in \(folder)",
        hint: "write it, or start from an example with nobat init")
      return nil
    }
    return Workspace.bytes(at: path(file), named: file, inspection)
  }

  static func bytes(
    at path: String, named file: String, _ inspection: Inspection
  ) -> [UInt8]? {
    guard let bytes = rawBytes(at: path, named: file, inspection) else { return nil }
    if let offset = UTF8Text.firstFlaw(in: bytes) {
      reportEncoding(offset, bytes, file, inspection)
      return nil
    }
    return bytes
  }

  /// The same without a look at the encoding, which large files check as they go.
  static func rawBytes(
    at path: String, named file: String, _ inspection: Inspection
  ) -> [UInt8]? {
    guard let bytes = try? FileBytes.read(path) else {
      inspection.error(
        Place(file: file), "the file cannot be read",
        hint: "check that it is a file and may be read")
      return nil
    }
    return bytes
  }

  static func reportEncoding(
    _ offset: Int, _ bytes: [UInt8], _ file: String, _ inspection: Inspection
  ) {
    let line = UTF8Text.line(of: offset, in: bytes)
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    inspection.error(
      Place(file: file, line: line),
      "the file is not UTF-8: this line holds the byte 0x\(digits.count < 2 ? "0" : "")\(digits)",
      hint: "save the file as UTF-8")
  }

  /// The files of a folder whose names end so, as findings name them, sorted; hidden ones left out.
  func files(in subfolder: String, ending suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(subfolder))) ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
      .sorted().map { "\(subfolder)/\($0)" }
  }
}
