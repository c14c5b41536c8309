import ExampleCentres
import Testing

/// The files of a workspace, read as far as the tests need: tables, and YAML maps whose first level
/// stands at the margin.
struct WorkspaceText {
  private let texts: [String: String]

  init(_ files: [ExampleFile]) throws {
    var texts: [String: String] = [:]
    for file in files {
      let text = try #require(String(validating: file.contents, as: UTF8.self), "\(file.path)")
      texts[file.path] = text
    }
    self.texts = texts
  }

  func text(_ path: String) throws -> String {
    try #require(texts[path], "there is no \(path)")
  }

  /// The rows of a CSV file by column.
  func table(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return try lines.dropFirst().map { fields in
      try #require(fields.count == header.count, "\(path): \(fields)")
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  /// The keys at the margin of a YAML file, in order.
  func keys(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
      guard let first = line.first, first.isLetter || first.isNumber,
        let colon = line.firstIndex(of: ":")
      else { return nil }
      return String(line[..<colon])
    }
  }

  /// All values of a key in a YAML file, wherever it stands, comments cut off.
  func values(of key: String, in path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
      var words = line.drop { $0 == " " || $0 == "-" }
      guard words.hasPrefix("\(key): ") else { return nil }
      words = words.dropFirst(key.count + 2)
      let end = words.firstRange(of: " #")?.lowerBound ?? words.endIndex
      return String(words[..<end].trimmingSpaces())
    }
  }

  /// A YAML list on one line, such as `[ft40, pt24]`.
  static func list(_ value: String) -> [String] {
    value.dropFirst().dropLast().split(separator: ",").map { String($0[...].trimmingSpaces()) }
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
