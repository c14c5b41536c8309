package import Timeline

/// A made-up contact centre that a planner can start from and that tests can be held against.
///
/// Everything in it comes from code and a fixed seed: the same bytes on every run and machine.
package struct ExampleCentre: Sendable {
  /// What `nobat init --example` calls it, such as `first-week`.
  package let name: String
  /// One line for a list of examples.
  package let summary: String
  /// The first day of the week that the example is made to plan; its history ends the day before.
  package let firstDay: LocalDay
  /// The workspace without its history: what git keeps under `Examples/<name>/`.
  package let documents: [ExampleFile]

  private let seed: UInt64
  private let plantedTruth: @Sendable (ZoneDatabase) throws(ZoneDatabase.Fault) -> PlantedTruth

  init(
    name: String, summary: String, firstDay: LocalDay, seed: UInt64, documents: [ExampleFile],
    truth: @escaping @Sendable (ZoneDatabase) throws(ZoneDatabase.Fault) -> PlantedTruth
  ) {
    self.name = name
    self.summary = summary
    self.firstDay = firstDay
    self.seed = seed
    self.documents = documents.sorted { $0.path < $1.path }
    plantedTruth = truth
  }

  /// All examples, the smallest first.
  package static let all: [ExampleCentre] = [.firstWeek, .followTheSun]

  /// The example of a name, if there is one.
  package static func named(_ name: String) -> ExampleCentre? { all.first { $0.name == name } }

  /// The planned week's id, such as `2026-W50`.
  package var week: Week { Week(of: firstDay) }

  /// What the history was drawn from: the expected contacts and handling time of any queue and slot.
  package func truth(zones: ZoneDatabase) throws(ZoneDatabase.Fault) -> PlantedTruth {
    try plantedTruth(zones)
  }

  /// The contacts counted up to the planned week, as `history/acd.csv`.
  package func history(zones: ZoneDatabase) throws(ZoneDatabase.Fault) -> ExampleFile {
    ExampleFile(
      path: "history/acd.csv", contents: try truth(zones: zones).drawnHistory(seed: seed))
  }

  /// The whole workspace, in order of path.
  package func files(zones: ZoneDatabase) throws(ZoneDatabase.Fault) -> [ExampleFile] {
    (documents + [try history(zones: zones)]).sorted { $0.path < $1.path }
  }
}
