import Timeline
import Workforce

extension CentreReader {
  func contracts() -> Shelf<Contract> {
    let file = "contracts.yaml"
    let records = namedRecords(
      in: file, kind: "contract",
      keys: [
        "hours", "days", "min-days", "tolerance", "off-together", "max-consecutive-days", "rest",
        "nights-in-row", "weekly-rest",
      ])
    var shelf = Shelf<Contract>(file: file, isReadable: records != nil)
    for (id, record) in records ?? [] {
      shelf.claim(id, record.subject, at: record.place(of: "hours"), inspection)
      shelf.add(contract(id, record))
    }
    return shelf
  }

  private func contract(_ id: String, _ record: Record) -> Contract? {
    let weekly = record.required("hours", .perWeek)
    let days = record.required("days", .whole(1...7))
    let minimum = record.optional("min-days", .whole(0...7))
    let tolerance = record.optional("tolerance", .duration(.zero...(.hours(40)))) ?? .zero
    let together = record.optional("off-together", .whole(0...6)) ?? 1
    let inRow = record.optional("max-consecutive-days", .whole(1...28)) ?? 6
    let rest = record.optional("rest", .duration(.zero...(.hours(48)))) ?? .hours(11)
    let nights = record.optional("nights-in-row", .whole(0...28))
    let restDay = record.optional("weekly-rest", .weekday)
    guard let weekly, let days else { return nil }

    var isPossible = true
    if let minimum, minimum > days {
      isPossible = false
      record.error(
        "min-days", "the least days (\(minimum)) are more than the most (\(days))",
        hint: "make min-days at most days")
    }
    // Days off in a row leave no more than the other days of the week for work.
    if let minimum, together > 1, minimum + together > 7 {
      isPossible = false
      record.error(
        "off-together",
        "\(together) days off together and at least \(minimum) days of work do not fit into a week",
        hint: "lessen off-together or min-days")
    }
    if weekly > days * .hours(24) {
      isPossible = false
      record.error(
        "hours", "\(weekly) a week do not fit into \(days) day\(days == 1 ? "" : "s")",
        hint: "lessen the hours or allow more days")
    }
    guard isPossible else { return nil }
    return Contract(
      id: .init(id), weekly: weekly, tolerance: tolerance, maximumDays: days,
      minimumDays: minimum, daysOffTogether: together, maximumDaysInRow: inRow, rest: rest,
      maximumNightsInRow: nights, weeklyRestDay: restDay)
  }
}
