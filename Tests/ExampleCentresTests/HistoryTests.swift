import ExampleCentres
import Testing
import Timeline
import Workforce

@Suite struct HistoryTests {
  static let examples = ExampleCentre.all.map(\.name)

  @Test("The rows are the open slots of the period, by queue and start", arguments: examples)
  func rowsAreTheOpenSlots(name: String) throws {
    let history = try DrawnHistory.named(name)
    let period = history.truth.period
    #expect(history.header == "queue,start,minutes,offered,handled,aht")
    let ids = history.queues.map(\.truth.id)
    #expect(ids == history.truth.queues.map(\.id))
    #expect(ids == ids.sorted())
    for (queue, rows) in history.queues {
      // The opening hours of the vocabulary, which the generator does not use, name the same slots.
      let mask = queue.opening.mask(on: period)
      let open = period.indices.filter { mask[$0] }.map { period.start(of: $0) }
      #expect(rows.map(\.start) == open, "\(queue.id)")
      #expect(rows.allSatisfy { $0.minutes == period.slot.count }, "\(queue.id)")
    }
  }

  @Test("Handled contacts are some of the offered, and only they have a time", arguments: examples)
  func countsFitTogether(name: String) throws {
    for (queue, rows) in try DrawnHistory.named(name).queues {
      let bad = rows.first { row in
        row.handled > row.offered || (row.handled == 0) != (row.handlingTime == nil)
          || row.handlingTime == 0
      }
      #expect(bad == nil, "\(queue.id)")
    }
  }

