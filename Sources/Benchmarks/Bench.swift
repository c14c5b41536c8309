import ArgumentParser

/// Measures Nobat: seconds, memory and quality on the example centres, errors on public series.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nobat-bench",
    abstract: "Measure Nobat on its example centres and on public series.",
    discussion: "EXAMPLE: nobat-bench journey --runs 3",
    subcommands: [
      JourneyBench.self, ForecastsBench.self, CalendarsBench.self, TablesBench.self,
    ])
}
