import Timeline
import Workforce

extension CentreReader {
  /// The rows of `calendar/exclusions.csv`, in its order.
  func exclusions(_ queues: Shelf<Queue>) -> [ExclusionRow] {
    let table = table(
      of: ExclusionFile.path, required: ["queue", "date", "from", "to", "zone", "kind"],
      optional: ["keep", "reason"], isOptional: true)
    return (table?.rows ?? []).compactMap { row in
      let record = record("the exclusion", row)
      let queue: Queue.ID? = record.required("queue", queues.reference())
      let day = record.required("date", .date)
      let from = record.required("from", .time)
      let to = record.required("to", .time)
      let zone = record.required("zone", zones.notation)
      let kind = record.required("kind", Notation<Exclusion.Kind>.word)
      let isKept = record.optional("keep", .yesOrNo)
      guard let queue, let day, let from, let to, let zone, let kind,
        isKept != nil || !record.has("keep")
      else { return nil }
      guard from < to else {
        record.error(
          "to", "it ends at \(to), not after it begins at \(from)",
          hint: "write 24:00 for the end of the day, and a second row for the next")
        return nil
      }
      // A time that the clock skips is none.
      guard let interval = ExclusionFile.interval(day, from: from, to: to, in: zone) else {
        return nil
      }
      return ExclusionRow(
        queue: queue, interval: interval, kind: kind, isKept: isKept ?? false,
        reason: record["reason"].flatMap(\.text) ?? "")
    }
  }
}
