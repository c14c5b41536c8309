import Simulation
import Workforce

/// Small centres, each understandable at a glance; tests change one thing of them.
extension ContactCentre {
  /// One queue at rest: the same traffic all day, from an empty start that is not counted.
  static func desk(
    load: Double, handlingTime: Double, patience: TimeLaw = .never, agents: Int, threshold: Double,
    hours: Int = 20, warmUp: Int = 4
  ) -> ContactCentre {
    let slots = hours + warmUp
    let queue = SimulatedQueue(
      id: "voice", arrivals: .chance(Array(repeating: load / handlingTime * 3600, count: slots)),
      handlingTime: .exponential(mean: handlingTime), patience: patience, threshold: threshold)
    return ContactCentre(
      slotLength: 3600, slotCount: slots, days: [warmUp..<slots], queues: [queue],
      groups: [SkillGroup("desk", serving: ["voice"], staff: .constant(agents))])
  }

  /// Queues of the same traffic, in contacts an hour, at rest; each group serves some of them.
  static func queues(
    _ count: Int, perHour: Double, handlingTime: Double, patience: TimeLaw = .never,
    threshold: Double, groups: [(queues: [Int], agents: Int)], hours: Int = 40, warmUp: Int = 4
  ) -> ContactCentre {
    let slots = hours + warmUp
    let queues = (0..<count).map { number in
      SimulatedQueue(
        id: .number(number), arrivals: .chance(Array(repeating: perHour, count: slots)),
        handlingTime: .exponential(mean: handlingTime), patience: patience, threshold: threshold)
    }
    let groups = groups.enumerated().map { number, group in
      SkillGroup(
        "group \(number)", serving: group.queues.map { .number($0) }, staff: .constant(group.agents)
      )
    }
    return ContactCentre(
      slotLength: 3600, slotCount: slots, days: [warmUp..<slots], queues: queues, groups: groups)
  }

  /// A busy morning of everything at once: two languages on the phone, chat, e-mail that is put aside,
  /// call-backs, people who try again, breaks, absence.
  static var everything: ContactCentre {
    let (slots, half) = (16, 8)
    let english = SimulatedQueue(
      id: "en",
      arrivals: .chance(Array(repeating: 45, count: half) + Array(repeating: 20, count: half)),
      handlingTime: .lognormal(mean: 200, deviation: 150), patience: .exponential(mean: 90),
      threshold: 20,
      retrial: .init(share: 0.5, delay: .exponential(mean: 600)),
      callBack: .init(share: 0.2, queue: "call-back"))
    let german = SimulatedQueue(
      id: "de", arrivals: .chance(Array(repeating: 30, count: slots)),
      handlingTime: .uniform(from: 60, to: 300), patience: .lognormal(mean: 120, deviation: 60),
      threshold: 20)
    let chat = SimulatedQueue(
      id: "chat", work: .chat, arrivals: .paths([Array(repeating: 25, count: slots)]),
      handlingTime: .exponential(mean: 500), patience: .uniform(from: 60, to: 240), threshold: 30)
    let mail = SimulatedQueue(
      id: "mail", work: .deferred(.within(4 * 3600), .putAside),
      arrivals: .chance(Array(repeating: 12, count: slots)), handlingTime: .exponential(mean: 400),
      threshold: 0)
    let callBack = SimulatedQueue(
      id: "call-back", work: .deferred(.within(1800), .finishesFirst),
      arrivals: .chance(Array(repeating: 0, count: slots)), handlingTime: .fixed(150), threshold: 0)
    let breaks = Array(repeating: 9, count: 6) + [6, 6] + Array(repeating: 9, count: 8)
    var english9 = SkillGroup(
      "English", serving: ["en", "mail", "call-back"], staff: .bySlot(breaks))
    english9.absence = 0.1
    var both = SkillGroup("both", serving: ["en", "de", "chat"], staff: .constant(6))
    both.throughput = [1, 1.7, 2.2]
    let german7 = SkillGroup("German", serving: ["de", "mail"], staff: .constant(7))
    return ContactCentre(
      slotLength: 1800, slotCount: slots, queues: [english, german, chat, mail, callBack],
      groups: [english9, both, german7])
  }
}

extension Queue.ID {
  /// The name of a queue that only has a number.
  static func number(_ number: Int) -> Queue.ID { Queue.ID("q\(number)") }
}

extension Estimate {
  /// Whether a value known from elsewhere lies within so many times the half-width.
  func agrees(with value: Double, times widths: Double = 1.5) -> Bool {
    abs(mean - value) <= widths * halfWidth
  }
}
