import Timeline
package import Workforce

/// A row of `overrides.csv`: an adjustment, and the forecast that it is for.
package struct Override: Hashable, Sendable {
  /// The name of a forecast; nil is for all.
  package let forecast: String?
  package let adjustment: Adjustment
}

/// What an override does to a forecast, as its column `op` says.
enum OverrideOperation: String, CaseIterable, Sendable {
  case scale, add, set, shape, growth, move
}

// MARK: - Values

extension Notation where Value == Double {
  /// `1.15` or `115%`.
  static var factor: Notation {
    Notation("a factor such as 1.15 or 115%") { text in
      let number = text.hasSuffix("%") ? percent(text) : Decimals.read(text)
      return number.flatMap { (0...1000).contains($0) ? $0 : nil }
    }
  }

  /// `8%` or `-5%`.
  static var rate: Notation {
    Notation("a rate a year such as 8%") { text in
      percent(text).flatMap { (-0.99...10).contains($0) ? $0 : nil }
    }
  }

  static var contacts: Notation {
    Notation("contacts such as 400") { text in
      Decimals.read(text).flatMap { (0...1e9).contains($0) ? $0 : nil }
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
  static var arrivals: Notation {
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
  var target: Notation<Adjustment.Change> {
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

// MARK: - Times

extension Notation where Value == Instant {
  /// A moment (`2026-12-09T08:00Z`), a time by a zone's clock (`2026-12-09T08:00`), or a date, which
  /// is its beginning, or its end where the end of something is written.
  static func overrideTime(in zone: Zone, isEnd: Bool) -> Notation {
    let expected = "a date, a time such as 2026-12-09T08:00, or a moment such as 2026-12-09T08:00Z"
    return Notation(expected) { text throws(Complaint) in
      if let instant = Instant(text) { return instant }
      if let day = LocalDay(text) { return zone.start(of: isEnd ? day + 1 : day) }
      guard let reading = LocalReading(text) else {
        throw Complaint(message: "is \"\(text)\"", hint: "write \(expected)")
      }
      switch zone.occurrence(of: reading) {
      case .once(let instant): return instant
      case .twice(let first, let second):
        throw Complaint(
          message: "is \"\(text)\", which the clock of \(zone.identifier) shows twice",
          hint: "write \(first) or \(second)")
      case .never(let skipped, _):
        throw Complaint(
          message: "is \"\(text)\", which the clock of \(zone.identifier) skips",
          hint: "write \(skipped), when it is put forward")
      }
    }
  }
}
