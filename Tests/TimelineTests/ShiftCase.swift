import TestSupport
import Testing
import Timeline

/// A shift of a table of cases, by the names of the table's columns.
struct ShiftCase {
  private let cells: [String: String]

  /// The cases of a file of ours, or of one of the same form in the folder that NOBAT_DATA names.
  static func all(in file: String) throws -> [ShiftCase] {
    let lines = try House.text(House.cases(file, in: "calendar")).split(whereSeparator: \.isNewline)
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      // Only the last column, a note, may hold commas.
      let fields = line.split(
        separator: ",", maxSplits: columns.count - 1, omittingEmptySubsequences: false)
      return ShiftCase(
        cells: Dictionary(uniqueKeysWithValues: zip(columns, fields.map(String.init))))
    }
  }

  func text(_ column: String) throws -> String {
    try #require(cells[column], "the case has no \(column)")
  }

  /// Hours as the table writes them, such as 7.5 or 8.1667, in minutes.
  private func minutes(_ column: String) throws -> Minutes {
    let hours = try #require(Double(text(column)), "\(column)")
    return Minutes(Int((60 * hours).rounded()))
  }

  private func edge(_ column: String, fold: String, in zone: Zone) throws -> Instant {
    try zone.instant(of: reading(text(column)), by: text(fold) == "1" ? .second : .first)
  }

  private func interval(in zone: Zone) throws -> Interval {
    Interval(
      start: try edge("local_start", fold: "start_fold", in: zone),
      end: try edge("local_end", fold: "end_fold", in: zone))
  }

  /// Compares the edges in absolute time and the hours that pass and are paid.
  func check(
    in database: ZoneDatabase, utcStart: String, utcEnd: String, paid: String
  ) throws {
    let id = try text("id")
    let shift = try interval(in: database.zone(text("tz")))
    #expect(shift.start == Instant(try text(utcStart)), "\(id) starts")
    #expect(shift.end == Instant(try text(utcEnd)), "\(id) ends")
    if cells["elapsed_hours"] != nil {
      #expect(try shift.length == minutes("elapsed_hours"), "\(id) lasts")
    }
    let unpaid = Minutes(try #require(Int(text("unpaid_break_min"))))
    #expect(try shift.length - unpaid == minutes(paid), "\(id) pays")
  }

  /// Compares the minutes by local date, and how often the edges come.
  func checkDates(in database: ZoneDatabase) throws {
    let id = try text("id")
    let zone = try database.zone(text("tz"))
    let shift = try interval(in: zone)
    let day = try date(text("work_date"))
    #expect(try reading(text("local_start")).day == day, "\(id) has its work date")
    let onDay = shift.minutes(on: day, in: zone)
    #expect(try onDay == minutes("hours_on_work_date"), "\(id) on its date")
    #expect(
      try shift.length - onDay == minutes("hours_on_other_dates"), "\(id) on other dates")

    for (edge, kind) in [("local_start", "start_kind"), ("local_end", "end_kind")] {
      let isClear = (try? zone.instant(of: reading(text(edge)), by: .refuse)) != nil
      switch zone.occurrence(of: try reading(text(edge))) {
      case .once: #expect(try isClear && text(kind) == "plain", "\(id) \(edge)")
      case .twice: #expect(try !isClear && text(kind) == "ambiguous", "\(id) \(edge)")
      case .never: #expect(try !isClear && text(kind) == "gap", "\(id) \(edge)")
      }
    }
  }
}
