import Staffing
import Statistics

/// A week of quarter hours of 12 queues, and the 14 skill sets of those who serve them.
struct WeekOfUnions {
  private let problems: [MixProblem]

  init() {
    var generator = Generator(seed: 2)
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    // A pair of neighbours for each queue, and two teams who can do half of them.
    let skills =
      (0..<12).map { QueueSet(places: [$0, ($0 + 1) % 12]) }
      + [QueueSet(places: 0..<6), QueueSet(places: stride(from: 0, to: 12, by: 2))]
    let groups = skills.enumerated().map { SkillGroup("\($0.offset)", queues: $0.element) }
    problems = (0..<672).map { _ in
      MixProblem(
        queues: (0..<12).map { queue in
          MixQueue(
            "\(queue)", contactsPerHour: 20 + 200 * generator.uniform(),
            handlingTime: 180 + 30 * Double(queue), service: .line(target, patience: 180))
        },
        groups: groups)
    }
  }

  /// Reckons the needs of all unions in all slots; answers how many.
  func needs() -> Int { unionNeeds(of: problems).reduce(0) { $0 + $1.count } }
}
