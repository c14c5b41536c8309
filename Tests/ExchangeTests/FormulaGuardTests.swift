import Statistics
import TestSupport
import Testing

@testable import Exchange

@Suite struct FormulaGuardTests {
  @Test(
    "A text that a spreadsheet would run is told from one that only holds such letters",
    arguments: [
      ("=1+1", .formula), ("+49 1", .formula), ("-3.5", .formula), ("@SUM(A1)", .formula),
      ("\t=1", .formula), ("\r\n=1", .formula), ("\n", .formula), ("\0=1", .formula),
      ("＝1", .formula), ("＋1", .formula), ("－1", .formula), ("＠a", .formula),
      ("'=1", .guarded), ("''-1", .guarded), ("'＝1", .guarded), ("'\r\n", .guarded),
      ("", .harmless), ("'", .harmless), ("'Tis", .harmless), ("'' =", .harmless),
      ("a=1", .harmless), ("1-2", .harmless), (" =1", .harmless), ("ＡＢ", .harmless),
      ("\"=1", .harmless), ("رضا", .harmless),
    ] as [(String, FormulaGuard.Look)])
  func looks(_ text: String, _ expected: FormulaGuard.Look) {
    #expect(FormulaGuard.look(of: text.utf8) == expected)
  }

  @Test("Readers take away one apostrophe before a formula, and no other") func removed() {
    #expect(FormulaGuard.removed(from: "'=1") == "=1")
    #expect(FormulaGuard.removed(from: "''=1") == "'=1")
    #expect(
      FormulaGuard.removed(from: "'\r\n=1").unicodeScalars.elementsEqual("\r\n=1".unicodeScalars))
    for text in ["=1", "'Tis", "'", "", "O'=1"] {
      #expect(FormulaGuard.removed(from: text) == text)
    }
  }

  @Test("A workspace's table gives the names that a spreadsheet has kept from being formulas")
  func workspaceTable() throws {
    let text = "id,name\na,'=SUM(A1)\nb,'Tis\nc,\"'-Zoë, \"\"Z\"\"\"\nd,''+1\n"
    let table = CSVTable.read(
      Array(text.utf8), file: "agents.csv", required: ["id", "name"], Inspection())
    let names = try #require(table).rows.map { $0.values["name"]?.text }
    #expect(names == ["=SUM(A1)", "'Tis", "-Zoë, \"Z\"", "'+1"])
  }
}
