import Timeline
package import Workforce

extension Workspace {
  /// What planners know that the history does not, `overrides.csv`: the adjustments of one forecast in
  /// the order of the file; none where there is no file.
  ///
  /// A row has a forecast's id, or `*` for all, a queue, a stretch of absolute time, what is done (`op`)
  /// and with which value:
  ///
  /// | op | value |
  /// | --- | --- |
  /// | `scale` | a factor such as 1.15 or 115% |
  /// | `add` | contacts such as 400, or 400/2d where half of them come in every two days |
  /// | `set` | contacts of the whole time |
  /// | `shape` | a day such as 2026-11-27, whose spread over the day is taken |
  /// | `growth` | a rate a year such as 8% |
  /// | `move` | a queue and a share, such as es-chat:30% |
  package func adjustments(of forecast: String, in centre: Centre) throws(Findings) -> [Adjustment]
  {
    let inspection = Inspection()
    let file = "overrides.csv"
    guard let bytes = bytes(of: file, inspection) else {
      if inspection.hasErrors { throw Findings(inspection.result, of: file) }
      return []
    }
    let table = CSVTable.read(
      bytes, file: file, required: ["forecast", "queue", "from", "to", "op", "value"],
      optional: ["author", "reason"], inspection)
    let queues = Shelf<Queue>(listing: centre.queues.map(\.id), of: "queues.yaml")
    let adjustments = (table?.rows ?? []).compactMap { row -> Adjustment? in
      let record = Record("the override", values: row.values, place: row.place, inspection)
      guard let adjustment = Self.adjustment(record, queues) else { return nil }
      let name = record.required("forecast", .text)
      return name == "*" || name == forecast ? adjustment : nil
    }
    if inspection.hasErrors { throw Findings(inspection.result, of: file) }
    return adjustments
  }

  private static func adjustment(_ record: Record, _ queues: Shelf<Queue>) -> Adjustment? {
    let moment = Notation<Instant>("a moment such as 2026-12-09T08:00Z") { Instant($0) }
    let queue: Queue.ID? = record.required("queue", queues.reference())
    let from = record.required("from", moment)
    let to = record.required("to", moment)
    let change = change(record, queues)
    guard let queue, let from, let to, let change else { return nil }
    guard from < to else {
      record.error("to", "it ends at \(to), not after it begins at \(from)", hint: "swap the two")
      return nil
    }
    if case .move(let other, _) = change, other == queue {
      record.error("value", "the contacts go to the queue they come from", hint: "name another")
      return nil
    }
    return Adjustment(
      queue: queue, interval: Interval(start: from, end: to), change: change,
      author: record["author"].flatMap(\.text) ?? "", reason: record["reason"].flatMap(\.text) ?? ""
    )
  }

  private static func change(_ record: Record, _ queues: Shelf<Queue>) -> Adjustment.Change? {
    switch record.required("op", Notation<Operation>.word) {
    case .scale: record.required("value", .factor).map { .scale($0) }
    case .add: record.required("value", .arrivals)
    case .set:
      record.required("value", .number(from: 0)).map { .set(contacts: $0) }
    case .shape: record.required("value", .date).map { .shape(from: $0) }
    case .growth: record.required("value", .rate).map { .growth(aYear: $0) }
    case .move: record.required("value", queues.target)
    case nil: nil
    }
  }

  private enum Operation: String, CaseIterable, Sendable {
    case scale, add, set, shape, growth, move
  }
}

extension Notation where Value == Double {
  /// `1.15` or `115%`.
  fileprivate static var factor: Notation {
    Notation("a factor such as 1.15 or 115%") { text in
      let number = text.hasSuffix("%") ? percent(text) : Decimals.read(text)
      return number.flatMap { (0...1000).contains($0) ? $0 : nil }
    }
  }

  /// `8%` or `-5%`.
  fileprivate static var rate: Notation {
    Notation("a rate a year such as 8%") { text in
      percent(text).flatMap { (-0.99...10).contains($0) ? $0 : nil }
    }
  }
}

/// A share, written as a percentage.
private func percent(_ text: String) -> Double? {
  guard text.hasSuffix("%") else { return nil }
  return Decimals.read(text.dropLast()).map { $0 / 100 }
}

extension Notation where Value == Adjustment.Change {
  /// `400` or `400/2d`.
  fileprivate static var arrivals: Notation {
    Notation("contacts such as 400, or 400/2d with their half-life") { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let contacts = Decimals.read(parts[0]),
        (0...1e9).contains(contacts)
      else { return nil }
      guard parts.count == 2 else { return .add(contacts: contacts, halfLife: nil) }
      guard let halfLife = Minutes(parts[1]), halfLife.count > 0 else { return nil }
      return .add(contacts: contacts, halfLife: halfLife)
    }
  }
}

extension Shelf where Value == Queue {
  /// `es-chat:30%`.
  fileprivate var target: Notation<Adjustment.Change> {
    let expected = "a queue and a share, such as es-chat:30%"
    return Notation<Adjustment.Change>(expected) {
      text throws(Notation<Adjustment.Change>.Complaint) in
      guard let colon = text.lastIndex(of: ":"),
        let share = percent(String(text[text.index(after: colon)...])), (0...1).contains(share)
      else { throw .init(message: "is \"\(text)\"", hint: "write \(expected)") }
      let name = String(text[..<colon])
      guard places[name] != nil else {
        throw .init(
          message: "names \"\(name)\", which is not in \(file)",
          hint: Spelling.hint(for: name, among: places.keys))
      }
      return .move(to: Queue.ID(name), share: share)
    }
  }
}
