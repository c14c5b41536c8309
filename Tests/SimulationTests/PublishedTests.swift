import Simulation
import Testing
import Workforce

/// Figures that others published or measured with programs of their own.
@Suite("Published figures")
struct PublishedTests {
  // MARK: ContactCenters (github.com/umontreal-simul/contactcenters, doc/examples, 1000 replications)

  /// 4.2 contacts a minute of 2 min each, 12 agents, 8 hours from empty, 20 s.
  private func mmc(patience: TimeLaw) -> ContactCentre {
    let queue = SimulatedQueue(
      id: "voice", arrivals: .chance(Array(repeating: 252, count: 8)),
      handlingTime: .exponential(mean: 120), patience: patience, threshold: 20)
    return ContactCentre(
      slotLength: 3600, slotCount: 8, queues: [queue],
      groups: [SkillGroup("desk", serving: ["voice"], staff: .constant(12))])
  }

  @Test("MMC.res")
  func mmc() throws {
    let performance = try simulate(mmc(patience: .never), seed: 1, until: .after(1000))
    let service = performance.service()
    // Theirs with 95 %: 1812.6 to 1819.7 in time, 0.900 to 0.904; 0.099 min; 0.695.
    #expect(service.answeredInTime.overlaps(1812.6...1819.7), "\(service.answeredInTime)")
    let level = try #require(service.serviceLevel())
    #expect(level.overlaps(0.900...0.904), "\(level)")
    let wait = try #require(service.speedOfAnswer)
    #expect(wait.overlaps((60 * 0.0985)...(60 * 0.0995)), "\(wait)")
    let occupancy = try #require(performance.work(of: "desk")?.occupancy)
    // Not their 0.695, which is given without an interval. From empty the mean number busy rises like
    // 8.4 (1 - exp(-t / 2 min)), so over 480 min it is 8.4 x 478 / 480 of 12: 0.6971.
    #expect(occupancy.contains(0.6971), "\(occupancy)")
  }

  @Test("MMCAb.res")
  func mmcWithAbandonment() throws {
    let performance = try simulate(
      mmc(patience: .exponential(mean: 60)), seed: 1, until: .after(1000))
    let service = performance.service()
    #expect(service.abandoned.overlaps(57.66...59.56), "\(service.abandoned)")
    #expect(service.answeredInTime.overlaps(1903.8...1908.2), "\(service.answeredInTime)")
    let served = try #require(service.serviceLevel(as: .served))
    #expect(served.overlaps(0.9745...0.9755), "\(served)")
    let late = try #require(service.serviceLevel(as: .excludingEarlyAbandonments))
    #expect(late.overlaps(0.9675...0.9685), "\(late)")
    let wait = try #require(service.speedOfAnswer)
    #expect(wait.overlaps((60 * 0.0235)...(60 * 0.0245)), "\(wait)")
  }
}

extension Estimate {
  /// Whether the two intervals have a value in common.
  func overlaps(_ range: ClosedRange<Double>) -> Bool {
    lowest <= range.upperBound && range.lowerBound <= highest
  }
}
