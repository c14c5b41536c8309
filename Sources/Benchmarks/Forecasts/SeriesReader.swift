import FoundationEssentials
import Timeline
import Workforce

/// Reads the CSV files of the public series; none of their fields is quoted.
struct SeriesReader {
  /// A volume as the file has it.
  struct Observation: Hashable {
    /// What the wall clock showed.
    let reading: LocalReading
    /// When that was; nil where the clock skipped the reading, so that it never was.
    let instant: Instant?
    let volume: Double
  }

  let folder: String

  /// The observations of a series in the order of its file; empty volumes are left out.
  ///
  /// Where the file has the wall clock's readings only, a repeated one is taken as the first.
  func observations(of series: PublicSeries, in zone: Zone) throws(Fault) -> [Observation] {
    let (header, rows) = try table(series.file)
    let isUTC = header.first == "timestamp_utc"
    var observations: [Observation] = []
    for (line, fields) in rows where fields.count > 1 && fields[1] == series.label {
      guard fields.count == 3 else { throw Fault.row(file: series.file, line: line) }
      if fields[2].isEmpty { continue }
      guard let volume = Double(fields[2]), let stamp = stamp(fields[0], isUTC: isUTC, in: zone)
      else { throw Fault.row(file: series.file, line: line) }
      observations.append(
        Observation(reading: stamp.reading, instant: stamp.instant, volume: volume))
    }
    guard !observations.isEmpty else { throw Fault.empty(file: series.file, series: series.label) }
    return observations
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

  private func stamp(
    _ text: Substring, isUTC: Bool, in zone: Zone
  ) -> (reading: LocalReading, instant: Instant?)? {
    if isUTC { return Instant(text).map { (zone.reading(at: $0), $0) } }
    let date = LocalDay(text).map { LocalReading($0, .midnight) }
    guard let reading = date ?? LocalReading(text) else { return nil }
    switch zone.occurrence(of: reading) {
    case .once(let instant), .twice(first: let instant, second: _): return (reading, instant)
    case .never: return (reading, nil)
    }
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
