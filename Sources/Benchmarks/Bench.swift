import ArgumentParser

/// Measures Nobat: seconds, memory and quality on the example centres, errors on public series, rates
/// of single steps.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nobat-bench",
    abstract: "Measure Nobat on its example centres, on public series and by itself.",
    discussion: "EXAMPLE: nobat-bench journey --runs 3",
    subcommands: [
      JourneyBench.self, ForecastsBench.self, SeriesBench.self, IntradayBench.self, ShortBench.self,
      ZonesBench.self,
      ImportBench.self, CalendarsBench.self, TablesBench.self, StaffingBench.self,
    ])
}
