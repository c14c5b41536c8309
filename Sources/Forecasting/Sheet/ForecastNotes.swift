package import Timeline
package import Workforce

/// What a planner should know of how a queue's forecast was made, in sentences.
package struct ForecastNotes: Sendable {
  package private(set) var sentences: [String] = []

  /// Weeks of history below which the planner is warned.
  static let shortWeeks = 2
  /// Days between the history and the forecast from which on the planner is told.
  static let staleDays = 14
  /// Working days without a contact from which on the planner is told.
  static let silentDays = 14
  /// Dates that are named one by one.
  static let mostDates = 5

  package init() {}

  mutating func add(_ sentence: String) { sentences.append(sentence) }

  /// Says how much history there is and whether it is recent.
  package mutating func addHistory(of table: LocalTable, forecastFrom day: LocalDay) {
    if table.dayCount < 7 * Self.shortWeeks {
      let days = table.dayCount == 1 ? "1 day" : "\(table.dayCount) days"
      sentences.append(
        "only \(days) of history; weekdays are taken as alike and the band is a guess: "
          + "import at least four weeks")
    }
    let gap = day - (table.firstDay + table.dayCount)
    if gap >= Self.staleDays {
      sentences.append(
        "the history ends \(gap) days before the forecast; import the latest weeks")
    }
    if table.contactsWhileClosed > 0 {
      let contacts = Int(table.contactsWhileClosed.rounded())
      sentences.append(
        "\(contacts) contacts came while the queue was closed and are left out; check its opening "
          + "hours")
    }
  }

  /// Warns of a queue that fell silent: its last days, so many that they are no chance, had no contact.
  package mutating func addSilence(of table: DayTable) {
    let last = table.totals.lastIndex { $0 > 0 }
    guard let last else { return }
    let silent = table.pastDays - 1 - last
    guard silent >= Self.silentDays, table.isSeen[(last + 1)...].contains(true) else { return }
    sentences.append(
      "no contacts since \(table.days[last]): none are expected; where the source failed, take these days "
        + "out with nobat clean or an event in calendar/events.csv")
  }

  /// Warns of a forecast that reaches further ahead than the history reaches back.
  package mutating func addHorizon(until last: LocalDay, of table: LocalTable) {
    let ahead = last - (table.firstDay + table.dayCount) + 1
    guard ahead > table.dayCount else { return }
    sentences.append(
      "the forecast reaches \(ahead) days beyond the history's \(table.dayCount): its later part is a guess, "
        + "and no season of the year is known; import a longer history")
  }

  /// Tells of jumps of the level, the latest first.
  package mutating func addShifts(_ shifts: [LevelShift], in table: DayTable) {
    for shift in shifts {
      sentences.append(
        "the level jumped on \(table.days[shift.day]) to \(Self.times(shift.factor)) of what it was and "
          + "stayed: what came before is taken at the new level, and the band is wider; where it was no "
          + "lasting change, take these days out with an event in calendar/events.csv")
    }
  }

  /// `about 10 times` or `about 25 %`.
  private static func times(_ factor: Double) -> String {
    factor >= 1
      ? "about \(Int(factor.rounded())) times"
      : "about \(max(1, Int((100 * factor).rounded()))) %"
  }

  /// Tells that the history has not a single contact.
  package mutating func addNothing() {
    sentences.append("nothing but zeros in the history: none are expected")
  }

  package mutating func addOdd(_ days: [LocalDay]) {
    guard !days.isEmpty else { return }
    let verbs =
      days.count == 1
      ? "is unlike other days and is left out" : "are unlike other days and are left out"
    sentences.append(
      "\(Self.dates(days)) \(verbs); name an event in calendar/events.csv if there was one")
  }

  package mutating func addExcluded(_ days: [LocalDay]) {
    guard !days.isEmpty else { return }
    sentences.append("left out because of events: \(Self.dates(days))")
  }

  /// Tells of weekdays, 0 for Monday, on which the queue is open but nothing was ever observed.
  package mutating func addUnseen(weekdays: [Int], areClosed: Bool) {
    guard !weekdays.isEmpty else { return }
    let names = weekdays.map { weekday in
      let name = Weekday.allCases[weekday].rawValue
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    let result = areClosed ? "no contacts are expected then" : "they are taken like other days"
    sentences.append(
      "no observation on \(names.joined(separator: ", ")), though the queue is open; \(result)")
  }

  /// Tells of holidays to come that were never seen.
  package mutating func addUnseen(holidays: [Holiday]) {
    for holiday in holidays {
      sentences.append(
        "\(holiday.day), \"\(holiday.name)\", has no like in the history: taken as the mean "
          + "holiday, or as an ordinary day where none was seen")
    }
  }

  /// Tells of tags of events to come that were never seen.
  package mutating func addUnseen(tags: [String]) {
    for tag in tags {
      sentences.append(
        "no event \"\(tag)\" is in the history: no effect is expected; give it a factor in "
          + "calendar/events.csv")
    }
  }

  package mutating func addHandlingTime(_ times: HandlingTimes, of queue: Queue) {
    if let first = times.oddSlots.first {
      let count = times.oddSlots.count
      let others = count > 1 ? " and of \(count - 1) more slot\(count > 2 ? "s" : "")" : ""
      let start = queue.opening.zone.reading(at: first)
      sentences.append(
        "the handling time of \(start)\(others) is far from all others and hardly counts; look at "
          + "aht in the history")
    }
    guard times.source == .assumedByChannel else { return }
    let seconds = Int(HandlingTimes.usual(for: queue.channel))
    sentences.append(
      "no handling times in the history: \(seconds) s are assumed; set aht in "
        + "queues.yaml")
  }

  /// `2026-11-02, 2026-11-03 and 4 more days`.
  private static func dates(_ days: [LocalDay]) -> String {
    let named = days.prefix(mostDates).map(\.description).joined(separator: ", ")
    let others = days.count - mostDates
    guard others > 0 else { return named }
    return "\(named) and \(others) more \(others == 1 ? "day" : "days")"
  }
}
