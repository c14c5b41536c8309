import Timeline
import Workforce

/// Reads the rows of a table of overrides, and finds what is wrong with them.
struct OverrideReader {
  let file: String
  let centre: Centre
  let inspection: Inspection
  private let queues: Shelf<Queue>

  init(_ file: String, of centre: Centre, _ inspection: Inspection) {
    self.file = file
    self.centre = centre
    self.inspection = inspection
    queues = Shelf<Queue>(listing: centre.queues.map(\.id), of: "queues.yaml")
  }

  /// Every row that can be read, in order of the file.
  func rows(_ bytes: [UInt8], isForecastKnown: (String) -> Bool, known: [String]) -> [Override] {
    let table = CSVTable.read(
      bytes, file: file, required: ["forecast", "queue", "from", "to", "op", "value"],
      optional: ["author", "reason"], inspection)
    var sets: [(override: Override, place: Place)] = []
    return (table?.rows ?? []).compactMap { row in
      let record = Record("the override", values: row.values, place: row.place, inspection)
      let name = record.required("forecast", .text)
      if let name, name != "*", !isForecastKnown(name) {
        record.warning(
          "forecast", "there is no forecast \"\(name)\"",
          hint: Spelling.hint(for: name, among: known))
      }
      guard let adjustment = adjustment(record), let name else { return nil }
      let override = Override(forecast: name == "*" ? nil : name, adjustment: adjustment)
      if case .set = adjustment.change {
        checkSet(override, record, against: sets)
        sets.append((override, row.place))
      }
      return override
    }
  }

  private func adjustment(_ record: Record) -> Adjustment? {
    let queue: Queue.ID? = record.required("queue", queues.reference())
    let zone = queue.flatMap { centre.queue($0)?.opening.zone } ?? centre.zone
    let from = record.required("from", .overrideTime(in: zone, isEnd: false))
    let isOpenEnded = !record.has("to")
    let to =
      isOpenEnded
      ? Adjustment.never : record.required("to", .overrideTime(in: zone, isEnd: true))
    let change = change(record)
    guard let queue, let from, let to, let change else { return nil }
    guard from < to else {
      record.error("to", "it ends at \(to), not after it begins at \(from)", hint: "swap the two")
      return nil
    }
    switch change {
    case .move(let other, _) where other == queue:
      record.error("value", "the contacts go to the queue they come from", hint: "name another")
      return nil
    case .set where isOpenEnded, .add(_, nil) where isOpenEnded:
      record.error(
        "to", "it has no end, so that nobody knows in which time the contacts come",
        hint: "write to, or a half-life such as 400/2d")
      return nil
    default: break
    }
    return Adjustment(
      queue: queue, interval: Interval(start: from, end: to), change: change,
      author: record["author"].flatMap(\.text) ?? "",
      reason: record["reason"].flatMap(\.text) ?? "",
      row: "\(file):\(record.place.line ?? 0)")
  }

  private func change(_ record: Record) -> Adjustment.Change? {
    switch record.required("op", Notation<OverrideOperation>.word) {
    case .scale: record.required("value", .factor).map { .scale($0) }
    case .add: record.required("value", .arrivals)
    case .set: record.required("value", .contacts).map { .set(contacts: $0) }
    case .shape: record.required("value", .date).map { .shape(from: $0) }
    case .growth: record.required("value", .rate).map { .growth(aYear: $0) }
    case .move: record.required("value", queues.target)
    case nil: nil
    }
  }

  /// Two totals of times that overlap cannot both come out, unless they are the same.
  private func checkSet(
    _ override: Override, _ record: Record, against others: [(override: Override, place: Place)]
  ) {
    let own = override.adjustment
    for (other, place) in others {
      let earlier = other.adjustment
      let isOfOneForecast =
        override.forecast == nil || other.forecast == nil || override.forecast == other.forecast
      guard isOfOneForecast, earlier.queue == own.queue,
        earlier.interval.overlaps(own.interval),
        earlier.interval != own.interval || earlier.change != own.change
      else { continue }
      record.error(
        "from", "it sets a time of \(own.queue) that line \(place.line ?? 0) sets as well",
        hint: "shorten one of the two, or take it out")
      return
    }
  }
}
