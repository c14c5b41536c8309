import TestSupport
import Testing

@Suite("nobat diff")
struct DiffTests {
  /// A workspace with two rosters of a week, of which the second was made for more contacts.
  private func two() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    for command in [
      ["plan", "--effort", "0.02"], ["staff", "--quantile", "0.95", "--name", "careful"],
      ["roster", "careful", "--effort", "0.02"],
    ] {
      let ending = try Program.nobat.run(command + ["-q"], in: workspace.path)
      try #require(ending.status == 0, "\(command): \(ending.errors)")
    }
    return workspace
  }

  @Test("A roster does not differ from itself, and two rosters differ with status 7 where asked")
  func statuses() throws {
    let workspace = try two()
    let before = workspace.folder.tree
    let same = try workspace.nobat("diff", "2026-W50", "2026-W50", "--exit-code")
    #expect(same.status == 0)
    #expect(same.output == "no difference\n")
    let other = try workspace.nobat("diff", "2026-W50", "careful")
    #expect(other.status == 0)
    #expect(other.output.hasPrefix("  cost, EUR"))
    let asked = try workspace.nobat("diff", "2026-W50", "careful", "--exit-code", "--by", "cost")
    #expect(asked.status == 7)
    #expect(asked.errors == "")
    #expect(workspace.folder.tree.changes(since: before) == [])
    // Other requirements judge other costs, which is worth a word.
    let noted = try nobat("diff", "2026-W50", "careful", in: workspace.path)
    #expect(
      noted.errors.contains("judged by different requirements: 2026-W50 and careful"))
  }

  @Test("Asked by one view, JSON has that view only")
  func json() throws {
    let workspace = try two()
    let all = try workspace.nobat("diff", "2026-W50", "careful", "--json").output
    for key in ["agents", "hours", "cost", "differs", "firstDay"] {
      #expect(all.contains("\"\(key)\" : "), "\(key)")
    }
    let hours = try workspace.nobat("diff", "2026-W50", "careful", "--json", "--by", "hour").output
    #expect(hours.contains("\"hours\" : ") && !hours.contains("\"agents\" : "))
  }

  @Test(
    "What cannot be compared is said with the next step",
    arguments: [
      (["2026-W50", "nope"], Int32(3), "there is no roster \"nope\"; known are 2026-W50"),
      (["published", "2026-W50"], 3, "there is no publication of the week from \"2026-12-07\""),
      (["2026-W50"], 2, "Error: Missing expected argument '<second>'"),
      (["2026-W50", "2026-W50", "--by", "mood"], 2, "Error: The value 'mood' is invalid for"),
    ])
  func faults(arguments: [String], status: Int32, sentence: String) throws {
    let workspace = try SmallWorkspace()
    try #require(try workspace.nobat("plan", "--effort", "0.02").status == 0)
    let ending = try Program.nobat.run(["diff", "-q"] + arguments, in: workspace.path)
    #expect(ending.status == status)
    #expect(ending.errors.hasPrefix(sentence), "\(ending.errors)")
  }
}
