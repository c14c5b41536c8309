/// All that calendars say in one language.
///
/// Each of ours has a file in this folder; a workspace adds others, or changes some words of ours, in
/// `languages/<tag>.yaml` under the same keys.
package struct Words: Hashable, Sendable {
  /// A thing that calendars say.
  enum Key: Int, CaseIterable, Hashable, Sendable {
    /// The name of a calendar.
    case calendar
    /// The summaries of events.
    case shift, pause, dayOff, leave, sick, training, cancelled
    /// The lines of a description.
    case details, date, paid, breaks, oneBreak, queues
    /// Lengths of time.
    case hours, minutes, hoursAndMinutes
    /// The kinds of breaks.
    case rest, meal, meeting, course
    /// What stands between two queues, and who publishes.
    case comma, planning
  }

  /// A BCP 47 tag in small letters: `de`, `pt-br`.
  package let tag: String
  /// By the key's number.
  private let phrases: [Phrase]

  /// The words of a language; where a text is missing, or is no phrase, another's words stand.
  init(_ tag: String, _ texts: [Key: String], else other: Words? = nil) {
    self.tag = tag.lowercased()
    phrases = Key.allCases.map { key in
      texts[key].flatMap { Phrase($0, slots: key.slots) } ?? other?[key] ?? .empty
    }
  }

  subscript(key: Key) -> Phrase { phrases[key.rawValue] }
}

extension Words.Key {
  /// The key in a file of a workspace.
  var name: String {
    switch self {
    case .pause: "break"
    case .dayOff: "day-off"
    case .oneBreak: "one-break"
    case .hoursAndMinutes: "hours-and-minutes"
    default: "\(self)"
    }
  }

  /// What may be filled in.
  var slots: [Phrase.Slot] {
    switch self {
    case .calendar: [.name]
    case .shift: [.from, .to, .shift]
    case .pause, .oneBreak: [.from, .to, .kind]
    case .cancelled: [.event]
    case .details: [.shift, .from, .to, .zone]
    case .date: [.date]
    case .paid: [.time]
    case .queues: [.queues]
    case .hours: [.hours]
    case .minutes: [.minutes]
    case .hoursAndMinutes: [.hours, .minutes]
    default: []
    }
  }
}
