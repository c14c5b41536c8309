import TestSupport
import Testing

@Suite("A roster that was changed by hand")
struct TamperedRosterTests {
  /// A planned workspace, with the lines of its table of shifts.
  private func planned() throws -> (workspace: SmallWorkspace, shifts: [String]) {
    let workspace = try SmallWorkspace()
    // A second contract with its own template, to have something that is not allowed.
    try workspace.folder.replace(
      "ft40:", with: "pt16: {hours: 16h/week, days: 4, min-days: 2}\nft40:", in: "contracts.yaml")
    try workspace.folder.replace(
      "break-grid: 30m\n",
      with:
        "break-grid: 30m\n  contracts: [ft40]\nshort: {start: \"08:00-12:00/60m\", length: 4h, contracts: [pt16]}\n",
      in: "shifts.yaml")
    try workspace.folder.append("dora,Dora Dorn,vie,pt16\n", to: "agents.csv")
    try workspace.folder.append("dora,de-voice\n", to: "skills.csv")
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return (workspace, try workspace.folder.lines("rosters/2026-W50/shifts.csv"))
  }

  private func verify(_ workspace: SmallWorkspace) throws -> Program.Ending {
    let before = workspace.folder.tree
    let ending = try workspace.nobat("verify")
    #expect(workspace.folder.tree.changes(since: before) == [], "verify writes nothing")
    return ending
  }

  @Test("As it was made, it is accepted")
  func untouched() throws {
    let (workspace, shifts) = try planned()
    // The header, three agents of five days and one of four times four hours.
    #expect(shifts.count == 1 + 3 * 5 + 4)
    #expect(try verify(workspace).status == 0)
  }

  @Test("A rest that was cut short is found")
  func shortRest() throws {
    let (workspace, shifts) = try planned()
    // Ana's first shift moves to end at midnight: less than 11 hours before the next at 07:00-10:00.
    let fields = shifts[1].split(separator: ",").map(String.init)
    #expect(fields[0] == "ana")
    let day = fields[2]
    try workspace.folder.replace(
      shifts[1], with: "ana,day,\(day),\(day)T14:30:00Z,\(day)T23:00:00Z,480",
      in: "rosters/2026-W50/shifts.csv")
    let activities = try workspace.folder.lines("rosters/2026-W50/activities.csv")
    let kept = activities.filter { !($0.hasPrefix("ana,") && $0.contains(day)) }
    try workspace.folder.write(
      (kept + [
        "ana,\(day)T14:30:00Z,\(day)T18:00:00Z,work", "ana,\(day)T18:00:00Z,\(day)T18:30:00Z,meal",
        "ana,\(day)T18:30:00Z,\(day)T23:00:00Z,work",
      ]).joined(separator: "\n") + "\n", to: "rosters/2026-W50/activities.csv")
    let ending = try verify(workspace)
    #expect(ending.status == 6)
    #expect(ending.output.contains("ana: "), "it says: \(ending.output)")
    #expect(ending.output.contains("contract ft40 asks for 11h"), "it says: \(ending.output)")
  }

  @Test("A shift of a template that the contract may not work is found")
  func wrongTemplate() throws {
    let (workspace, shifts) = try planned()
    let dora = try #require(shifts.first { $0.hasPrefix("dora,") })
    try workspace.folder.replace(
      dora, with: dora.replacing(",short,", with: ",day,"), in: "rosters/2026-W50/shifts.csv")
    let day = dora.split(separator: ",")[2]
    let ending = try verify(workspace)
    #expect(ending.status == 6)
    // Whoever exports it all the same is warned.
    let export = try workspace.nobat("export")
    #expect(export.status == 0)
    #expect(
      export.errors
        == "warning: roster 2026-W50 breaks 4 hard rules; nobat verify 2026-W50 lists what is broken\n"
    )
    #expect(
      ending.output.hasPrefix(
        "template: dora: on \(day) shift day is not open to contract pt16\n"),
      "it says: \(ending.output)")
  }

  @Test("A shift that was struck out is missed as hours and as cost")
  func missingShift() throws {
    let (workspace, shifts) = try planned()
    let cut = shifts[1].split(separator: ",").map(String.init)
    try workspace.folder.replace(shifts[1] + "\n", with: "", in: "rosters/2026-W50/shifts.csv")
    let activities = try workspace.folder.lines("rosters/2026-W50/activities.csv")
    let kept = activities.filter { !($0.hasPrefix("ana,") && $0.contains(cut[2])) }
    try workspace.folder.write(
      kept.joined(separator: "\n") + "\n", to: "rosters/2026-W50/activities.csv")
    let ending = try verify(workspace)
    #expect(ending.status == 6)
    // 3 x 40 h + 16 h at 20 EUR, and one shift of 8 h less.
    #expect(
      ending.output.contains(
        "cost: the roster claims 2,720.00 EUR for pay, but reckoned anew it is 2,560.00 EUR\n"),
      "it says: \(ending.output)")
  }

  @Test("A cost that was made up is found, to the cent and part by part")
  func madeUpCost() throws {
    let (workspace, _) = try planned()
    try workspace.folder.replace("\"pay\" : 2720", with: "\"pay\" : 2719.99", in: run)
    let cent = try verify(workspace)
    #expect(cent.status == 6)
    #expect(
      cent.output.hasPrefix(
        "cost: the roster claims 2,719.99 EUR for pay, but reckoned anew it is 2,720.00 EUR\n"),
      "it says: \(cent.output)")

    // Ten from the pay to the premiums: the sum is as before, and two parts are wrong.
    try workspace.folder.replace("\"pay\" : 2719.99", with: "\"pay\" : 2710", in: run)
    try workspace.folder.replace("\"premium\" : 0", with: "\"premium\" : 10", in: run)
    let moved = try verify(workspace)
    #expect(moved.status == 6)
    #expect(moved.output.contains("2,710.00 EUR for pay"))
    #expect(moved.output.contains("10.00 EUR for premiums"))
  }

  @Test("Where the inputs have changed since, verify says which, and judges by what they are now")
  func changedInputs() throws {
    let (workspace, _) = try planned()
    try workspace.folder.write(
      "id,agent,from,to,kind,state\nt1,ana,2026-12-07,2026-12-13,leave,approved\n",
      to: "timeoff.csv")
    try workspace.folder.replace(",0.00,", with: ",0.01,", in: "requirements/2026-W50.csv")
    let ending = try nobat("verify", in: workspace.path)
    #expect(ending.status == 6)
    #expect(ending.output.contains("time off: ana: "), "it says: \(ending.output)")
    #expect(
      ending.errors.hasSuffix(
        """
        changed since the roster was made: requirements/2026-W50.csv, timeoff.csv; nobat roster \
        makes it anew

        """))
    let json = try nobat("verify", "--json", in: workspace.path).output
    #expect(
      json.contains(
        """
          "changedInputs" : [
            "requirements/2026-W50.csv",
            "timeoff.csv"
          ],
        """))
  }

  private let run = "rosters/2026-W50/run.json"
}
