import FoundationEssentials
import TestSupport
import Testing

/// A table as another program sees it: Python's csv module.
enum Sheet {
  static let python = Program.installed("python3")

  static let isMissing: Comment = "tables are read by python3, which is not here"

  private static let script = """
    import csv, io, json, sys
    data = open(sys.argv[1], "rb").read()
    text = data.decode("utf-8-sig")
    pipes = text.startswith("#fields:")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="|" if pipes else ",", strict=True))
    head = rows[0]
    assert all(len(row) == len(head) for row in rows), [len(row) for row in rows]
    json.dump([dict(zip(head, row)) for row in rows[1:]], sys.stdout)
    """

  /// The rows by the names of the columns, as they are seen, guards and all.
  static func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(filePath: folder.path("table")))
    let ending = try #require(python).run(["-c", script, folder.path("table")])
    try #require(ending.status == 0, "\(ending.errors)")
    return try JSONDecoder().decode([[String: String]].self, from: Data(ending.output.utf8))
  }
}
