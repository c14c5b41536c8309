import ArgumentParser
import Holidays
import Report
import Timeline

struct HolidaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holidays",
    abstract: "Show the holidays of a country or a part of one, or which places are known.",
    discussion: """
      EXAMPLE: nobat holidays AT-9 2026 --kinds public,half

      Without a year it lists the parts of a country, without a place all countries.
      A site's holidays and a queue's market name a place by the same code.
      A workday is a working day that was moved to a weekend. Dates that follow the
      moon are estimated and may move by a day.
      """)

  @Argument(help: ArgumentHelp("A country such as AT, or a part of one: AT-9.", valueName: "place"))
  var place: String?

  @Argument(
    help: ArgumentHelp(
      "A year from \(WorldHolidays.years.lowerBound) to \(WorldHolidays.years.upperBound).",
      valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "Only days of these kinds: \(Holiday.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kinds"))
  var kinds: KindList?

  @Flag(help: "Tell where the holidays come from, with the licence, and nothing else.")
  var licence = false

  @OptionGroup var general: GeneralOptions

  func validate() throws {
    if licence, place != nil || kinds != nil || general.json {
      throw ValidationError("--licence is a text about all holidays; give it alone")
    }
    if let year, !WorldHolidays.years.contains(year) {
      let years = WorldHolidays.years
      throw ValidationError(
        "\(year): the holidays of \(years.lowerBound) to \(years.upperBound) are known")
    }
  }

  func run() throws {
    let console = general.console
    if licence { return console.result(WorldHolidays.notice) }
    guard let place else { return try showCountries(console) }
    let region: Region
    do throws(UnknownRegion) {
      region = try WorldHolidays.region(place)
    } catch {
      throw Stop(status: .usage, message: "\(error)")
    }
    if let year {
      try show(year, of: region, console)
    } else if region.part == nil {
      try show(WorldHolidays.parts(of: region), "parts of \(region.name)", console)
      console.note("A year shows holidays: nobat holidays \(region.code) 2026")
    } else {
      throw Stop(
        status: .usage,
        message: "\(region) needs a year, such as nobat holidays \(typed(region)) 2026")
    }
  }

  private func showCountries(_ console: Console) throws {
    try show(WorldHolidays.countries, "countries", console)
    let years = WorldHolidays.years
    console.note(
      """
      From the Python package \(WorldHolidays.source) (MIT), \(years.lowerBound) to \
      \(years.upperBound); its licence: nobat holidays --licence
      """)
  }

  /// The code as one word of a command line.
  private func typed(_ region: Region) -> String { region.code.replacing(" ", with: "-") }

  private func show(_ regions: [Region], _ caption: String, _ console: Console) throws {
    if general.json {
      try console.json(
        regions.map {
          PlaceRow(code: $0.code, name: $0.name, parts: WorldHolidays.parts(of: $0).count)
        })
      return
    }
    var table = Table(caption, columns: [.words("code"), .words("name"), .figures("parts")])
    for region in regions {
      let parts = region.part == nil ? WorldHolidays.parts(of: region).count : 0
      table.add([.init(region.code), .init(region.name), .init(parts == 0 ? "" : "\(parts)")])
    }
    guard !regions.isEmpty else { return console.note("There are no \(caption).") }
    console.result(table.text(style: console.style))
  }

  private func show(_ year: Int, of region: Region, _ console: Console) throws {
    let chosen = kinds?.kinds ?? Set(Holiday.Kind.allCases)
    let calendar = WorldHolidays.calendar(of: region, years: year...year)
    let holidays = calendar.only(chosen).holidays
    if general.json {
      try console.json(holidays.map(DayRow.init))
      return
    }
    var table = Table(
      "Holidays of \(region) in \(year)",
      columns: [
        .times("date"), .times("day"), .words("kind"), .words("name"), .words("local name"),
        .words(""),
      ])
    for holiday in holidays {
      table.add([
        .init("\(holiday.day)"), .init(holiday.day.weekday.abbreviation),
        .init(holiday.kind.rawValue), .init(holiday.name), .init(holiday.localName ?? ""),
        .init(holiday.isEstimated ? "estimated" : ""),
      ])
    }
    if holidays.isEmpty {
      console.note("No holidays of \(region) are known for \(year).")
    } else {
      console.result(table.text(style: console.style))
    }
  }
}

/// Kinds of holidays as they are written on the command line: `public,half`.
struct KindList: ExpressibleByArgument {
  let kinds: Set<Holiday.Kind>

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let read = words.compactMap { Holiday.Kind(rawValue: String($0)) }
    guard read.count == words.count else { return nil }
    kinds = Set(read)
  }
}

/// A country or part as JSON tells it.
private struct PlaceRow: Encodable {
  let code: String
  let name: String
  let parts: Int
}

/// A special day as JSON tells it.
private struct DayRow: Encodable {
  let date: LocalDay
  let weekday: Weekday
  let name: String
  let localName: String?
  let kind: Holiday.Kind
  let estimated: Bool

  init(_ holiday: Holiday) {
    date = holiday.day
    weekday = holiday.day.weekday
    name = holiday.name
    localName = holiday.localName
    kind = holiday.kind
    estimated = holiday.isEstimated
  }
}
