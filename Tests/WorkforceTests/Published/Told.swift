import Statistics
import TestSupport
import Timeline
import Workforce

/// Published shifts for tests, in Vienna in the week from 2026-12-07.
enum Told {
  /// A shift of an agent that begins some hours after the midnight of a day of the week (0 to 6).
  static func shift(
    _ agent: Agent.ID = "ana", day: Int, from hour: Int, hours: Int = 8,
    template: ShiftTemplate.ID = "day", breakAfter: Int? = nil, paid: Int? = nil
  ) throws -> PublishedShift {
    let vienna = try Worlds.zone("Europe/Vienna")
    let date = Worlds.monday + day
    let start = vienna.start(of: date) + .hours(hour)
    let breaks = breakAfter.map { after in
      Activity(
        kind: .meal, interval: Interval(start: start + .hours(after), length: Minutes(30)))
    }
    let shift = Shift(
      agent: agent, template: template, day: date,
      interval: Interval(start: start, length: .hours(hours)), breaks: [breaks].compactMap(\.self),
      paid: Minutes(paid ?? 60 * hours))
    return PublishedShift(shift, in: vienna)
  }

  /// A week of up to five agents, with now and then two shifts a day; shifts of two weeks are often the
  /// same, or nearly.
  static func week(_ chance: inout Generator) throws -> [PublishedShift] {
    var shifts: [PublishedShift] = []
    for number in 0..<chance.index(below: 5) {
      for day in 0..<7 {
        for part in 0..<chance.index(below: 3) {
          shifts.append(
            try shift(
              Agent.ID("a\(number)"), day: day, from: 12 * part + chance.index(below: 3),
              hours: 6 + chance.index(below: 2),
              template: chance.index(below: 2) == 0 ? "day" : "late",
              breakAfter: chance.index(below: 3) == 0 ? 3 : nil))
        }
      }
    }
    return shifts
  }
}
