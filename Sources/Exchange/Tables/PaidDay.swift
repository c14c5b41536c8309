import Timeline
import Workforce

/// The part of a shift that lies on one local date, as it is paid.
struct PaidDay: Hashable {
  let day: LocalDay
  /// The presence on the date.
  let interval: Interval
  /// The minutes of it that are not paid.
  let unpaid: Minutes
  /// Minutes paid on top of the presence, such as for travel.
  let extra: Minutes
  let paid: Minutes
  /// The paid minutes at night, by the site's night hours.
  let night: Minutes
  /// The name of the public holiday that the date is at the site.
  let holiday: String?
}

extension AgentLine {
  /// A shift by local dates.
  ///
  /// What is paid adds up to the shift's pay.
  func paidDays(of listed: ListedShift) -> [PaidDay] {
    let premiums = site?.premiums ?? .none
    // A roster that was changed by hand may pay more than the presence; the first date has that.
    var extra = max(.zero, listed.shift.paid - listed.shift.interval.length)
    return listed.shift.interval.pieces(byDateIn: agent.zone).map { piece in
      let work = piece.interval.without(listed.unpaid)
      let worked = work.reduce(Minutes.zero) { $0 + $1.length }
      defer { extra = .zero }
      let night = work.reduce(Minutes.zero) { $0 + premiums.nightMinutes(of: $1, in: agent.zone) }
      return PaidDay(
        day: piece.day, interval: piece.interval, unpaid: piece.interval.length - worked,
        extra: extra, paid: worked + extra, night: night,
        holiday: holidays.holidays(on: piece.day).first { $0.kind == .public }?.name)
    }
  }
}

extension Interval {
  /// How many minutes of it lie in another one.
  func minutes(in other: Interval) -> Minutes { intersection(other)?.length ?? .zero }

  /// What is left of it without some parts, which come in order and do not overlap.
  func without(_ parts: [Interval]) -> [Interval] {
    guard !parts.isEmpty else { return [self] }
    var rest: [Interval] = []
    var start = start
    for part in parts.compactMap({ intersection($0) }) {
      if start < part.start { rest.append(Interval(start: start, end: part.start)) }
      start = max(start, part.end)
    }
    if start < end { rest.append(Interval(start: start, end: end)) }
    return rest
  }
}

extension Premiums {
  /// How many minutes of an interval the clock shows as night.
  func nightMinutes(of interval: Interval, in zone: Zone) -> Minutes {
    // Between changes of the clock local time runs on like real time.
    let changes = zone.transitions(in: interval).map(\.instant).filter { $0 > interval.start }
    let edges = [interval.start] + changes + [interval.end]
    var count = 0
    for (from, to) in zip(edges, edges.dropFirst()) {
      let first = zone.reading(at: from).secondOfDay / 60
      count += minutesOfNight(in: first..<first + (to - from).count)
    }
    return Minutes(count)
  }

  /// The same for minutes after a midnight, which may go on into later days.
  private func minutesOfNight(in range: Range<Int>) -> Int {
    let (from, to) = (nightFrom.minutes, nightTo.minutes)
    let nights = from <= to ? [from..<to] : [0..<to, from..<1440]
    var count = 0
    var midnight = 0
    while midnight < range.upperBound {
      for night in nights {
        let start = max(range.lowerBound, midnight + night.lowerBound)
        let end = min(range.upperBound, midnight + night.upperBound)
        count += max(0, end - start)
      }
      midnight += 1440
    }
    return count
  }
}
