import Timeline
import Workforce

extension CentreReader {
  func timeOff(_ agents: Shelf<Agent>) -> [TimeOff] {
    let file = "timeoff.csv"
    let table = table(
      of: file, required: ["id", "agent", "from", "to", "kind", "state"], optional: ["asked"],
      isOptional: true)
    var shelf = Shelf<TimeOff>(file: file, isReadable: table?.isComplete ?? false)
    for row in table?.rows ?? [] {
      guard let id = record("the time off", row).required("id", .identifier) else { continue }
      let record = record("time off \"\(id)\"", row)
      shelf.claim(id, record.subject, at: record.place(of: "id"), inspection)
      let agent: Agent.ID? = record.required("agent", agents.reference())
      let from = record.required("from", .date)
      let to = record.required("to", .date)
      let kind = record.required("kind", Notation<TimeOff.Kind>.word)
      let state = record.required("state", Notation<TimeOff.State>.word)
      guard let agent, let from, let to, let kind, let state else { continue }
      if to < from {
        record.error("to", "it ends on \(to), before it begins on \(from)", hint: "swap the dates")
      }
      shelf.add(
        TimeOff(id: .init(id), agent: agent, from: from, to: to, kind: kind, state: state))
    }
    return shelf.values
  }

  func wishes(_ agents: Shelf<Agent>, _ templates: Shelf<ShiftTemplate>) -> [Wish] {
    let table = table(
      of: "wishes.csv", required: ["agent", "date", "kind", "value"], optional: ["weight"],
      isOptional: true)
    return (table?.rows ?? []).compactMap { row in
      let record = record("the wish", row)
      let agent: Agent.ID? = record.required("agent", agents.reference())
      let day = record.required("date", .date)
      let content = content(record, templates)
      let weight = record.optional("weight", .number(from: 0)) ?? 1
      guard let agent, let day, let content else { return nil }
      return Wish(agent: agent, day: day, content: content, weight: weight)
    }
  }

  private func content(_ record: Record, _ templates: Shelf<ShiftTemplate>) -> Wish.Content? {
    switch record.required("kind", Notation<WishKind>.word) {
    case .off:
      if record.has("value") {
        record.error("value", "a wish for a day off has a value", hint: "leave it empty")
      }
      return .off
    case .shift:
      let template: ShiftTemplate.ID? = record.required("value", templates.reference())
      return template.map(Wish.Content.template)
    case .start:
      guard let span = record.required("value", .clockSpan) else { return nil }
      if span.to < span.from {
        record.error(
          "value", "the latest start is before the earliest", hint: "write it as 06:00-10:00")
      }
      return .start(from: span.from, to: span.to)
    case nil: return nil
    }
  }

  func events(_ queues: Shelf<Queue>) -> [Event] {
    let table = table(
      of: "calendar/events.csv",
      required: ["date", "from", "to", "zone", "queues", "tag", "effect"], optional: ["note"],
      isOptional: true)
    return (table?.rows ?? []).compactMap { row in
      let record = record("the event", row)
      let day = record.required("date", .date)
      let from = record.required("from", .time)
      let to = record.required("to", .time)
      let zone = record.required("zone", zones.notation)
      let affected = record.required("queues", queues.globs)
      let tag = record.required("tag", .identifier)
      let effect = record.required("effect", .effect)
      guard let day, let from, let to, let zone, let affected, let tag, let effect else {
        return nil
      }
      guard from < to else {
        record.error(
          "to", "it ends at \(to), not after it begins at \(from)",
          hint: "write 24:00 for the end of the day, and a second row for the next")
        return nil
      }
      let start = from == .midnight ? zone.start(of: day) : zone.instant(day, from)
      let end = to == .endOfDay ? zone.start(of: day + 1) : zone.instant(day, to)
      guard start < end else { return nil }
      return Event(
        interval: Interval(start: start, end: end), queues: affected, tag: tag, effect: effect,
        note: record["note"].flatMap(\.text) ?? "")
    }
  }
}

private enum WishKind: String, CaseIterable, Sendable {
  case off, shift, start
}

extension Notation where Value == Event.Effect {
  fileprivate static var effect: Notation {
    Notation("learn, exclude, or a factor such as 120%") { text in
      switch text {
      case "learn": return .learn
      case "exclude": return .exclude
      default:
        guard text.hasSuffix("%"), let number = Decimals.read(text.dropLast()),
          (0...10_000).contains(number)
        else { return nil }
        return .factor(number / 100)
      }
    }
  }
}

extension Shelf where Value == Queue {
  /// Ids, or beginnings of ids with a star (`es-*`), separated by blanks; in order of the ids.
  fileprivate var globs: Notation<[Queue.ID]> {
    Notation<[Queue.ID]>("queues such as \"es-voice\" or \"es-*\"") {
      text throws(Notation<[Queue.ID]>.Complaint) in
      guard isReadable else { return [] }
      var found: Set<String> = []
      for word in text.split(separator: " ") {
        let matches = places.keys.filter { id in
          word.hasSuffix("*") ? id.hasPrefix(word.dropLast()) : id == word
        }
        guard !matches.isEmpty else {
          throw .init(
            message: "\"\(word)\" is not in \(file)",
            hint: Spelling.hint(for: String(word), among: places.keys))
        }
        found.formUnion(matches)
      }
      return found.sorted().map { Queue.ID($0) }
    }
  }
}
