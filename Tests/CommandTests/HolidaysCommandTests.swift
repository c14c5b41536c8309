import Foundation
import TestSupport
import Testing

@Suite("nobat holidays")
struct HolidaysCommandTests {
  @Test("The holidays of a place and year are a table")
  func table() throws {
    let ending = try nobat("holidays", "at-9", "2026")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    try Snapshot.expect(ending.output, "holidays-at-9.txt")
    #expect(try nobat("holidays", "AT-9", "2026", "-q").output == ending.output)
  }

  @Test("Kinds can be chosen, and estimated dates say so")
  func kinds() throws {
    let halves = try nobat("holidays", "TR", "2033", "--kinds", "half")
    #expect(halves.status == 0)
    let lines = halves.output.split(separator: "\n").dropFirst()
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.contains("  half  ") })
    #expect(lines.count { $0.hasSuffix("  estimated") } == 3)
    let none = try nobat("holidays", "AT", "2026", "--kinds", "workday")
    #expect(none.status == 0)
    #expect(none.output == "")
    #expect(none.errors == "No holidays of AT (Austria) are known for 2026.\n")
  }

  @Test("Countries and their parts are listed")
  func places() throws {
    let countries = try nobat("holidays")
    #expect(countries.output.split(separator: "\n").count == 251)
    #expect(countries.output.contains("\n  AT    Austria "))
    #expect(
      countries.errors
        == "From the Python package holidays 0.109 (MIT), 2015 to 2035; its licence: "
        + "nobat holidays --licence\n")
    #expect(try nobat("holidays", "-q").errors == "")
    let parts = try nobat("holidays", "AT")
    #expect(parts.output.split(separator: "\n").count == 10)
    #expect(parts.output.contains("  AT-9  Wien\n"))
    #expect(parts.errors == "A year shows holidays: nobat holidays AT 2026\n")
  }

  @Test("The licence is told in full, as those who made the table ask")
  func licence() throws {
    let ending = try nobat("holidays", "--licence")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    try Snapshot.expect(ending.output, "holidays-licence.txt")
    #expect(try nobat("holidays", "--licence", "AT").status == 2)
    #expect(try nobat("holidays", "--licence", "--json").status == 2)
    #expect(try nobat("holidays", "--licence", "--kinds", "half").status == 2)
  }

  @Test("JSON tells the same")
  func json() throws {
    struct Day: Decodable, Equatable {
      let date: String
      let weekday: String
      let name: String
      var localName: String?
      let kind: String
      let estimated: Bool
    }
    let ending = try nobat("holidays", "AT", "2026", "--kinds", "public", "--json")
    let days = try JSONDecoder().decode([Day].self, from: Data(ending.output.utf8))
    #expect(days.count == 13)
    #expect(
      days.first
        == Day(
          date: "2026-01-01", weekday: "thursday", name: "New Year's Day", localName: "Neujahr",
          kind: "public", estimated: false))
    #expect(try nobat("holidays", "LK", "2030", "--json").output == "[\n\n]\n")
  }

  @Test("A workspace that names a country's calendar earns its premium on its holidays alone")
  func premium() throws {
    let workspace = try SmallWorkspace(
      "sites.yaml", "sunday: 50%", "holidays: AT, holiday: 100%")
    #expect(try workspace.nobat("check").status == 0)
    try workspace.folder.write(
      "calendar,date,name,kind\nat,2026-13-08,Feast,\n", to: "calendar/holidays.csv")
    let broken = try workspace.nobat("check")
    #expect(broken.status == 3)
    #expect(
      broken.output == "calendar/holidays.csv:2:4: error: the holiday: date is \"2026-13-08\"; "
        + "write a date such as 2026-12-07\n")
  }
}
