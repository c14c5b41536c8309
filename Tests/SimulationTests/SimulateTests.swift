import Simulation
import TestSupport
import Testing
import Workforce

@Suite("A centre played out")
struct SimulateTests {
  @Test("The same bytes with one thread, two and five")
  func threadsDoNotMatter() throws {
    let alone = try simulate(.everything, seed: 7, until: .after(20), threads: 1)
    #expect(try simulate(.everything, seed: 7, until: .after(20), threads: 2) == alone)
    #expect(try simulate(.everything, seed: 7, until: .after(20), threads: 5) == alone)
    #expect(try simulate(.everything, seed: 8, until: .after(20), threads: 1) != alone)
  }

  @Test("Nobody is lost: what came was answered, left or is still there")
  func conservation() throws {
    let closings = ContactCentre.Closing.allCases
    for (closing, choice) in closings.flatMap({ closing in
      ContactCentre.AgentChoice.allCases.map { (closing, $0) }
    }) {
      var centre = ContactCentre.everything
      centre.closing = closing
      centre.choice = choice
      try forEvery(seed: 0..<10) { seed in
        let performance = try simulate(centre, seed: seed, until: .after(1))
        return centre.queues.allSatisfy { queue in
          guard let service = performance.service(of: queue.id) else { return false }
          let still = service.stillThere.mean
          let isLive = ["en", "de", "chat"].contains(queue.id)
          // Whoever waits on the line is served or leaves before the doors close.
          return still >= 0 && (closing == .stops || !isLive || still == 0)
            && service.answeredInTime.mean <= service.answered.mean
            && service.overdue.mean <= still
        }
      }
    }
  }

  @Test("Everything at once: each queue is served, and each kind of work is done")
  func everythingHappens() throws {
    let performance = try simulate(.everything, seed: 1, until: .after(40))
    for queue in ContactCentre.everything.queues {
      let service = try #require(performance.service(of: queue.id))
      #expect(service.offered.mean > 5, "\(queue.id)")
      #expect(service.answered.mean > 5, "\(queue.id)")
    }
    #expect(try #require(performance.service(of: "mail")).abandoned.mean == 0)
    #expect(try #require(performance.service(of: "en")).abandoned.mean > 5)
    let english = try #require(performance.work(of: "English"))
    #expect(try #require(english.deferredShare).mean > 0.02)
    #expect(try #require(english.occupancy).mean <= 1)
  }

  @Test("A path's contacts come, all of them, and in their slots")
  func paths() throws {
    var centre = ContactCentre.desk(
      load: 1, handlingTime: 60, agents: 50, threshold: 20, hours: 3, warmUp: 0)
    centre.queues[0].arrivals = .paths([[3, 0, 1000], [5, 2, 0]])
    let performance = try simulate(centre, seed: 1, until: .after(4))
    // Replications 1 and 3 take the first path, 2 and 4 the second.
    let expected = [(3.0 + 5) / 2, (0.0 + 2) / 2, (1000.0 + 0) / 2]
    for (slot, count) in expected.enumerated() {
      #expect(performance.service(in: .slot(slot)).offered.mean == count)
    }
  }

  @Test("Contacts of a path are spread evenly over their slot")
  func pathsAreEven() throws {
    // Nobody serves, and everybody leaves after half a slot of 3600 s.
    var centre = ContactCentre.desk(
      load: 1, handlingTime: 60, patience: .fixed(1800), agents: 0, threshold: 1800, hours: 1,
      warmUp: 0)
    centre.queues[0].arrivals = .paths([[2000]])
    centre.closing = .stops
    let performance = try simulate(centre, seed: 1, until: .after(40))
    // Who comes in the first half leaves after 1800 s, before the clock stops.
    let left = performance.service().abandoned
    #expect(left.agrees(with: 1000), "\(left)")
    #expect(left.halfWidth < 15)
  }

  @Test("Chance arrivals have the mean and the variance of their slots, also across empty ones")
  func chanceArrivals() throws {
    var centre = ContactCentre.desk(
      load: 1, handlingTime: 1, agents: 1, threshold: 0, hours: 4, warmUp: 0)
    centre.queues[0].arrivals = .chance([40, 0, 0.5, 160])
    let performance = try simulate(centre, seed: 3, until: .after(2000))
    for (slot, mean) in [40.0, 0, 0.5, 160].enumerated() {
      let offered = performance.service(in: .slot(slot)).offered
      #expect(offered.agrees(with: mean), "\(slot): \(offered)")
      // A Poisson number of mean m has the deviation √m: the half-width is 1.96 √(m / 2000).
      let width = 1.961 * (mean / 2000).squareRoot()
      #expect(abs(offered.halfWidth - width) <= 0.06 * width)
    }
  }

  @Test("A rule of precision stops when every queue is known, and never before its least")
  func stopping() throws {
    let centre = ContactCentre.desk(
      load: 10, handlingTime: 180, patience: .exponential(mean: 120), agents: 11, threshold: 20,
      hours: 4)
    let loose = try simulate(centre, seed: 1, until: .whenKnown(within: 0.2))
    #expect(loose.replications == 16)
    let close = try simulate(centre, seed: 1, until: .whenKnown(within: 0.01))
    let level = try #require(close.service(of: "voice")?.serviceLevel())
    #expect(level.halfWidth <= 0.01)
    #expect(close.replications > 16 && close.replications < 1000)
    let never = try simulate(
      centre, seed: 1, until: .whenKnown(within: 1e-9, atLeast: 2, atMost: 20))
    #expect(never.replications == 20)
    // The first replications are the same, however many follow.
    let again = try simulate(centre, seed: 1, until: .after(close.replications))
    #expect(again == close)
  }
}
