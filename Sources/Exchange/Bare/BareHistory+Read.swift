import Timeline
import Workforce

extension BareHistory {
  /// Findings that are told of a bare file; more would scroll the first ones away.
  private static let mostFindings = 10

  /// Reads a series, or gives the first findings of the files.
  package static func read(_ order: BareOrder) throws(Findings) -> BareHistory {
    let inspection = Inspection(keeping: mostFindings)
    let history = read(order, inspection)
    if let history, !inspection.hasErrors { return history }
    throw Findings(inspection.result, of: order.file)
  }

  private static func read(_ order: BareOrder, _ inspection: Inspection) -> BareHistory? {
    var holidays = HolidayCalendar()
    if let file = order.holidays { holidays = BareHolidays.read(file, inspection) }
    guard let bytes = bytes(of: order.file, inspection) else { return nil }
    var reader = BareRows(of: order.series, file: order.file, inspection)
    reader.read(bytes, prefersUTC: order.zone != nil)
    guard !inspection.hasErrors else { return nil }
    let rows = reader.rows
    guard rows.contains(where: { !$0.volume.isNaN }) else {
      inspection.error(
        Place(file: order.file),
        rows.isEmpty ? "the file has no rows" : "no row has a volume",
        hint: "write what was counted, a row for every slot")
      return nil
    }
    if order.zone == nil, let moment = rows.first(where: \.isMoment) {
      inspection.error(
        Place(file: order.file, line: moment.line), "the stamps are moments of absolute time",
        hint: "name the clock by which people call with --zone, such as --zone Europe/Vienna")
      return nil
    }
    let zone = order.zone ?? .utc
    let isDated = BareReadings.areDates(rows)
    let readings = BareReadings(rows, in: isDated ? .utc : zone)
    guard
      let slot = BareSlots.length(of: readings.rows, file: order.file, inspection),
      let joined = readings.joined(
        slot: slot, order.duplicates, clock: isDated ? .utc : zone, file: order.file, inspection)
    else { return nil }
    let series = WallClockSeries(
      name: reader.name ?? defaultName(of: order.file), zone: zone, slot: slot, readings: joined,
      holidays: holidays)
    return BareHistory(
      series: series, end: readings.end(of: slot, in: zone, isDated: isDated),
      warnings: inspection.result)
  }

  static func bytes(of file: String, _ inspection: Inspection) -> [UInt8]? {
    do throws(FileBytes.Fault) {
      return try FileBytes.read(file)
    } catch {
      switch error {
      case .missing:
        inspection.error(Place(file: file), "there is no such file", hint: "check its name")
      case .folder:
        inspection.error(Place(file: file), "this is a folder", hint: "name a file in it")
      case .unreadable(let reason):
        inspection.error(Place(file: file), "the file cannot be read: \(reason)")
      }
      return nil
    }
  }

  /// `calls` for `data/calls.csv`.
  private static func defaultName(of file: String) -> String {
    let name = Writing.name(of: file)
    return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }
}
