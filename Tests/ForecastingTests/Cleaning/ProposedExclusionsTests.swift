import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Proposed exclusions")
struct ProposedExclusionsTests {
  /// Quiet nights, busy weekdays, a weekend of a third; `peak` contacts a slot at noon.
  private func planted(peak: Double, weeks: Int = 30) -> PlantedHistory {
    var planted = PlantedHistory(weeks: weeks)
    planted.rate = { day, hour in
      let shape = 0.2 + 0.8 * max(0, 1 - abs(hour - 13) / 7)
      return 2 * peak * shape * (day.weekday.number > 5 ? 0.35 : 1)
    }
    return planted
  }

  private func proposals(
    _ planted: PlantedHistory, _ offered: [Double], handlingTime: [Double]? = nil,
    in centre: Centre? = nil
  ) -> [Exclusion] {
    let centre = centre ?? .ofOneQueue(opening: .always(in: planted.zone))
    return proposedExclusions(
      of: QueueHistory(
        queue: "q", grid: planted.grid, offered: offered, handlingTime: handlingTime),
      for: centre.queues[0], in: centre)
  }

  @Test("Clean days give a false alarm at most once in 500", arguments: [3.0, 20, 120])
  func falseAlarms(peak: Double) {
    var count = 0
    // 12 histories of 30 weeks: 2520 days, so at most 5.
    for seed in UInt64(0)..<12 {
      let planted = planted(peak: peak)
      let offered = planted.draws(
        on: planted.grid, seed: seed, dispersion: 0.01, dayDispersion: seed % 2 == 0 ? 0.01 : 0.04)
      count += proposals(planted, offered).count
    }
    #expect(count <= 5)
  }

  @Test("Nothing is odd in a history of exact figures, with growth or a new level")
  func exact() {
    var planted = planted(peak: 20)
    #expect(proposals(planted, planted.expected(on: planted.grid)).isEmpty)
    let rate = planted.rate
    let (first, middle) = (planted.firstDay, planted.firstDay + 7 * 15 + 2)
    planted.rate = { day, hour in rate(day, hour) * (1 + 0.01 * Double(day - first)) }
    #expect(proposals(planted, planted.expected(on: planted.grid)).isEmpty)
    planted.rate = { day, hour in rate(day, hour) * (day < middle ? 1 : 2.5) }
    for seed in UInt64(0)..<4 {
      let offered = planted.draws(on: planted.grid, seed: seed, dispersion: 0.01)
      #expect(proposals(planted, offered).isEmpty)
    }
  }

