import FoundationEssentials
import TestSupport
import Testing

/// The floors of the house: what each module may import, besides the language's own modules.
///
/// CONTRIBUTING shows the same table as a picture.
private let mayImport: [String: Set<String>] = [
  "CGLPK": [],
  "CHolidays": [],
  "CCurl": [],
  "Threads": [],
  "Statistics": ["RealModule"],
  "Timeline": [],
  "GLPK": ["CGLPK", "Threads"],
  "Holidays": ["Timeline", "CHolidays"],
  "Workforce": ["Timeline", "Statistics"],
  "Forecasting": ["Workforce", "Timeline", "Statistics", "Threads"],
  "Staffing": ["Workforce", "Timeline", "Statistics", "GLPK", "Threads"],
  "Simulation": ["Workforce", "Timeline", "Statistics", "Threads"],
  "Rostering": ["Workforce", "Timeline", "Statistics", "GLPK", "Threads"],
  "Exchange": ["Workforce", "Holidays", "Timeline", "Statistics", "Yams"],
  "CalDAV": ["CCurl", "Threads"],
  "Report": ["Workforce", "Timeline", "Statistics"],
  "ExampleCentres": ["Workforce", "Holidays", "Timeline", "Statistics"],
  "Planning": [
    "Forecasting", "Staffing", "Simulation", "Rostering", "Exchange", "CalDAV", "Report",
    "Workforce", "Holidays", "Timeline", "Statistics", "GLPK",
  ],
  "Command": [
    "Planning", "ExampleCentres", "Staffing", "Rostering", "Exchange", "CalDAV", "Report",
    "Workforce", "Holidays", "Timeline", "GLPK", "ArgumentParser",
  ],
  "Benchmarks": [
    "Planning", "Forecasting", "Staffing", "Simulation", "Exchange", "Report", "Rostering",
    "Workforce",
    "Holidays", "Timeline", "Statistics", "ArgumentParser",
  ],
]

/// Modules of the language and the system, open to every floor.
private let language: Set<String> = [
  "Swift", "Synchronization", "FoundationEssentials", "Glibc", "Musl", "Darwin",
]

/// Modules that belong to one floor alone: what else imports them is a leak.
private let onlyIn: [String: Set<String>] = [
  "Yams": ["Exchange"], "RealModule": ["Statistics"], "CGLPK": ["GLPK"],
  "CHolidays": ["Holidays"], "CCurl": ["CalDAV"],
]

@Suite("The floors of the house")
struct FloorTests {
  @Test("Every source folder is a module of the table, and every module has its folder")
  func foldersAreTheTable() throws {
    let sources = try FileManager.default.contentsOfDirectory(atPath: "\(House.root)/Sources")
    #expect(Set(sources) == Set(mayImport.keys))
  }

  @Test("A module imports only what its floor allows", arguments: mayImport.keys.sorted())
  func importsGoDownOnly(module: String) throws {
    let allowed = try #require(mayImport[module]).union(language)
    for (file, name) in try imports(of: module) {
      #expect(allowed.contains(name), "\(file) imports \(name), which \(module) may not")
    }
  }

  @Test("A library from outside is used in one module only", arguments: onlyIn.keys.sorted())
  func librariesHaveOneDoor(library: String) throws {
    let doors = try #require(onlyIn[library])
    for module in mayImport.keys.sorted() where !doors.contains(module) {
      #expect(try imports(of: module).allSatisfy { $0.name != library })
    }
  }

  @Test("The table has no cycle: floors can be numbered from the ground up")
  func tableIsAcyclic() {
    var placed: Set<String> = []
    var left = mayImport
    while let next = left.first(where: { _, needs in
      needs.isSubset(of: placed.union(needs.subtracting(mayImport.keys)))
    }) {
      placed.insert(next.key)
      left[next.key] = nil
    }
    #expect(left.isEmpty, "modules that import each other: \(left.keys.sorted())")
  }

  /// The import lines of a module, as file and imported module.
  private func imports(of module: String) throws -> [(file: String, name: String)] {
    let folder = "\(House.root)/Sources/\(module)"
    return try House.files(under: folder, ending: ".swift").flatMap { file in
      try House.text("\(folder)/\(file)").split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        let rest = words.drop { levels.contains($0) }
        guard rest.first == "import", let name = rest.last else { return nil }
        return ("\(module)/\(file)", String(name.split(separator: ".").first ?? name))
      }
    }
  }
}
