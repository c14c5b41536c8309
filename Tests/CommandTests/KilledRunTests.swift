import Foundation
import TestSupport
import Testing
import Timeline

@Suite("A run that is killed")
struct KilledRunTests {
  @Test("A killed plan leaves every result whole, and the next one finishes it")
  func killedPlan() throws {
    let plan = ["plan", "-q"] + lightly
    let old = try SmallWorkspace().folder
    #expect(try Program.nobat.run(plan, in: old.path).status == 0)
    // Another history, so that every result will be another.
    try old.replace(",240\n", with: ",300\n", in: "history/acd.csv")
    let new = try old.copy()
    let began = ContinuousClock.now
    #expect(try Program.nobat.run(plan, in: new.path).status == 0)
    let whole = ContinuousClock.now - began
    // Or there is nothing to tell the new results from the old ones by.
    let changes = new.tree.changes(since: old.tree)
    for result in [
      "calendars/2026-W50/shifts.csv", "forecasts/2026-W50.csv", "requirements/2026-W50.csv",
      "rosters/2026-W50/run.json", "rosters/2026-W50/shifts.csv",
    ] {
      #expect(changes.contains("~ \(result)"))
    }

    // Most of it is searching; what is written, is written at the end.
    for share in [0.1, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 1] {
      let folder = try old.copy()
      try kill(plan, in: folder, after: whole * share)
      try expectWhole(folder, old, new, killedAfter: share)
      #expect(try Program.nobat.run(plan, in: folder.path).status == 0)
      #expect(folder.tree.changes(since: new.tree) == [])
    }
  }

  /// Every step that writes, with the words it needs and what it writes first.
  static let steps: [(command: [String], target: String)] = [
    (["import", "calls.csv", "--map", "mapping.yaml"], "history/calls.csv"),
    (["forecast"], "forecasts/2026-W50.yaml"), (["staff"], "requirements/2026-W50.csv"),
    (["roster"] + lightly, "rosters/2026-W50"), (["export"], "editions/2026-12-07.csv"),
    (["report"], "rosters/2026-W50/report.html"),
  ]

  @Test("A step that dies in the midst of a file leaves all as it was, and the next one clears up")
  func diesWhileWriting() throws {
    let planned = try changedSincePlanned()
    let before = planned.tree
    for (command, _) in KilledRunTests.steps {
      let folder = try planned.copy()
      // Half a kilobyte is the most that a file may hold; what writes more, the system ends.
      let died = try run(command, in: folder, under: "ulimit -c 0; ulimit -f 1")
      #expect(died.status == 128 + SIGXFSZ, "\(command)")
      let left = folder.tree
      #expect(left.changes(since: before) == left.hidden.map { "+ \($0)" }, "\(command)")
      #expect(left.hidden.count > 0, "\(command) died before it wrote")

      #expect(try Program.nobat.run(command + ["-q"], in: folder.path).status == 0)
      #expect(folder.tree.hidden == [], "\(command)")
      #expect(folder.tree.changes(since: before) != [], "\(command)")
    }
  }

