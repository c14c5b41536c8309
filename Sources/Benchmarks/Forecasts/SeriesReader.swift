import FoundationEssentials
import Timeline
import Workforce

/// Reads the CSV files of the public series; none of their fields is quoted.
struct SeriesReader {
  let folder: String

  /// The readings of a series in order of time; empty volumes are left out.
  ///
  /// Stamps of the wall clock stay as they are, also where the clock skips them: some sources flatten
  /// its changes. Stamps of UTC are read by the clock of the series.
  func readings(
    of series: PublicSeries, zones: ZoneDatabase
  ) throws -> [WallClockSeries.Reading] {
    let (header, rows) = try table(series.file)
    let zone = header.first == "timestamp_utc" ? try zones.zone(series.zone) : nil
    var readings: [WallClockSeries.Reading] = []
    for (line, fields) in rows where fields.count > 1 && fields[1] == series.label {
      guard fields.count == 3 else { throw Fault.row(file: series.file, line: line) }
      if fields[2].isEmpty { continue }
      guard let volume = Double(fields[2]), let reading = reading(fields[0], in: zone) else {
        throw Fault.row(file: series.file, line: line)
      }
      readings.append(
        .init(day: reading.day, minute: reading.secondOfDay / 60, volume: volume))
    }
    guard !readings.isEmpty else { throw Fault.empty(file: series.file, series: series.label) }
    return readings
  }

  /// The public holidays that go with a series.
  func holidays(of series: PublicSeries) throws(Fault) -> HolidayCalendar {
    var holidays: [Holiday] = []
    for (line, fields) in try table(series.holidays).rows {
      guard fields.count >= 2, let day = LocalDay(fields[0]) else {
        throw Fault.row(file: series.holidays, line: line)
      }
      holidays.append(Holiday(day: day, name: fields[1...].joined(separator: ",")))
    }
    return HolidayCalendar(holidays)
  }

  private typealias Row = (line: Int, fields: [Substring])

  private func table(_ file: String) throws(Fault) -> (header: [Substring], rows: [Row]) {
    guard let text = try? String(contentsOf: URL(filePath: "\(folder)/\(file)"), encoding: .utf8)
    else { throw Fault.missing(file: file, folder: folder) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.enumerated().dropFirst().filter { !$0.element.isEmpty }
    return (
      lines[0].split(separator: ","),
      rows.map {
        ($0.offset + 1, $0.element.split(separator: ",", omittingEmptySubsequences: false))
      }
    )
  }

  /// A stamp of UTC as a zone's clock shows it, or one of the wall clock; a date is its midnight.
  private func reading(_ text: Substring, in zone: Zone?) -> LocalReading? {
    if let zone { return Instant(text).map { zone.reading(at: $0) } }
    return LocalDay(text).map { LocalReading($0, .midnight) } ?? LocalReading(text)
  }

  /// Why a series cannot be read.
  enum Fault: Error, Hashable, CustomStringConvertible {
    case missing(file: String, folder: String)
    case row(file: String, line: Int)
    case empty(file: String, series: String)

    var description: String {
      switch self {
      case .missing(let file, let folder):
        "\(folder)/\(file) cannot be read; name the folder of the public series with --data"
      case .row(let file, let line):
        "\(file), line \(line): this is no row of a stamp, a series and a volume, or of a date and a "
          + "holiday; get the file anew"
      case .empty(let file, let series):
        "\(file) has no volume of the series \(series); get the file anew"
      }
    }
  }
}
