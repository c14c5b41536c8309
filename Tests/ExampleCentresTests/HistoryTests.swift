import ExampleCentres
import Testing
import Timeline
import Workforce

@Suite struct HistoryTests {
  static let examples = ExampleCentre.all.map(\.name)

  private func both(_ name: String) throws -> (RecordedHistory, PlantedTruth) {
    let centre = try #require(ExampleCentre.named(name))
    return (try RecordedHistory.of(centre), try centre.truth(zones: ZoneDatabase()))
  }

  @Test("The rows are the open slots of the period, by queue and start", arguments: examples)
  func rowsAreTheOpenSlots(name: String) throws {
    let (history, truth) = try both(name)
    #expect(history.header == "queue,start,minutes,offered,handled,aht")
    #expect(history.queues.map(\.id) == truth.queues.map(\.id))
    #expect(history.queues.map(\.id) == history.queues.map(\.id).sorted())
    for (queue, recorded) in zip(truth.queues, history.queues) {
      // The opening hours of the vocabulary, which the generator does not use, name the same slots.
      let mask = queue.opening.mask(on: truth.period)
      let open = truth.period.indices.filter { mask[$0] }.map { truth.period.start(of: $0) }
      #expect(recorded.rows.map(\.start) == open, "\(queue.id)")
      #expect(recorded.rows.allSatisfy { $0.minutes == truth.period.slot.count })
    }
  }

  @Test("Handled contacts are some of the offered, and only they have a time", arguments: examples)
  func countsFitTogether(name: String) throws {
    for queue in try both(name).0.queues {
      let bad = queue.rows.first { row in
        row.handled > row.offered || (row.handled == 0) != (row.handlingTime == nil)
          || row.handlingTime.map { $0 <= 0 } ?? false
      }
      #expect(bad == nil, "\(queue.id)")
    }
  }

  @Test("Contacts add up to about what was planted", arguments: examples)
  func sumsMatchTheTruth(name: String) throws {
    let (history, truth) = try both(name)
    for (queue, recorded) in zip(truth.queues, history.queues) {
      var expected = 0.0
      var drawn = 0.0
      for row in recorded.rows {
        expected += try #require(queue.expectation(at: row.start)).volume
        drawn += Double(row.offered)
      }
      // A day scatters by about sqrt(0.03² + 0.05²) = 6 % and by its own chance, some 10 % in the
      // smallest queue: over 156 days or more at most 1 % of the sum. Four of those.
      #expect(abs(drawn / expected - 1) < 0.04, "\(queue.id): \(drawn) against \(expected)")
    }
  }

  @Test("Handling times average what was planted", arguments: examples)
  func handlingTimesMatchTheTruth(name: String) throws {
    let (history, truth) = try both(name)
    for (queue, recorded) in zip(truth.queues, history.queues) {
      var expected = 0.0
      var drawn = 0.0
      for row in recorded.rows {
        guard let time = row.handlingTime else { continue }
        expected +=
          Double(row.handled) * (try #require(queue.expectation(at: row.start))).handlingTime
        drawn += Double(row.handled) * time
      }
      // At least 8,000 contacts with a deviation of at most 90 % of the mean: 1 % of the mean.
      #expect(abs(drawn / expected - 1) < 0.03, "\(queue.id): \(drawn) against \(expected)")
    }
  }

  @Test("Public holidays show as they were planted", arguments: examples)
  func holidaysShow(name: String) throws {
    let (history, truth) = try both(name)
    var seen = 0
    for (queue, recorded) in zip(truth.queues, history.queues) {
      var drawn: [LocalDay: Double] = [:]
      var expected: [LocalDay: Double] = [:]
      for row in recorded.rows {
        let expectation = try #require(queue.expectation(at: row.start))
        drawn[expectation.day, default: 0] += Double(row.offered)
        expected[expectation.day, default: 0] += expectation.volume
      }
      let special = drawn.keys.filter { queue.holidays.isPublicHoliday($0) }.sorted()
      let drawnSum = special.reduce(0) { $0 + (drawn[$1] ?? 0) }
      let expectedSum = special.reduce(0) { $0 + (expected[$1] ?? 0) }
      // What the days would have brought had they been common.
      let common = special.reduce(0) { $0 + (expected[$1] ?? 0) / queue.holidayFactor(on: $1) }
      seen += special.count
      // One or more days, each with 6 % of scatter and its own chance (15 % of 45 contacts).
      #expect(abs(drawnSum / expectedSum - 1) < 0.3, "\(queue.id)")
      if expectedSum < 0.65 * common { #expect(drawnSum < 0.85 * common, "\(queue.id)") }
    }
    #expect(seen > 0)
  }

  @Test("The same bytes every time")
  func sameBytesTwice() throws {
    #expect(try RecordedHistory(of: .firstWeek).hash == RecordedHistory.of(.firstWeek).hash)
  }

  /// Recorded: whoever changes the generator changes these, and says so.
  @Test(
    "The bytes are the recorded ones",
    arguments: [
      // 26 weeks of 6 days of 28 half-hours of 3 queues.
      ("first-week", 13_104, UInt64(6_978_250_030_572_063_950))
    ])
  func recordedBytes(name: String, rows: Int, hash: UInt64) throws {
    let history = try both(name).0
    #expect(history.queues.reduce(0) { $0 + $1.rows.count } == rows)
    #expect(history.hash == hash)
  }
}
