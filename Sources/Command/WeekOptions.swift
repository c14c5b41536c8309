import ArgumentParser
import Planning
import Timeline

/// Which week a command plans.
struct WeekOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The week to plan: an ISO week or a date in it. Default: the week after the history's end.",
      valueName: "2026-W50"))
  var week: WeekChoice?
}

extension WeekChoice: ExpressibleByArgument {
  /// Reads `2026-W50` or `2026-12-07`.
  public init?(argument: String) {
    if let day = LocalDay(argument) {
      self = .holding(day)
    } else if let week = Week(argument) {
      // The fourth day of an ISO week is in the planning week of the same name, whatever its first
      // day is.
      self = .holding(week.monday + 3)
    } else {
      return nil
    }
  }
}
