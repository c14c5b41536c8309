import ArgumentParser
import FoundationEssentials
import Report
import Timeline

/// Conversions between absolute and local time: how fast, and of every zone of a folder what comes out.
struct ZonesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones",
    abstract: "Measure conversions of time zones on one core, or list every zone's offsets.",
    discussion: """
      EXAMPLE: nobat-bench zones

      The rates are millions a second of processor time, in random order of time and quarter of an
      hour after quarter of an hour. Scripts/zones compares --offsets with Python.
      """)

  @Flag(help: "List the changes of offset that samples of every 3 hours from 1970 to 2040 show.")
  var offsets = false

  @Option(
    help: "The folder of zone rules. Default: the one that NOBAT_TZDIR names, or the system's.")
  var folder: String?

  private var database: ZoneDatabase {
    let named = folder ?? ProcessInfo.processInfo.environment["NOBAT_TZDIR"]
    return named.map { ZoneDatabase(path: $0) } ?? ZoneDatabase()
  }

  func run() throws {
    if offsets { try listOffsets() } else { try measure() }
  }

  /// A line a zone: its name, and `sample:offset` wherever the offset is not that of the sample before.
  private func listOffsets() throws {
    let end = 86_400 * LocalDay.newYear(of: 2041).daysSince1970
    for name in database.names {
      let zone = try database.zone(name)
      var line = name
      var last: Int?
      for (sample, second) in stride(from: 0, to: end, by: 3 * 3600).enumerated() {
        let offset = zone.offset(at: Instant(seconds: second))
        if offset != last { line += " \(sample):\(offset)" }
        last = offset
      }
      print(line)
    }
  }

  private func measure() throws {
    let names = [
      "Africa/Casablanca", "America/New_York", "Asia/Kolkata", "Asia/Tehran",
      "Australia/Lord_Howe", "Europe/Vienna",
    ]
    var table = Table(
      "Millions a second, \(database.edition)",
      columns: [
        .words("zone"), .words("order"), .figures("offset"), .figures("to local"),
        .figures("to date and time"), .figures("to instant"),
      ])
    for name in names {
      let zone = try database.zone(name)
      for order in ZoneRates.Order.allCases {
        let rates = ZoneRates(of: zone, in: order)
        let figures = [rates.offsets, rates.readings, rates.dates, rates.instants]
        table.add(
          [Table.Cell(name), Table.Cell(order.rawValue)]
            + figures.map { Table.Cell(Figures.number($0, decimals: 1)) })
      }
    }
    print(table.text(style: .plain))
  }
}
