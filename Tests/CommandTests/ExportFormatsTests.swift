import TestSupport
import Testing

@Suite("Tables for other programs")
struct ExportFormatsTests {
  private func planned(_ changes: [String: String?] = [:]) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace(changing: changes)
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return workspace
  }

  @Test("Named formats join what is there; without names all that is there is brought up to date")
  func formats() throws {
    let workspace = try planned()
    let folder = workspace.folder
    let before = folder.tree
    let named = try workspace.nobat(
      "export", "--format", "google", "--format", "payroll", "--format", "google")
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.output.hasPrefix("google-Europe-Vienna.csv and payroll.csv in "))
    let tables = ["google-Europe-Vienna.csv", "payroll.csv"].map { "+ calendars/2026-W50/\($0)" }
    #expect(folder.tree.changes(since: before) == tables)
    // A second time the same bytes, and no calendar is touched.
    #expect(try workspace.nobat("export", "--format", "google").status == 0)
    #expect(folder.tree.changes(since: before) == tables)
    // Neither export nor publishing leaves another format behind, nor takes away what the other wrote.
    let payroll = try folder.text("calendars/2026-W50/payroll.csv")
    try folder.write("stale", to: "calendars/2026-W50/payroll.csv")
    #expect(try workspace.nobat("export").status == 0)
    #expect(folder.tree.changes(since: before) == tables)
    try folder.write("stale", to: "calendars/2026-W50/payroll.csv")
    #expect(try workspace.nobat("publish").status == 0)
    #expect(try folder.text("calendars/2026-W50/payroll.csv") == payroll)
    let changes = try folder.text("calendars/2026-W50/changes.csv")
    #expect(try workspace.nobat("export").status == 0)
    #expect(try folder.text("calendars/2026-W50/changes.csv") == changes)
  }

  @Test("Every format is written elsewhere, for some agents alone, and said as JSON") func all()
    throws
  {
    let workspace = try planned([
      "agents.csv": """
      id,name,site,contract,email
      ana,=Ana,vie,ft40,ana@example.org
      ben,Ben Berger,vie,ft40,
      cem,Cem Celik,vie,ft40,

      """
    ])
    let folder = workspace.folder
    let formats = ["ics", "csv", "google", "outlook", "deputy", "teams", "iex", "payroll"]
    let options =
      ["--agent", "ana", "--agent", "ben", "-o", folder.path("out"), "--json"]
      + formats.flatMap { ["--format", $0] }
    let before = folder.tree
    let dry = try Program.nobat.run(
      ["export", "-C", workspace.path, "-q", "--dry-run"] + options)
    #expect(dry.status == 0 && folder.tree.changes(since: before) == [])
    let ending = try Program.nobat.run(["export", "-C", workspace.path, "-q"] + options)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output == dry.output)
    #expect(ending.output.contains("\"withoutAddress\" : [\n    \"ben\"\n  ]"))
    let names = folder.tree.below("out").names
    #expect(names.count == 9)
    for name in names where !name.hasSuffix(".ics") {
      let text = try folder.text("out/\(name)")
      #expect(!text.contains("Celik"), "\(name)")
      // The formula is guarded for spreadsheets, and as it is for programs.
      let isMachine = name == "shifts.csv" || name.hasSuffix(".txt")
      #expect(text.contains("'=") == !isMachine, "\(name)")
    }
  }

  @Test("An unknown format is refused with those there are") func unknown() throws {
    let workspace = try SmallWorkspace()
    let ending = try workspace.nobat("export", "--format", "xlsx")
    #expect(ending.status == 2)
    #expect(ending.errors.contains("'xlsx'") && ending.errors.contains("payroll"))
  }
}
