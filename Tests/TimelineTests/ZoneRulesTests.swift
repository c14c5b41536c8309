import Statistics
import TestSupport
import Testing

@testable import Timeline

@Suite("ZoneRules")
struct ZoneRulesTests {
  private func observance(_ offset: Int) -> ZoneRules.Observance {
    ZoneRules.Observance(offset: offset, isDaylight: false, abbreviation: "XXX")
  }

  /// Rules with changes at random moments to random offsets, sometimes minutes apart and more than a
  /// day in size, as no country has them; every second one goes on by a yearly rule.
  private func wildRules(seed: UInt64) -> (rules: ZoneRules, changes: [ZoneRules.Change]) {
    var generator = Generator(seed: seed)
    var second = 0
    let changes = (0..<12).map { _ in
      second += 1 + generator.index(below: generator.index(below: 2) == 0 ? 5000 : 300_000)
      return ZoneRules.Change(
        second: second, observance: observance(generator.index(below: 187_199) - 93_599))
    }
    let rule = seed.isMultiple(of: 2) ? PosixRule("AAA24BBB-24,J1/1,J2/2") : nil
    return (ZoneRules(initial: observance(0), changes: changes, rule: rule), changes)
  }

  @Test("What holds at a moment is what the last change before it said")
  func lookup() {
    forEvery(seed: 0..<60) { seed in
      let (rules, changes) = wildRules(seed: seed)
      guard let last = changes.last?.second else { return false }
      return stride(from: -100_000, to: last, by: 1811).allSatisfy { second in
        let expected = changes.last { $0.second <= second }?.observance.offset ?? 0
        let period = rules.period(at: second)
        return rules.offset(at: second) == expected && period.offset == expected
          && period.contains(second) && rules.observance(of: period).offset == expected
      }
    }
  }

  @Test("Periods tile time, also past the end of the table and 400 years later")
  func tiling() throws {
    let vienna = try Zones.named("Europe/Vienna").rules
    var period = vienna.period(at: .min)
    var count = 0
    // 900 years of two changes each after 1970, and the changes before: two cycles.
    while period.end < (400 + 500) * 365 * 86_400 {
      let next = vienna.period(at: period.end)
      #expect(next.start == period.end && next.end > next.start)
      #expect(vienna.period(at: period.end - 1) == period)
      period = next
      count += 1
    }
    #expect(count > 1700)
  }

  @Test("Every reading is shown at the moments of its occurrence, and at no others")
  func wildOccurrences() {
    // The oracle looks at every moment of a stretch, so the steps are whole minutes.
    forEvery(seed: 0..<40) { seed in
      var generator = Generator(seed: seed)
      var second = 0
      let changes = (0..<6).map { _ in
        second += 60 * (1 + generator.index(below: 900))
        return ZoneRules.Change(
          second: second, observance: observance(60 * (generator.index(below: 1201) - 600)))
      }
      let zone = Zone(
        identifier: "wild", rules: ZoneRules(initial: observance(0), changes: changes, rule: nil))
      var shown: [Int: [Int]] = [:]
      let minutes = stride(from: -200_040, through: second + 200_040, by: 60)
      for moment in minutes {
        shown[moment + zone.offset(at: Instant(seconds: moment)), default: []].append(moment)
      }
      return stride(from: -100_020, through: second + 100_020, by: 60).allSatisfy { local in
        let moments = (shown[local] ?? []).map(Instant.init(seconds:))
        switch zone.occurrence(of: LocalReading(secondsSince1970: local)) {
        case .once(let only): return moments == [only]
        case .twice(let first, let second): return Array(moments.prefix(2)) == [first, second]
        case .never(let skip, let before):
          let after = zone.offset(at: skip)
          return moments.isEmpty && zone.offset(at: Instant(seconds: skip.seconds - 1)) == before
            && skip.seconds + before <= local && local < skip.seconds + after
        }
      }
    }
  }

  @Test("Even under wild rules dates follow each other and no instant is lost on its way")
  func wildDays() {
    forEvery(seed: 0..<60) { seed in
      let (rules, _) = wildRules(seed: seed)
      let zone = Zone(identifier: "wild", rules: rules)
      return (-5...400).allSatisfy { number in
        let day = LocalDay(daysSince1970: number)
        return zone.interval(of: day).end == zone.start(of: day + 1)
      }
    }
  }

  @Test("Rules are equal when they say the same")
  func equality() {
    let (one, _) = wildRules(seed: 3)
    let (same, _) = wildRules(seed: 3)
    let (other, _) = wildRules(seed: 5)
    #expect(one == same)
    #expect(one != other)
  }

  @Test("The ends of time trap nobody")
  func extremes() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let kolkata = try Zones.named("Asia/Kolkata")
    for zone in [vienna, kolkata, Zone.utc] {
      // The first offset of a zone's file is its local mean time, hours at the most.
      #expect(abs(zone.offset(at: Instant(seconds: .min))) < 86_400)
      #expect(abs(zone.offset(at: Instant(seconds: .max))) < 86_400)
    }
    let all = Interval(start: Instant(seconds: .min), end: Instant(seconds: 0))
    #expect(vienna.transitions(in: all).first?.instant.description == "1893-03-31T22:54:39Z")
    #expect(Zone.utc.transitions(in: all).isEmpty)
  }
}
