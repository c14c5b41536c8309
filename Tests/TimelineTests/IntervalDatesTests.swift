import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Interval by dates")
struct IntervalDatesTests {
  private func split(_ start: String, _ end: String, in zone: String) throws -> [String] {
    let interval = Interval(start: try moment(start), end: try moment(end))
    return try interval.minutes(byDateIn: Zones.named(zone)).map { "\($0.day) \($0.minutes)" }
  }

  @Test("A night shift counts for both of its dates, with the hours that really pass")
  func night() throws {
    // 22:00 to 06:00 in Vienna; in the spring night 02:00 to 03:00 does not come.
    let spring = try split("2026-03-28T21:00Z", "2026-03-29T04:00Z", in: "Europe/Vienna")
    #expect(spring == ["2026-03-28 2h", "2026-03-29 5h"])
    // In the autumn night it comes twice.
    let autumn = try split("2026-10-24T20:00Z", "2026-10-25T05:00Z", in: "Europe/Vienna")
    #expect(autumn == ["2026-10-24 2h", "2026-10-25 7h"])
  }

  @Test("An hour before midnight that comes twice counts for the date that is shown both times")
  func hourBeforeMidnight() throws {
    // In Cairo 24:00 on 29 October 2026 becomes 23:00: from 22:00 to 01:00 are 2 + 1 hours of the
    // 29th and 1 of the 30th, from 19:00 to 23:00 UTC.
    let split = try split("2026-10-29T19:00Z", "2026-10-29T23:00Z", in: "Africa/Cairo")
    #expect(split == ["2026-10-29 3h", "2026-10-30 1h"])
  }

  @Test("A date that is shown, left and shown again is one date of two pieces")
  func backOverMidnight() throws {
    // In Newfoundland 2006-10-29 00:01 became 2006-10-28 23:01 (UTC-2:30 before, -3:30 after): the
    // 29th was shown for a minute, then the 28th for 59 more.
    let zone = try Zones.named("America/St_Johns")
    let night = Interval(
      start: try moment("2006-10-29T02:00Z"), end: try moment("2006-10-29T04:30Z"))
    let pieces = night.pieces(byDateIn: zone).map { "\($0.day) \($0.interval.length)" }
    #expect(pieces == ["2006-10-28 30m", "2006-10-29 1m", "2006-10-28 59m", "2006-10-29 1h"])
    let sums = night.minutes(byDateIn: zone).map { "\($0.day) \($0.minutes)" }
    // 30 + 59 and 1 + 60 minutes.
    #expect(sums == ["2006-10-28 1h29m", "2006-10-29 1h1m"])
  }

  @Test("A date that was left out has no minutes")
  func skippedDate() throws {
    // Samoa went from 29 to 31 December 2011 at 10:00 UTC.
    let split = try split("2011-12-30T08:00Z", "2011-12-30T13:00Z", in: "Pacific/Apia")
    #expect(split == ["2011-12-29 2h", "2011-12-31 3h"])
  }

  @Test("An interval within a date is one piece, an empty one none")
  func edges() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let day = try date("2026-03-29")
    // The clock changes within the piece.
    let pieces = vienna.interval(of: day).pieces(byDateIn: vienna)
    #expect(pieces.map(\.day) == [day])
    #expect(pieces.map(\.interval) == [vienna.interval(of: day)])
    let start = vienna.start(of: day)
    #expect(Interval(start: start, end: start).pieces(byDateIn: vienna).isEmpty)
    #expect(vienna.interval(of: day).minutes(on: day, in: vienna) == .hours(23))
    #expect(vienna.interval(of: day).minutes(on: day + 1, in: vienna) == .zero)
  }

  @Test("Pieces tile an interval and show their date; minutes are conserved")
  func laws() throws {
    let zones = try Zones.ofEveryKind.map(Zones.named)
    forEvery(seed: 0..<3000) { seed in
      var generator = Generator(seed: seed)
      let zone = zones[generator.index(below: zones.count)]
      // 1900 to 2100, to the second; one in two begins within a day before a change of the clock.
      var second = generator.index(below: 6_311_520_000) - 2_208_988_800
      let year = Interval(
        start: Instant(seconds: second), end: Instant(seconds: second + 31_536_000))
      if generator.index(below: 2) == 0, let change = zone.transitions(in: year).first {
        second = change.instant.seconds - generator.index(below: 86_400)
      }
      let length = 1 + generator.index(below: 300_000)
      let interval = Interval(
        start: Instant(seconds: second), end: Instant(seconds: second + length))

      let pieces = interval.pieces(byDateIn: zone)
      let follow = zip(pieces, pieces.dropFirst()).allSatisfy { piece, next in
        piece.interval.end == next.interval.start && piece.day != next.day
      }
      let show = pieces.allSatisfy { piece in
        let seconds = piece.interval.start.seconds..<piece.interval.end.seconds
        return !seconds.isEmpty
          && stride(from: seconds.lowerBound, to: seconds.upperBound, by: 997).allSatisfy {
            zone.day(at: Instant(seconds: $0)) == piece.day
          } && zone.day(at: Instant(seconds: seconds.upperBound - 1)) == piece.day
      }
      let counts = interval.minutes(byDateIn: zone)
      let ascend = zip(counts, counts.dropFirst()).allSatisfy { $0.day < $1.day }
      let sum = counts.reduce(Minutes.zero) { $0 + $1.minutes }
      return follow && show && ascend && sum == interval.length
        && pieces.first?.interval.start == interval.start
        && pieces.last?.interval.end == interval.end
    }
  }
}
