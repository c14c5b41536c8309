import CalDAV
import Synchronization

/// Shifts of one agent as a push gets them.
struct Week {
  var items: [StoredEvent]

  /// Shifts number 1 to `count`, the texts in several scripts.
  init(_ count: Int) {
    items = (1...count).map { Week.shift($0) }
  }

  static func uid(_ number: Int) -> String { "ana-\(number)@acme.nobat.invalid" }

  /// One shift; every edition of it is another text.
  static func shift(_ number: Int, edition: Int = 0) -> StoredEvent {
    StoredEvent(uid: uid(number), bytes: Array(text(uid: uid(number), edition: edition).utf8))
  }

  static func text(uid: String, edition: Int = 0) -> String {
    [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nobat//Shifts//EN", "BEGIN:VEVENT", "UID:\(uid)",
      "DTSTAMP:20261201T080000Z", "SEQUENCE:\(edition)",
      "DTSTART:20261207T\(edition < 10 ? "0\(edition)" : "\(edition)")0000Z",
      "DTEND:20261207T230000Z",
      "SUMMARY:شیفت می‌رود – Schicht 👩🏽‍💻 \\, <&> č\(edition)", "END:VEVENT",
      "END:VCALENDAR", "",
    ].joined(separator: "\r\n")
  }

  /// The week with some shifts in a new edition and without some others.
  func changed(_ numbers: Set<Int>, edition: Int = 1, without cancelled: Set<Int> = []) -> Week {
    var week = self
    week.items = items.enumerated().compactMap { index, item in
      let number = index + 1
      if cancelled.contains(number) { return nil }
      return numbers.contains(number) ? Week.shift(number, edition: edition) : item
    }
    return week
  }

  /// What a server should hold.
  var files: [String: String] {
    Dictionary(
      uniqueKeysWithValues: items.map { item in
        let name = item.uid.replacing("@", with: "_40") + ".ics"
        return (name, String(decoding: item.bytes, as: UTF8.self))
      })
  }

  /// Whether a uid is one of these shifts'.
  static let isOurs: @Sendable (String) -> Bool = { $0.hasSuffix("@acme.nobat.invalid") }
}

/// Pauses that are noted and not made.
final class Pauses: Sendable {
  private let noted = Mutex<[Duration]>([])

  var all: [Duration] { noted.withLock(\.self) }

  var patience: Patience {
    Patience(pause: { pause in self.noted.withLock { $0.append(pause) } })
  }
}

/// Pushes with no pause; a server that hangs is waited for not long.
func push(
  _ week: Week, to calendar: RemoteCalendar, knowing state: CalendarState = .init(),
  pauses: Pauses = Pauses()
) -> PushOutcome {
  var limits = Limits()
  limits.request = .seconds(20)
  return push(
    week.items, to: calendar, knowing: state, covering: Week.isOurs, within: limits,
    patience: pauses.patience)
}
