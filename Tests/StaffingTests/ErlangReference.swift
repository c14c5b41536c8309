import FoundationEssentials

/// The rows of `Data/erlang_reference.csv`: figures of Erlang B, C and A in 337-digit arithmetic,
/// made for this project; a sample was recomputed with another library and by simulation.
///
/// `NOBAT_DATA` names another folder of data whose `staffing/erlang_reference.csv` is read instead.
struct ErlangReference {
  private let columns: [String: String]

  /// A figure of the row; nil where the cell is empty.
  subscript(column: String) -> Double? { columns[column].flatMap(Double.init) }

  var id: String { columns["id"] ?? "" }
  var kind: String { columns["kind"] ?? "" }
  var definition: String { columns["sl_definition"] ?? "" }

  static let all: [ErlangReference] = lines.dropFirst().map { line in
    let pairs = zip(names, cells(line)).filter { !$0.1.isEmpty }
    return ErlangReference(columns: Dictionary(uniqueKeysWithValues: pairs))
  }

  /// The columns of the table.
  static let names: [String] = lines.first.map(cells) ?? []

  private static let lines: [Substring] = {
    let text = try? String(contentsOfFile: file, encoding: .utf8)
    return text?.split(whereSeparator: \.isNewline) ?? []
  }()

  static func rows(of kind: String) -> [ErlangReference] { all.filter { $0.kind == kind } }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static var file: String {
    if let folder = ProcessInfo.processInfo.environment["NOBAT_DATA"] {
      return "\(folder)/staffing/erlang_reference.csv"
    }
    let tests = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(tests)/Data/erlang_reference.csv"
  }
}
