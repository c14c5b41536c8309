import FoundationEssentials

extension Workspace {
  /// Whether the folder has none of a workspace's files, or is none at all.
  var isBare: Bool { centreFiles.isEmpty }

  /// The planner's files that a roster depends on, history apart, as findings name them; sorted.
  package var centreFiles: [String] {
    let known = [
      "agents.csv", "calendar/events.csv", "calendar/exclusions.csv", "calendar/holidays.csv",
      "contracts.yaml", "nobat.yaml",
      "overrides.csv", "queues.yaml", "rules.yaml", "shifts.yaml", "sites.yaml", "skills.csv",
      "timeoff.csv",
      "wishes.csv",
    ]
    let present = known.filter { FileManager.default.fileExists(atPath: path($0)) }
    return (present + files(in: "calendar", ending: ".ics")).sorted()
  }

  /// The bytes of a file of the workspace, nil where it cannot be read.
  package func contents(of file: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path(file)))).map { Array($0) }
  }
}
