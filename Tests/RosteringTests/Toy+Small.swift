import Statistics
import Timeline
import Workforce

@testable import Rostering

extension Toy {
  /// Agents who work two of three days, from 08:00 or 10:00, with a break in one of two places: few
  /// enough lines to try all rosters.
  static func small(
    agents: Int, queues: [Queue.ID], skills: [[Queue.ID]], _ dice: inout Generator
  ) throws -> (toy: Toy, requirement: Requirement, problem: Problem) {
    var toy = Toy()
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 600, startStep: .hours(2), lengths: [.hours(8)],
        breaks: [
          .init(
            kind: .meal, length: .hours(1), isPaid: true, earliest: .hours(3), latest: .hours(5))
        ], breakGrid: .hours(2), weekdays: [.monday, .tuesday, .thursday])
    ]
    toy.contract = Contract(
      id: "c", weekly: .hours(16), tolerance: .hours(8 * dice.index(below: 2)), maximumDays: 2)
    toy.prices = Prices(cheapShare: 0.4)
    toy.agents = agents
    toy.queues = queues
    toy.skills = skills
    let requirement = toy.requirement { _, slot in
      slot < 96 && (7..<20).contains(slot % 24) ? Double(dice.index(below: 250)) / 100 : 0
    }
    let problem = try Problem(
      requirement, staffedBy: toy.centre, in: toy.week, following: [])
    return (toy, requirement, problem)
  }
}

extension Problem {
  /// The least cost of all pairs of lines of two agents.
  func leastCost() -> Double {
    let lines = agents.indices.map { crews[crewOf[$0]].allLines(in: menu(of: $0)) }
    var best = Double.infinity
    var draft = Draft(self)
    for first in lines[0] {
      draft.assign(first, to: 0)
      for second in lines[1] {
        draft.assign(second, to: 1)
        best = min(best, draft.cost)
      }
    }
    return best
  }
}

extension Crew {
  /// Every line that the crew's rules allow, with all places of breaks.
  func allLines(in menu: Menu) -> [Line] {
    var lines = [Line()]
    for day in 0..<7 {
      let duties = menu.days[day].flatMap { index -> [Line.Duty] in
        let kind = menu.kinds[menu.candidates[index].kind]
        guard let pause = kind.breaks.first else {
          return [Line.Duty(candidate: Int32(index), breaks: .zero)]
        }
        return pause.starts.map { start in
          var breaks = SIMD8<UInt16>.zero
          breaks[0] = UInt16(start)
          return Line.Duty(candidate: Int32(index), breaks: breaks)
        }
      }
      lines += lines.flatMap { line in
        duties.compactMap { duty in
          var longer = line
          longer[day] = duty
          return longer.pattern.nonzeroBitCount <= dayCount.upperBound ? longer : nil
        }
      }
    }
    return lines.filter { allows($0, in: menu) }
  }
}
