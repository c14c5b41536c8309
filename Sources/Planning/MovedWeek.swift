import Exchange
package import Timeline
package import Workforce

/// A published shift whose times on the agent's clock mean other moments by now, since the rules of
/// the zone have changed.
package struct MovedShift: Hashable, Sendable {
  package let published: PublishedShift
  /// What the published times mean now; nil where they no longer make a shift.
  package let interval: Interval?

  /// The greater of the moves of start and end, in seconds.
  var seconds: Int {
    guard let interval else { return 0 }
    let promised = published.shift.interval
    return max(
      abs(interval.start.seconds - promised.start.seconds),
      abs(interval.end.seconds - promised.end.seconds))
  }
}

/// What has become of a published week under newer rules of time zones.
struct MovedWeek: Sendable {
  let publication: Publication
  /// The edition of the rules that hold now, where the system says it.
  let edition: String?
  /// In order of the table, with the lines there.
  let moved: [(line: Int, shift: MovedShift)]
  /// Zones that can no longer be read, with the reason and how many shifts are in them.
  let unreadable: [(fault: ZoneDatabase.Fault, shifts: Int)]

  init(_ publication: Publication, by zones: ZoneDatabase) {
    self.publication = publication
    edition = zones.version
    var read: [String: Result<Zone, ZoneDatabase.Fault>] = [:]
    var lost: [String: Int] = [:]
    var moved: [(line: Int, shift: MovedShift)] = []
    for (index, shift) in publication.shifts.enumerated() {
      let zone =
        read[shift.zone]
        ?? Result { () throws(ZoneDatabase.Fault) in try zones.zone(shift.zone) }
      read[shift.zone] = zone
      guard case .success(let zone) = zone else {
        lost[shift.zone, default: 0] += 1
        continue
      }
      let interval = shift.interval(in: zone)
      guard interval != shift.shift.interval else { continue }
      // The header is the first line.
      moved.append((index + 2, MovedShift(published: shift, interval: interval)))
    }
    self.moved = moved
    unreadable = lost.sorted { $0.key < $1.key }.compactMap { name, count in
      if case .failure(let fault) = read[name] { (fault, count) } else { nil }
    }
  }

  /// One finding that says how many shifts move, then one a shift; none where all is as it was.
  var findings: [(finding: Finding, shift: MovedShift?)] {
    let file = Workspace.shiftFile(publishedFrom: publication.record.firstDay)
    var result = unreadable.map { fault, count in
      let finding = Finding(
        .warning, file: file,
        message:
          "nobody can say when \(MovedWeek.count(count, "published shift")) will be: \(fault)")
      return (finding: finding, shift: MovedShift?.none)
    }
    guard !moved.isEmpty else { return result }
    result.append((Finding(.warning, file: file, message: summary, hint: MovedWeek.remedy), nil))
    result += moved.map { line, shift in
      (Finding(.warning, file: file, line: line, message: shift.sentence), shift)
    }
    return result
  }

  /// `42 published shifts of 3 agents move by 1 h under 2026f (published under 2025b)`.
  private var summary: String {
    let agents = Set(moved.map(\.shift.published.agent)).count
    let sizes = moved.map(\.shift.seconds)
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    let size =
      least == most
      ? MovedWeek.words(most) : "\(MovedWeek.words(least)) to \(MovedWeek.words(most))"
    let earlier = publication.record.zoneRules.map { " (published under \($0))" } ?? ""
    return """
      \(MovedWeek.count(moved.count, "published shift")) of \(MovedWeek.count(agents, "agent")) \
      \(moved.count == 1 ? "moves" : "move") by \(size) under \(edition ?? "the present rules")\
      \(earlier)
      """
  }

  private static let remedy = """
    agents were told these times of their clocks, and the roster means other moments: make it anew with \
    nobat roster to keep to the clock, or publish it as it is to tell them the new times
    """

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// `1 h`, `30 min`, `90 s`.
  private static func words(_ seconds: Int) -> String {
    if seconds.isMultiple(of: 3600) { return "\(seconds / 3600) h" }
    return seconds.isMultiple(of: 60) ? "\(seconds / 60) min" : "\(seconds) s"
  }
}

extension MovedShift {
  fileprivate var sentence: String {
    let shift = published.shift
    let times = "\(published.start.reading) to \(published.end.reading) in \(published.zone)"
    let now = interval.map { "they mean \($0)" } ?? "they no longer make a shift"
    return "\(shift.agent) on \(shift.day), \(times): published as \(shift.interval), now \(now)"
  }
}
