import Statistics
import Timeline
import Workforce

@testable import Rostering

/// All lines of a toy's agent, by trying.
extension Toy {
  /// A toy with few shifts, random rules and a past.
  static func random(_ dice: inout Generator) -> (toy: Toy, earlier: [Shift]) {
    var toy = Toy()
    let lengths: [Minutes] = dice.index(below: 2) == 0 ? [.hours(8)] : [.hours(6), .hours(8)]
    let days = Weekday.allCases.filter { _ in dice.index(below: 4) > 0 }
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 6 * 60, lastStart: 14 * 60, startStep: .hours(8), lengths: lengths,
        breaks: [
          .init(
            kind: .meal, length: .hours(1), isPaid: dice.index(below: 2) == 0,
            earliest: .hours(2), latest: .hours(4))
        ], breakGrid: .hours(1), weekdays: Array(days.prefix(4)), premium: 0.1)
    ]
    if dice.index(below: 2) == 0 {
      toy.templates.append(
        ShiftTemplate(
          id: "night", firstStart: 22 * 60, lastStart: 25 * 60, startStep: .hours(3),
          lengths: [.hours(8)], weekdays: Array(days.suffix(2))))
    }
    toy.contract = Contract(
      id: "c", weekly: .hours(8 * dice.index(below: 5) + dice.index(below: 2) * 4),
      tolerance: .hours(dice.index(below: 9)), maximumDays: 1 + dice.index(below: 5),
      minimumDays: dice.index(below: 2) == 0 ? dice.index(below: 4) : nil,
      daysOffTogether: dice.index(below: 4), maximumDaysInRow: 1 + dice.index(below: 4),
      rest: .hours([0, 11, 12, 16, 36][dice.index(below: 5)]),
      maximumNightsInRow: dice.index(below: 2) == 0 ? dice.index(below: 3) : nil,
      weeklyRestDay: dice.index(below: 4) == 0 ? .wednesday : nil)
    let conditions: [WorkRule.Condition] = [
      .startChange(.hours(8)), .startChange(.hours(3)), .daysInRow(2), .rest(.hours(20)),
      .succession(endLaterThan: 20 * 60, startBefore: LocalTime(minutes: 15 * 60)),
    ]
    toy.rules = conditions.enumerated().filter { _ in dice.index(below: 4) == 0 }
      .map { WorkRule(id: .init("r\($0.offset)"), condition: $0.element) }
    if dice.index(below: 3) == 0 {
      let from = dice.index(below: 7)
      toy.timeOff = [
        toy.timeOff(
          from...min(9, from + dice.index(below: 3)),
          kind: dice.index(below: 2) == 0 ? .leave : .unavailable)
      ]
    }
    toy.premiums = Premiums(night: 0.25, sunday: 0.5)
    toy.wishes = [
      Wish(agent: Toy.agent, day: toy.firstDay + dice.index(below: 7), content: .off)
    ]
    var earlier: [Shift] = []
    for day in [-3, -2, -1] where dice.index(below: 2) == 0 {
      let start = [360, 840, 1320][dice.index(below: 3)]
      earlier.append(toy.shift(day, start))
    }
    return (toy, earlier)
  }

  /// A toy of evenings and nights, with bounds on nights in a row, long rests, a day off and a past.
  static func nights(_ dice: inout Generator) -> (toy: Toy, earlier: [Shift]) {
    var toy = Toy()
    // 16:00 to 24:00 does not touch the night, 22:00 to 06:00 does.
    toy.templates = [
      ShiftTemplate(
        id: "late", firstStart: 16 * 60, lastStart: 22 * 60, startStep: .hours(6),
        lengths: [.hours(8)], weekdays: [.monday, .tuesday, .wednesday, .friday, .sunday])
    ]
    toy.contract = Contract(
      id: "c", weekly: .hours(24), tolerance: .hours(8), maximumDays: 3,
      rest: .hours(dice.index(below: 2) == 0 ? 11 : 36),
      maximumNightsInRow: [0, 1, 1, 2][dice.index(below: 4)])
    if dice.index(below: 2) == 0 {
      let day = dice.index(below: 8)
      toy.timeOff = [toy.timeOff(day...day, kind: .unavailable)]
    }
    let nights = [0, 1, 1, 2][dice.index(below: 4)]
    return (toy, (0..<nights).map { toy.shift(-1 - $0, 22 * 60, template: "late") })
  }

  /// Every week of shifts, breaks laid as early as can be, that the checker passes.
  func allLines(following earlier: [Shift]) -> [[Shift]] {
    var lines: [[Shift]] = [[]]
    for day in 0..<7 {
      let shifts = templates.flatMap { template in
        template.weekdays.contains((firstDay + day).weekday)
          ? template.starts.flatMap { start in
            template.lengths.compactMap { length in
              placements(
                of: Shift(
                  agent: Toy.agent, template: template.id, day: firstDay + day,
                  interval: Interval(
                    start: shift(day, start).interval.start, length: length), breaks: [],
                  paid: template.paid(of: length))
              ).first
            }
          } : []
      }
      lines += lines.flatMap { line in
        line.count < contract.maximumDays ? shifts.map { line + [$0] } : []
      }
    }
    return lines.filter { passes($0, following: earlier) }
  }

  func passes(_ shifts: [Shift], following earlier: [Shift]) -> Bool {
    RosterFacts(roster(shifts), centre, following: earlier).violations.isEmpty
  }

  /// A shift with its one break, if it has one, in all places.
  func placements(of shift: Shift) -> [Shift] {
    guard let template = templates.first(where: { $0.id == shift.template }),
      let rule = template.breaks.first
    else { return [shift] }
    return stride(from: rule.earliest.count, through: rule.latest.count, by: 60).map { offset in
      let pause = Activity(
        kind: rule.kind,
        interval: Interval(start: shift.interval.start + Minutes(offset), length: rule.length))
      return Shift(
        agent: shift.agent, template: shift.template, day: shift.day, interval: shift.interval,
        breaks: [pause], paid: shift.paid)
    }
  }
}

extension Problem {
  /// The shifts of the first agent's line.
  func shifts(of line: Line, _ toy: Toy) -> [Shift] {
    let menu = menus[crews[0].menu]
    return (0..<7).filter { !line[$0].isOff }.map { day in
      let candidate = menu.candidates[line[day].index]
      let kind = menu.kinds[candidate.kind]
      let breaks = kind.template.breaks.enumerated().map { number, rule in
        Activity(
          kind: rule.kind,
          interval: Interval(
            start: candidate.instant + Int(line[day].breaks[number]) * circle.cell,
            length: rule.length))
      }
      return Shift(
        agent: Toy.agent, template: kind.template.id, day: toy.firstDay + day,
        interval: menu.interval(of: candidate), breaks: breaks, paid: kind.paid)
    }
  }
}