  @Test("A step that finds the disk full says so and leaves all as it was")
  func diskIsFull() throws {
    let folder = try changedSincePlanned()
    let before = folder.tree
    for (command, target) in KilledRunTests.steps {
      // The same limit; with its signal ignored, writing fails as on a full disk.
      let failed = try run(command, in: folder, under: "trap '' XFSZ; ulimit -f 1")
      #expect(failed.status == 1)
      #expect(failed.output == "")
      #expect(
        failed.errors == """
          ./\(target) cannot be written: File too large; mend that and run the command again

          """)
      #expect(folder.tree.changes(since: before) == [], "\(command)")
    }
  }

  @Test("A killed import leaves the history as it was or as it will be")
  func killedImport() throws {
    let old = try SmallWorkspace().folder
    try writeCalls(20_000, in: old)
    try old.remove("history/acd.csv")
    let command = ["import", "calls.csv", "--map", "mapping.yaml", "-q"]
    let new = try old.copy()
    let began = ContinuousClock.now
    let ending = try Program.nobat.run(command, in: new.path)
    #expect(ending.status == 0, "\(ending.errors)")
    let whole = ContinuousClock.now - began
    #expect(new.tree.changes(since: old.tree) == ["+ history/calls.csv"])

    for share in [0.3, 0.7, 0.85, 0.92, 0.98] {
      let folder = try old.copy()
      try kill(command, in: folder, after: whole * share)
      let left = folder.tree
      let changes = left.changes(since: old.tree).filter {
        !left.hidden.contains(String($0.dropFirst(2)))
      }
      #expect(changes == [] || changes == ["+ history/calls.csv"])
      if !changes.isEmpty {
        let isWhole = left["history/calls.csv"] == new.tree["history/calls.csv"]
        #expect(isWhole, "half a history after \(share) of the time")
      }
      #expect(try Program.nobat.run(command, in: folder.path).status == 0)
      #expect(folder.tree.changes(since: new.tree) == [])
    }
  }

  /// A planned workspace in which every step has something new to write.
  private func changedSincePlanned() throws -> TemporaryFolder {
    let folder = try SmallWorkspace().folder
    try #require(try Program.nobat.run(["plan", "-q"] + lightly, in: folder.path).status == 0)
    try folder.replace(",240\n", with: ",300\n", in: "history/acd.csv")
    try folder.replace(",0.00,", with: ",0.01,", in: "requirements/2026-W50.csv")
    try folder.remove("calendars/2026-W50/ana.ics")
    try writeCalls(100, in: folder)
    return folder
  }

  /// Runs `nobat` by a shell that has set its limits.
  private func run(
    _ command: [String], in folder: TemporaryFolder, under limits: String
  ) throws -> Program.Ending {
    try Program("/bin/sh").run(
      ["-c", "\(limits); exec \"$0\" \"$@\"", Program.nobat.path] + command + ["-q"],
      in: folder.path)
  }

  /// An ACD's file with this many hours of 2023 and later, and its mapping.
  private func writeCalls(_ count: Int, in folder: TemporaryFolder) throws {
    var calls = "t,n\n"
    for slot in 0..<count {
      calls += "\(Instant(seconds: 1_699_999_200 + 3600 * slot)),\(slot % 17)\n"
    }
    try folder.write(calls, to: "calls.csv")
    try folder.write(
      """
      timestamp: {column: t}
      queue: {value: de-voice}
      offered: {column: n}
      interval: 60m
      """, to: "mapping.yaml")
  }

  /// Starts `nobat` and kills it after a while, if it is not done by then.
  private func kill(
    _ command: [String], in folder: TemporaryFolder, after time: Duration
  ) throws {
    let run = try Program.nobat.start(command, in: folder.path)
    let end = ContinuousClock.now + time
    while run.isRunning, ContinuousClock.now < end { usleep(500) }
    run.signal(SIGKILL)
    _ = try run.ending()
  }

  /// Every file is the old or the new one, and the files of a roster belong together.
  private func expectWhole(
    _ folder: TemporaryFolder, _ old: TemporaryFolder, _ new: TemporaryFolder,
    killedAfter share: Double
  ) throws {
    // Whoever reads first puts back a folder that was about to be replaced. No rule is broken; but an
    // old roster does not cost the same where the requirement is new already.
    let verdict = try nobat("verify", "--json", in: folder.path)
    #expect([0, 6].contains(verdict.status), "killed after \(share): \(verdict.errors)")
    #expect(verdict.output.contains("\"violations\" : [\n\n  ]"))
    let left = folder.tree
    let (before, after) = (old.tree, new.tree)
    for name in left.names where !left.hidden.contains(name) {
      let isWhole = left[name] == before[name] || left[name] == after[name]
      #expect(isWhole, "\(name) is half written after \(share) of the time")
    }
    for results in ["rosters/2026-W50", "calendars/2026-W50"] {
      // The report is written into the new roster's folder at the very end.
      let changes = [before, after].map { tree in
        left.below(results).changes(since: tree.below(results))
          .filter { $0 != "- report.html" }
      }
      #expect(changes.contains([]), "\(results) is neither old nor new after \(share)")
    }
  }
}
