// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same language rules; a warning does not build.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// The C border shows every unsafe step.
let border = house + [.strictMemorySafety()]

/// Forecasts are learnt, and days played out, by much arithmetic in plain loops, which without
/// optimisation takes fifty times as long: debug builds and their tests would crawl.
let calculating = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

/// A library module of ours, with the tests that mirror it and the folders of data that they read.
func module(
  _ name: String, uses dependencies: [Target.Dependency] = [], testData: [String] = [],
  settings: [SwiftSetting] = house
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: settings),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
      exclude: testData,
      swiftSettings: house),
  ]
}

let package = Package(
  name: "nobat",
  products: [
    .executable(name: "nobat", targets: ["Command"]),
    .executable(name: "nobat-bench", targets: ["Benchmarks"]),
    .library(name: "GLPK", targets: ["GLPK"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // Floor 0: numbers and chance, time and series, the C library and its guard.
    .target(
      name: "CGLPK", cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("glpk")]),

    // The table of holidays: a text file that the C compiler puts into the program.
    .target(
      name: "CHolidays", exclude: ["holidays.txt"],
      cSettings: [.treatAllWarnings(as: .error)]),

    // The door to libcurl, which is loaded when a server is first spoken to.
    .target(
      name: "CCurl", cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("dl")]),

    // Threads of the system's, for long work.
    .target(name: "Threads", swiftSettings: border),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: house),

    // Floor 1: linear and integer optimisation, usable without the rest of Nobat.
    .target(name: "GLPK", dependencies: ["CGLPK", "Threads"], swiftSettings: border),
    .testTarget(
      name: "GLPKTests", dependencies: ["GLPK", "CGLPK", "TestSupport"], swiftSettings: house),

    // Floor 6: the command line and the measuring program.
    .executableTarget(
      name: "Command",
      dependencies: [
        "Planning", "ExampleCentres", "Staffing", "Rostering", "Exchange", "CalDAV", "Report",
        "Workforce", "Holidays", "Timeline", "GLPK", argumentParser,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Planning", "Forecasting", "Staffing", "Simulation", "Exchange", "Report", "Rostering",
        "Workforce",
        "Holidays", "Timeline", "Statistics", argumentParser,
      ],
      swiftSettings: house),

    // What only tests use, and the tests of the whole.
    .target(
      name: "TestSupport", dependencies: ["Workforce", "Timeline", "Statistics"],
      path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "CommandTests", dependencies: ["Command", "Exchange", "Timeline", "TestSupport"],
      exclude: ["Snapshots"],
      swiftSettings: house),
    .testTarget(
      name: "HouseTests",
      dependencies: ["Benchmarks", "Planning", "Workforce", "Timeline", "TestSupport"],
      swiftSettings: house),
  ]
    // Floor 0.
    + module("Statistics", uses: [realModule], settings: calculating)
    + module("Timeline", testData: ["Data"])
    // Floor 1: special days of the world.
    + module("Holidays", uses: ["Timeline", "CHolidays"], testData: ["Data"])
    // Floor 2: the nouns that every stage speaks.
    + module("Workforce", uses: ["Timeline", "Statistics"])
    // Floor 3: the verbs. Each knows the nouns, none knows another verb.
    + module(
      "Forecasting", uses: ["Workforce", "Timeline", "Statistics", "Threads"], settings: calculating
    )
    + module(
      "Staffing", uses: ["Workforce", "Timeline", "Statistics", "GLPK", "Threads"],
      testData: ["Data"],
      settings: calculating)
    + module(
      "Simulation", uses: ["Workforce", "Timeline", "Statistics", "Threads"],
      settings: calculating)
    + module("Rostering", uses: ["Workforce", "Timeline", "Statistics", "GLPK", "Threads"])
    + module(
      "Exchange",
      uses: [
        "Workforce", "Holidays", "Timeline", "Statistics", .product(name: "Yams", package: "Yams"),
      ],
      testData: ["Snapshots", "Data", "Calendar/Snapshots"])
    + module("CalDAV", uses: ["CCurl", "Threads"], testData: ["Data"])
    + module("Report", uses: ["Workforce", "Timeline", "Statistics"])
    + module("ExampleCentres", uses: ["Workforce", "Holidays", "Timeline", "Statistics"])
    // Floor 4: the whole line.
    + module(
      "Planning",
      uses: [
        "Forecasting", "Staffing", "Simulation", "Rostering", "Exchange", "CalDAV", "Report",
        "Workforce", "Holidays", "Timeline", "Statistics", "GLPK",
      ])
)

// Under a sanitizer only the tests of the C border run (`Scripts/sanitize`): the rest need not be
// built, and the thread sanitizer of Swift 6.3 breaks on the simulator.
if Context.environment["NOBAT_BUILD"] == "border" {
  let border: Set = [
    "CGLPK", "Threads", "GLPK", "GLPKTests", "TestSupport", "Workforce", "Timeline", "Statistics",
  ]
  package.targets.removeAll { !border.contains($0.name) }
  package.products.removeAll { $0.name != "GLPK" }
}
