/// A sentence of a calendar with slots that are filled in: `Shift {from}-{to}`.
struct Phrase: Hashable, Sendable {
  enum Slot: String, CaseIterable, Hashable, Sendable {
    /// The reader's name.
    case name
    /// The summary of the event that a cancellation is about.
    case event
    /// The template of a shift.
    case shift
    /// Times on the reader's clock, and that clock's IANA name.
    case from, to, zone
    /// A length of time.
    case time
    case hours, minutes
    /// The kind of a break.
    case kind
    /// The queues that the reader serves.
    case queues
    /// A date in the Persian calendar, in Persian.
    case date
  }

  enum Part: Hashable, Sendable {
    /// Words, escaped as iCalendar wants them.
    case words([UInt8])
    case slot(Slot)
  }

  let text: String
  let parts: [Part]

  var isEmpty: Bool { text.isEmpty }

  /// Nothing at all.
  static let empty = Phrase(text: "", parts: [])

  private init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
  }

  /// Nil where a slot is not one of those that may stand here, or is never closed.
  init?(_ text: String, slots: [Slot]) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close])),
        slots.contains(slot)
      else { return nil }
      parts.append(.words(ContentLines.escaped(String(rest[..<open]))))
      parts.append(.slot(slot))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.words(ContentLines.escaped(String(rest))))
    self.text = text
    self.parts = parts
  }
}

extension ContentLines {
  /// A phrase, its slots filled by a closure.
  mutating func add(_ phrase: Phrase, _ fill: (inout ContentLines, Phrase.Slot) -> Void) {
    for part in phrase.parts {
      switch part {
      case .words(let words): add(words)
      case .slot(let slot): fill(&self, slot)
      }
    }
  }

  /// A phrase without slots.
  mutating func add(_ phrase: Phrase) {
    add(phrase) { _, _ in }
  }
}
