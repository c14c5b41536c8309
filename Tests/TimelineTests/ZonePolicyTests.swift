import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Zone.Policy")
struct ZonePolicyTests {
  @Test("A repeated reading is its first or second moment, or is refused with both")
  func repeated() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let twice = try reading("2026-10-25 02:30")
    let first = try moment("2026-10-25T00:30Z")
    let second = try moment("2026-10-25T01:30Z")
    #expect(try vienna.instant(of: twice, by: .first) == first)
    #expect(try vienna.instant(of: twice, by: .second) == second)
    let error = #expect(throws: Zone.UnclearReading.self) {
      try vienna.instant(of: twice, by: .refuse)
    }
    #expect(error?.occurrence == .twice(first: first, second: second))
    #expect(
      error?.description
        == "2026-10-25 02:30 comes twice in Europe/Vienna, at 2026-10-25T00:30:00Z and again at "
        + "2026-10-25T01:30:00Z; say which is meant")
  }

  @Test("A skipped reading counts with the offset before the gap, or is refused with the gap")
  func skipped() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let never = try reading("2026-03-29 02:30")
    for policy in [Zone.Policy.first, .second] {
      #expect(try vienna.instant(of: never, by: policy) == (try moment("2026-03-29T01:30Z")))
    }
    let error = #expect(throws: Zone.UnclearReading.self) {
      try vienna.instant(of: never, by: .refuse)
    }
    #expect(
      error?.occurrence
        == .never(skippedAt: try moment("2026-03-29T01:00Z"), offsetBefore: 3600))
    #expect(
      error?.description
        == "2026-03-29 02:30 never comes in Europe/Vienna, where clocks are put forward from "
        + "2026-03-29 02:00 to 2026-03-29 03:00; write a time outside of this gap")
  }

  @Test("A date that was left out is refused as one long gap")
  func skippedDate() throws {
    let apia = try Zones.named("Pacific/Apia")
    let error = #expect(throws: Zone.UnclearReading.self) {
      try apia.instant(of: try reading("2011-12-30 12:00"), by: .refuse)
    }
    #expect(
      error?.description.contains("from 2011-12-30 00:00 to 2011-12-31 00:00") == true)
  }

  @Test("Policies agree wherever a reading comes once", arguments: Zones.ofEveryKind)
  func agreement(name: String) throws {
    let zone = try Zones.named(name)
    try forEvery(seed: 0..<1000) { seed in
      var generator = Generator(seed: seed)
      let local = LocalReading(secondsSince1970: generator.index(below: 4_000_000_000))
      let first = try zone.instant(of: local, by: .first)
      let second = try zone.instant(of: local, by: .second)
      switch zone.occurrence(of: local) {
      case .once(let only):
        let strict = try zone.instant(of: local, by: .refuse)
        return first == only && second == only && strict == only
      case .twice(let one, let two):
        return first == one && second == two
          && (try? zone.instant(of: local, by: .refuse)) == nil
      case .never:
        return first == second && (try? zone.instant(of: local, by: .refuse)) == nil
      }
    }
  }
}
