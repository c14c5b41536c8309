import Timeline
import Workforce

/// What planners changed of a queue's forecast, beside its figures:
///
///     es-voice:
///       statistical: 5210.30
///       adjustments:
///         - {row: "overrides.csv:2", change: "times 115 %", from: 2026-12-09T08:00:00Z, to: ..., author: "mk",
///           reason: "mailing 40k", contacts: 781.50}
///
/// `statistical` is the sum of what was expected before; the figures of each slot stand in the table.
extension MakingText {
  static let adjustmentKeys = ["statistical", "adjustments"]

  static func adjustments(of queue: QueueForecast) -> String {
    guard let statistical = queue.statistical else { return "" }
    var text = "  statistical: \(Decimals.fixed(statistical.reduce(0, +), 2))\n  adjustments:\n"
    for applied in queue.adjustments {
      let fields = [
        "row: \(quoted(applied.row))", "change: \(quoted(applied.change))",
        "from: \(applied.interval.start)", "to: \(applied.interval.end)",
        "author: \(quoted(applied.author))", "reason: \(quoted(applied.reason))",
        "contacts: \(Decimals.fixed(applied.contacts, 2))",
      ]
      text += "    - {\(fields.joined(separator: ", "))}\n"
    }
    return text
  }

  static func adjustments(of record: Record, _ inspection: Inspection) -> [AppliedAdjustment] {
    guard case .list(let entries)? = record["adjustments"]?.content else { return [] }
    let keys = ["row", "change", "from", "to", "author", "reason", "contacts"]
    return entries.compactMap { entry in
      let subject = "an adjustment of \(record.subject)"
      guard let record = Record(subject, entry, keys: keys, inspection) else { return nil }
      let row = record.required("row", .text)
      let change = record.required("change", .text)
      let from = record.required("from", .instant)
      let to = record.required("to", .instant)
      let contacts = record.required("contacts", .anyNumber)
      guard let row, let change, let from, let to, let contacts else { return nil }
      guard from <= to else {
        record.error("to", "it ends before it begins", hint: "make the forecast anew")
        return nil
      }
      return AppliedAdjustment(
        row: row, change: change, interval: Interval(start: from, end: to),
        author: record["author"].flatMap(\.text) ?? "",
        reason: record["reason"].flatMap(\.text) ?? "", contacts: contacts)
    }
  }
}

extension Notation where Value == Double {
  fileprivate static var anyNumber: Notation {
    Notation("a number such as -12.5") { Decimals.read($0) }
  }
}