  @Test("Two hours without contacts are an outage, where 10 a slot are usual")
  func outages() {
    var planted = PlantedHistory(weeks: 20)
    planted.rate = { _, _ in 20 }
    for seed in UInt64(0)..<20 {
      var offered = planted.draws(
        on: planted.grid, seed: seed, dispersion: 0.01, dayDispersion: 0.01)
      // From 10:00 of some day on, 4 slots of half an hour.
      let first = 48 * (5 + 6 * Int(seed)) + 20
      for index in first..<first + 4 { offered[index] = 0 }
      let found = proposals(planted, offered).filter { $0.kind == .outage }
      #expect(found.count == 1)
      #expect(
        found.first?.interval
          == Interval(start: planted.grid.start(of: first), length: .hours(2)))
      #expect(found.first?.volume == 0)
      // 4 x 10, from the means of ten counts each: within a third.
      #expect(abs((found.first?.usual ?? 0) - 40) < 13)
    }
  }

  @Test("A day at 30 % or at 300 % is odd, at any place", arguments: [0.3, 3])
  func days(factor: Double) {
    let planted = planted(peak: 20)
    for seed in UInt64(0)..<20 {
      var offered = planted.draws(
        on: planted.grid, seed: seed, dispersion: 0.01, dayDispersion: 0.01)
      let day = seed == 0 ? 209 : 1 + 10 * Int(seed)
      for index in 48 * day..<48 * (day + 1) { offered[index] = (offered[index] * factor).rounded() }
      let found = proposals(planted, offered)
      #expect(found.count == 1)
      #expect(found.first?.kind == .outlier)
      #expect(found.first?.interval.start == planted.grid.start(of: 48 * day))
      #expect(found.first?.interval.length == .days(1))
    }
  }

  @Test("Four odd days on end are a new level, three are not", arguments: [3, 4])
  func runs(length: Int) {
    let planted = planted(peak: 20)
    var offered = planted.draws(on: planted.grid, seed: 3, dispersion: 0.01, dayDispersion: 0.01)
    for index in 48 * 99..<48 * (99 + length) { offered[index] = (0.3 * offered[index]).rounded() }
    #expect(proposals(planted, offered).count == (length == 3 ? 3 : 0))
  }

  @Test("A burst of one slot is named alone, with its reason")
  func burst() {
    let planted = planted(peak: 20)
    var offered = planted.draws(on: planted.grid, seed: 4, dispersion: 0.01, dayDispersion: 0.01)
    offered[48 * 80 + 26] = 900
    let found = proposals(planted, offered)
    #expect(found.count == 1)
    #expect(found.first?.kind == .outlier)
    #expect(
      found.first?.interval == planted.grid.interval(of: 48 * 80 + 26))
    #expect(found.first?.reason.hasPrefix("900 contacts where ") == true)
    #expect(found.first?.reason.hasSuffix(" are usual of such a time of the day") == true)
  }

  @Test("What is missing within open hours is a gap; what the source leaves out is none")
  func gaps() {
    let planted = planted(peak: 20)
    var offered = planted.draws(on: planted.grid, seed: 5, dispersion: 0.01)
    offered[7] = 0
    for index in 48 * 60 + 20..<48 * 60 + 26 { offered[index] = .nan }
    let found = proposals(planted, offered)
    #expect(found.map(\.kind) == [.gap])
    #expect(
      found.first?.interval
        == Interval(start: planted.grid.start(of: 48 * 60 + 20), length: .hours(3)))
    // A source that writes no zeros: a quiet queue is full of holes, and none is told.
    var quiet = PlantedHistory(weeks: 20)
    quiet.rate = { _, _ in 1 }
    let sparse = quiet.draws(on: quiet.grid, seed: 6, dispersion: 0).map { $0 == 0 ? .nan : $0 }
    #expect(proposals(quiet, sparse).isEmpty)
  }

  @Test("Contacts while the queue is closed are told by the day")
  func closed() {
    let planted = planted(peak: 20)
    let centre = Centre.ofOneQueue(opening: .daily(from: 8, to: 20, in: .utc))
    var offered = planted.draws(on: planted.grid, seed: 7, dispersion: 0.01).enumerated().map {
      (16..<40).contains($0 % 48) ? $1 : 0
    }
    offered[48 * 10 + 44] = 3
    offered[48 * 10 + 45] = 4
    let found = proposals(planted, offered, in: centre)
    #expect(found.map(\.kind) == [.closed])
    #expect(found.first?.volume == 7)
    #expect(found.first?.usual == 0)
  }

  @Test("Holidays and named events are not odd")
  func named() {
    let planted = planted(peak: 20)
    var offered = planted.draws(on: planted.grid, seed: 8, dispersion: 0.01, dayDispersion: 0.01)
    for index in 48 * 70..<48 * 71 { offered[index] = (0.2 * offered[index]).rounded() }
    for index in 48 * 90 + 20..<48 * 90 + 24 { offered[index] = 0 }
    #expect(proposals(planted, offered).count == 2)
    let event = Event(
      interval: Interval(start: planted.grid.start(of: 48 * 90 + 20), length: .hours(2)),
      queues: ["q"], tag: "trunk", effect: .exclude)
    let centre = Centre.ofOneQueue(
      opening: .always(in: .utc), events: [event],
      holidays: [Holiday(day: planted.firstDay + 70, name: "feast")])
    #expect(proposals(planted, offered, in: centre).isEmpty)
  }

  @Test("An hour that the clock shows twice and the source wrote twice is told once")
  func repeatedHour() throws {
    var planted = planted(peak: 60, weeks: 20)
    planted.zone = try Worlds.zone("Europe/Vienna")
    // 2026-10-25, 01:00 UTC: the clock goes back from 03:00 to 02:00.
    planted.firstDay = LocalDay(daysSince1970: 20_679)
    let rate = planted.rate
    planted.rate = { day, hour in max(40, rate(day, hour)) }
    var offered = planted.draws(on: planted.grid, seed: 9, dispersion: 0.01)
    #expect(proposals(planted, offered).isEmpty)
    let change = try #require(planted.zone.transitions(in: planted.grid.interval).first)
    let second = try #require(planted.grid.index(of: change.instant))
    var times = Array(repeating: Double.nan, count: offered.count)
    for index in second..<second + 2 {
      offered[index] = offered[index - 2]
      times[index] = 301.5 + Double(index)
      times[index - 2] = times[index]
    }
    let found = proposals(planted, offered, handlingTime: times)
    #expect(found.map(\.kind) == [.duplicate])
    #expect(found.first?.interval == Interval(start: change.instant, length: .hours(1)))
    #expect(found.first?.reason.hasPrefix("the same figures as 2026-10-25 02:00") == true)
  }

  @Test("A day that is a copy of the one a week before is told")
  func copiedDay() {
    let planted = planted(peak: 20)
    var offered = planted.draws(on: planted.grid, seed: 10, dispersion: 0.01)
    for index in 48 * 100..<48 * 101 { offered[index] = offered[index - 336] }
    let found = proposals(planted, offered)
    #expect(found.map(\.kind) == [.duplicate])
    #expect(found.first?.interval.start == planted.grid.start(of: 48 * 100))
  }

  @Test("Whatever the figures: finite, in order, without overlap")
  func anyFigures() {
    forEvery(seed: 0..<12) { seed in
      var generator = Generator(seed: seed, stream: "any")
      let planted = planted(peak: 5, weeks: 1 + generator.index(below: 12))
      let offered = planted.grid.indices.map { _ -> Double in
        [0, 0, 3, 7.5, 1e9, .nan, -4, .infinity][generator.index(below: 8)]
      }
      let found = proposals(planted, offered)
      return found.allSatisfy { $0.volume.isFinite && $0.usual.isFinite && $0.usual >= 0 }
        && zip(found, found.dropFirst()).allSatisfy { $0.interval.end <= $1.interval.start }
    }
  }
}
