import Simulation
import Staffing
import Workforce

/// Plays mixes of agents out, contact by contact, in one interval that never ends.
///
/// Queues are named by their places, so that every mix meets the same customers.
final class SimulatedJudge {
  private let problem: MixProblem
  private let seed: UInt64
  /// Why a mix could not be played; its verdict then says that nobody was served.
  private(set) var fault: SimulationFault?

  init(_ problem: MixProblem, seed: UInt64) {
    self.problem = problem
    self.seed = seed
  }

  /// What becomes of the queues with each mix, with so many contacts a mix.
  func verdicts(on mixes: [[Int]], contacts: Int) -> [MixVerdict] {
    mixes.map { verdict(on: $0, contacts: contacts) }
  }

  private func verdict(on counts: [Int], contacts: Int) -> MixVerdict {
    // Long runs, so that little goes into warming up, and enough of them to tell their spread.
    let replications = min(max(contacts / Self.contactsOfRun, Self.fewRuns), Self.manyRuns)
    do throws(SimulationFault) {
      let performance = try simulate(
        centre(of: counts, contacts: contacts / replications), seed: seed,
        until: .after(replications))
      return verdict(from: performance)
    } catch {
      fault = fault ?? error
      let none = problem.queues.map { _ in 0.0 }
      return MixVerdict(
        serviceLevel: none, abandonment: problem.queues.map { _ in 1 }, halfWidth: none)
    }
  }

  /// One slot to warm up, then those that count.
  private func centre(of counts: [Int], contacts: Int) -> ContactCentre {
    let queues = problem.queues
    let perSecond = queues.reduce(0) { $0 + $1.contactsPerHour / 3600 }
    let longest = queues.reduce(1) { max($0, $1.load > 0 ? $1.handlingTime : 1) }
    let time = Double(contacts) / max(perSecond, 1e-9)
    let length = min(max(time / Double(Self.mostSlots), Self.warmUp * longest), 1e7)
    let slotCount = 1 + min(max(Int(time / length), 1), Self.mostSlots)
    return ContactCentre(
      slotLength: length, slotCount: slotCount, days: [1..<slotCount],
      queues: queues.enumerated().map { place, queue in
        queue.simulated(as: Self.id(of: place), slotLength: length, slots: slotCount)
      },
      groups: zip(problem.groups, counts).enumerated().map { number, pair in
        let (group, count) = pair
        let chats = group.queues.places.map { queues[$0].concurrency }.max { $0.limit < $1.limit }
        return Simulation.SkillGroup(
          name: "group \(number)",
          skills: group.queues.places.map { GroupSkill(queue: Self.id(of: $0)) },
          staff: .constant(count), throughput: chats?.throughput ?? [1])
      })
  }

  private func verdict(from performance: Performance) -> MixVerdict {
    var levels: [Double] = []
    var abandonment: [Double] = []
    var halfWidths: [Double] = []
    for (place, queue) in problem.queues.enumerated() {
      let service = performance.service(of: Self.id(of: place))
      let definition = Service.Definition(rawValue: queue.target.definition.rawValue) ?? .all
      let level = service?.serviceLevel(as: definition)
      levels.append(level?.mean ?? 1)
      abandonment.append(service?.abandonment?.mean ?? 0)
      halfWidths.append(level?.halfWidth ?? 0)
    }
    return MixVerdict(serviceLevel: levels, abandonment: abandonment, halfWidth: halfWidths)
  }

  private static func id(of place: Int) -> Queue.ID { Queue.ID("q\(place)") }

  private static let mostSlots = 8
  /// Handling times until a centre that began empty is as usual.
  private static let warmUp = 6.0
  private static let contactsOfRun = 20_000
  private static let fewRuns = 8
  private static let manyRuns = 32
}

extension MixQueue {
  fileprivate func simulated(
    as id: Queue.ID, slotLength: Double, slots: Int
  ) -> SimulatedQueue {
    let arrivals = Array(repeating: contactsPerHour / 3600 * slotLength, count: slots)
    // A queue that nobody calls may have no handling time.
    let time = TimeLaw.exponential(mean: load > 0 ? handlingTime : 1)
    switch service {
    case .line(let target, let patience):
      let waits = patience.map { $0.isFinite ? TimeLaw.exponential(mean: $0) : .never }
      return SimulatedQueue(
        id: id, work: concurrency.limit > 1 ? .chat : .call, arrivals: .chance(arrivals),
        handlingTime: time, patience: waits ?? .never, threshold: target.threshold)
    case .deferred:
      return SimulatedQueue(
        id: id, work: .deferred(.within(1e9), .putAside), arrivals: .chance(arrivals),
        handlingTime: time, threshold: 1e9)
    }
  }
}
