import ArgumentParser
import FoundationEssentials
import Holidays
import Timeline

/// Makes the series on which forecasts are judged beside the public ones.
struct SeriesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series",
    abstract: "Make series like those of call centres, with their truth, and write them as CSV.",
    discussion: """
      EXAMPLE: nobat-bench series --write made

      Each series is a file of its own with its holidays and its truth beside it: for each slot what
      was to be expected and the rate that chance made of it. The hourly series without a calendar
      are in cycles_train.csv and cycles_test.csv. The same program writes the same bytes.
      """)

  @Option(help: "The folder to write to.")
  var write: String

  func run() throws {
    let folder = URL(filePath: write)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func put(_ text: String, _ file: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: file), options: .atomic)
    }
    for recipe in MadeRecipe.all {
      let made = try MadeSeries(recipe)
      try put(made.csv, "\(recipe.name).csv")
      try put(made.holidayCSV, "\(recipe.name)_holidays.csv")
      try put(made.truth, "\(recipe.name)_truth.csv")
    }
    for isTest in [false, true] {
      let rows = MadeCycles.all.map { $0.csv(isTest: isTest) }.joined()
      try put("step,series,volume\n" + rows, isTest ? "cycles_test.csv" : "cycles_train.csv")
    }
  }
}

extension MadeSeries {
  /// Makes a series of a recipe with the holidays and the clock of its place.
  init(_ recipe: MadeRecipe) throws {
    let calendar = try WorldHolidays.calendar(recipe.region).only([.public])
    self.init(recipe, holidays: calendar, zone: try ZoneDatabase().zone(recipe.zone))
  }
}
