import Timeline

/// Reads a bare file of holidays: the columns `date` and `name` in any order, others ignored.
enum BareHolidays {
  static func read(_ file: String, _ inspection: Inspection) -> HolidayCalendar {
    guard let bytes = BareHistory.bytes(of: file, inspection) else { return HolidayCalendar() }
    if let offset = UTF8Text.firstFlaw(in: bytes) {
      Workspace.reportEncoding(offset, bytes, file, inspection)
      return HolidayCalendar()
    }
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    var holidays: [Holiday] = []
    do throws(CSVScanner.Flaw) {
      guard try scanner.next(into: &fields) else {
        CSVTable.reportEmpty(file, ["date", "name"], inspection)
        return HolidayCalendar()
      }
      let names = fields.map { scanner.text($0) }
      guard let date = names.firstIndex(of: "date"), let name = names.firstIndex(of: "name") else {
        inspection.error(
          Place(file: file, line: scanner.line), "the header lacks the column date or name",
          hint: "begin the file with date,name")
        return HolidayCalendar()
      }
      let width = fields.count
      while try scanner.next(into: &fields) {
        let place = Place(file: file, line: scanner.line)
        guard fields.count == width else {
          inspection.error(
            place, "the row has \(fields.count) fields, the header has \(width)",
            hint: "put a name that holds a comma into quotes")
          continue
        }
        let title = scanner.text(fields[name])
        guard let day = LocalDay(scanner.text(fields[date])) else {
          inspection.error(
            place, "\"\(scanner.excerpt(fields[date]))\" is no date",
            hint: "write it as 2026-12-25")
          continue
        }
        guard !title.isEmpty else {
          inspection.error(
            place, "the holiday has no name", hint: "name it: days of one name are alike")
          continue
        }
        holidays.append(Holiday(day: day, name: title))
      }
    } catch {
      CSVTable.report(error, scanner, file: file, inspection)
    }
    return HolidayCalendar(holidays)
  }
}