  @Test("Contacts and handling times come out as planted", arguments: examples)
  func sumsMatchTheTruth(name: String) throws {
    for (queue, rows) in try DrawnHistory.named(name).queues {
      var (drawn, expected) = (0.0, 0.0)
      var (seconds, expectedSeconds) = (0.0, 0.0)
      for row in rows {
        let expectation = try #require(row.expected)
        drawn += Double(row.offered)
        expected += expectation.volume
        seconds += Double(row.handled) * (row.handlingTime ?? 0)
        expectedSeconds += Double(row.handled) * expectation.handlingTime
      }
      // A day scatters by sqrt(0.03² + 0.05²) = 6 % and by its own chance, some 15 % in the smallest
      // queue: over 156 days or more by at most 16 % / sqrt(156) = 1.3 %. Three of those.
      #expect(abs(drawn / expected - 1) < 0.04, "\(queue.id): \(drawn) against \(expected)")
      // At least 7,000 contacts, each with a deviation of at most 90 %: 1.1 % of the mean.
      #expect(
        abs(seconds / expectedSeconds - 1) < 0.035,
        "\(queue.id): \(seconds) against \(expectedSeconds)")
    }
  }

  @Test("Days scatter more than chance alone would have it, and together", arguments: examples)
  func daysScatter(name: String) throws {
    let history = try DrawnHistory.named(name)
    var residuals: [[LocalDay: Double]] = []
    for (queue, rows) in history.queues {
      var days: [LocalDay: (drawn: Double, expected: Double)] = [:]
      for row in rows {
        guard let expected = row.expected else { continue }
        days[expected.day, default: (0, 0)].drawn += Double(row.offered)
        days[expected.day, default: (0, 0)].expected += expected.volume
      }
      let whole = days.filter { $0.value.expected > 20 }
      // Squared residuals over the Poisson variance; 1 were it chance alone. With n contacts a day
      // the planted moods give 1 + n (0.03² + 0.05²), 1.34 for 100 contacts, and a slot's own
      // dispersion comes on top.
      let ratio =
        whole.values.reduce(0) { sum, day in
          sum + (day.drawn - day.expected) * (day.drawn - day.expected) / day.expected
        } / Double(whole.count)
      let mean = whole.values.reduce(0) { $0 + $1.expected } / Double(whole.count)
      #expect(ratio > 1 + 0.5 * mean * 0.0034, "\(queue.id)")
      residuals.append(whole.mapValues { $0.drawn / $0.expected - 1 })
    }
    // Busy days are busy for the two largest queues at once. The planted share of the centre's mood
    // is 0.03² of a variance of some 0.08²: a correlation of about 0.15.
    let largest = history.queues.indices.sorted {
      history.queues[$0].truth.pattern.level > history.queues[$1].truth.pattern.level
    }
    let (first, second) = (residuals[largest[0]], residuals[largest[1]])
    let products = first.compactMap { day, value in second[day].map { value * $0 } }
    #expect(products.reduce(0, +) > 0)
  }

  @Test("Public holidays show as they were planted", arguments: examples)
  func holidaysShow(name: String) throws {
    var seen = 0
    for (queue, rows) in try DrawnHistory.named(name).queues {
      var (drawn, expected, common) = (0.0, 0.0, 0.0)
      for row in rows {
        guard let expectation = row.expected, queue.holidays.isPublicHoliday(expectation.day)
        else { continue }
        drawn += Double(row.offered)
        expected += expectation.volume
        common += expectation.volume / queue.holidayFactor(on: expectation.day)
        seen += 1
      }
      // Two days or more, each with 6 % of scatter and its own chance, 17 % of 35 contacts at the
      // least: 13 % together.
      #expect(abs(drawn / expected - 1) < 0.35, "\(queue.id)")
      // Where the calendar as a whole lowers contacts by a third or more, the drawn days show it.
      if expected < 0.66 * common { #expect(drawn < 0.9 * common, "\(queue.id)") }
    }
    #expect(seen > 0)
  }

  @Test("Listed and unlisted incidents show as they were planted", arguments: examples)
  func incidentsShow(name: String) throws {
    let history = try DrawnHistory.named(name)
    var shown = 0
    for (queue, rows) in history.queues {
      var days: [LocalDay: (drawn: Double, expected: Double, common: Double)] = [:]
      for row in rows {
        let factor = queue.incidentFactor(at: row.start)
        guard let expected = row.expected, factor > 0, factor != 1 else { continue }
        days[expected.day, default: (0, 0, 0)].drawn += Double(row.offered)
        days[expected.day, default: (0, 0, 0)].expected += expected.volume
        days[expected.day, default: (0, 0, 0)].common += expected.volume / factor
      }
      for (day, sums) in days {
        // Where the effect is six times as large as the scatter of a day (chance, and 6 % of mood),
        // the day is nearer to what was planted than to a common day.
        let mood = 0.06 * sums.expected
        let scatter = (sums.expected + mood * mood).squareRoot()
        guard abs(sums.expected - sums.common) > 6 * scatter else { continue }
        #expect(
          abs(sums.drawn - sums.expected) < abs(sums.drawn - sums.common), "\(queue.id) \(day)")
        shown += 1
      }
    }
    #expect(shown > 0)
  }

  @Test("The same bytes every time")
  func sameBytesTwice() throws {
    let again = try ExampleCentre.firstWeek.history(zones: ZoneDatabase()).contents
    #expect(try DrawnHistory.hash(of: again) == DrawnHistory.named("first-week").hash)
  }

  /// Recorded: whoever changes the generator changes these, and says so.
  @Test(
    "The bytes are the recorded ones",
    arguments: [
      // 26 weeks of 6 days of 28 half-hours of 3 queues.
      ("first-week", 13_104, UInt64(6_978_250_030_572_063_950)),
      // 735 days of 96 quarter-hours of 10 queues, and of 64 of 2.
      ("follow-the-sun", 799_680, UInt64(14_230_650_060_241_112_059)),
    ])
  func recordedBytes(name: String, rows: Int, hash: UInt64) throws {
    let history = try DrawnHistory.named(name)
    #expect(history.queues.reduce(0) { $0 + $1.rows.count } == rows)
    #expect(history.hash == hash)
  }
}
