import TestSupport
import Testing

@Suite("Forecasts with totals")
struct TotalsTests {
  @Test(
    "Totals are written beside the forecast, and go when it is made anew without them",
    arguments: [
      (["forecast", "--week", "2026-W50"], "forecasts/totals/2026-W50.csv", "start"),
      (
        ["forecast", "--by", "day", "--weeks", "2", "--name", "near"],
        "forecasts/daily/totals/near.csv", "date"
      ),
    ])
  func written(arguments: [String], file: String, column: String) throws {
    let workspace = try SmallWorkspace()
    let ending = try Program.nobat.run(arguments + ["--totals"], in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.output.contains("channel   voice       1"))
    let totals = try workspace.folder.lines(file)
    #expect(totals[0].hasPrefix("by,name,\(column),volume,volume_p025,"))
    // One queue: every total is its row, digit for digit up to the volumes.
    let forecast = file.replacing("totals/", with: "")
    let queue = try workspace.folder.lines(forecast).dropFirst()
    let all = totals.filter { $0.hasPrefix("all,all,") }
    func figures(_ line: String, from first: Int) -> [Substring] {
      Array(line.split(separator: ",").dropFirst(first).prefix(7))
    }
    #expect(all.map { figures($0, from: 2) } == queue.map { figures($0, from: 1) })
    let json = try Program.nobat.run(
      arguments + ["--totals", "--json", "--dry-run"], in: workspace.path)
    #expect(json.output.contains("\"totals\" :"))
    _ = try Program.nobat.run(arguments, in: workspace.path)
    #expect(!workspace.folder.tree.names.contains(file))
  }

  @Test("Totals of one queue or of a bare file are refused in a sentence")
  func refused() throws {
    let workspace = try SmallWorkspace()
    let one = try Program.nobat.run(
      ["forecast", "--totals", "--queue", "de-voice"], in: workspace.path)
    #expect(one.status != 0 && one.errors.contains("take out --queue"))
    let bare = try Program.nobat.run(["forecast", "calls.csv", "--totals"], in: workspace.path)
    #expect(bare.status != 0 && bare.errors.contains("--totals is of a workspace"))
  }
}
