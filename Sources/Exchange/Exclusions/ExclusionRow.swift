package import Timeline
package import Workforce

/// A row of `calendar/exclusions.csv`: a time of the history that is left out, or that the planner keeps
/// although it was proposed to leave it out.
package struct ExclusionRow: Hashable, Sendable {
  package let queue: Queue.ID
  package let interval: Interval
  package let kind: Exclusion.Kind
  /// The planner has overruled it: `keep` is `yes`.
  package let isKept: Bool
  package let reason: String

  /// What leaves its contacts out of the history; nil for a time that is kept.
  package var event: Event? {
    guard !isKept else { return nil }
    return Event(
      interval: interval, queues: [queue], tag: kind.rawValue, effect: .exclude, note: reason)
  }
}

/// The file of exclusions, which planners edit and `nobat clean` adds to.
enum ExclusionFile {
  static let path = "calendar/exclusions.csv"
  static let columns = ["queue", "date", "from", "to", "zone", "kind", "keep", "reason"]

  /// The rows of an exclusion by a zone's clock: one for each date that it touches, in Greenwich time
  /// where the clock shows its ends twice.
  static func rows(of exclusion: Exclusion, in zone: Zone) -> [[String: String]] {
    let rows = exclusion.interval.pieces(byDateIn: zone).map { row($0, of: exclusion, in: zone) }
    let isRead = zip(rows, exclusion.interval.pieces(byDateIn: zone)).allSatisfy { row, piece in
      interval(
        piece.day, from: LocalTime(row["from"] ?? ""), to: LocalTime(row["to"] ?? ""), in: zone)
        == piece.interval
    }
    guard !isRead, zone != .utc else { return rows }
    return exclusion.interval.pieces(byDateIn: .utc).map { row($0, of: exclusion, in: .utc) }
  }

  private static func row(
    _ piece: DatedInterval, of exclusion: Exclusion, in zone: Zone
  ) -> [String: String] {
    let isToTheEnd = piece.interval.end == zone.start(of: piece.day + 1)
    return [
      "queue": exclusion.queue.rawValue, "date": "\(piece.day)",
      "from": piece.interval.start == zone.start(of: piece.day)
        ? "00:00" : "\(zone.reading(at: piece.interval.start).time)",
      "to": isToTheEnd ? "24:00" : "\(zone.reading(at: piece.interval.end).time)",
      "zone": zone.identifier, "kind": exclusion.kind.rawValue, "keep": "no",
      "reason": exclusion.reason,
    ]
  }

  /// A time of a date by a zone's clock; nil where it ends before it begins.
  static func interval(
    _ day: LocalDay, from: LocalTime?, to: LocalTime?, in zone: Zone
  ) -> Interval? {
    guard let from, let to, from < to else { return nil }
    let start = from == .midnight ? zone.start(of: day) : zone.instant(day, from)
    let end = to == .endOfDay ? zone.start(of: day + 1) : zone.instant(day, to)
    return start < end ? Interval(start: start, end: end) : nil
  }
}
