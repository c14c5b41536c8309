import Timeline
import Workforce

/// The shifts that the agents of one site, contract and set of rules choose from, laid on cells.
///
/// Whatever depends on the shift alone stands here once for all of them: where it lies, what it pays,
/// which starts may follow it.
struct Menu: Sendable {
  /// A template with one of its lengths.
  struct Kind: Sendable {
    let template: ShiftTemplate
    let length: Minutes
    let paid: Minutes
    /// Presence in cells.
    let cells: Int
    let breaks: [Break]
    /// Whether every choice of one break leaves every choice of the next.
    let breaksAreApart: Bool
  }

  /// A break in cells after the start of the shift.
  struct Break: Sendable {
    let cells: Int
    let starts: ContiguousArray<Int>
  }

  /// A shift that can be worked, but for its breaks.
  struct Candidate: Sendable {
    let kind: Int
    let day: Int
    /// Minutes after midnight of the day.
    let local: Int
    let instant: Instant
    /// The cell in which presence begins.
    let cell: Int
    /// The start's number among the distinct starts of its day.
    let slot: Int
    let touchesNight: Bool
    /// Pay and premiums.
    let cost: Double
  }

  let site: Int
  let zone: Zone
  let kinds: [Kind]
  /// In order of day, kind and start.
  let candidates: [Candidate]
  /// The candidates of each day.
  let days: [Range<Int>]
  /// The candidates of each kind on each day, `[day * kinds.count + kind]`.
  let ranges: [Range<Int>]
  /// The distinct starts of each day, ascending.
  let starts: [[Start]]
  /// Which starts may follow a candidate one day later, two, and so on up to ``reach``.
  let links: [Links]

  struct Start: Hashable, Sendable {
    let local: Int
    let instant: Instant
  }

  /// The starts of a later day that may follow each candidate: `low[c]..<high[c]` of that day's.
  struct Links: Sendable {
    var low: ContiguousArray<Int>
    var high: ContiguousArray<Int>
    /// Whether every range reaches to the end of its day.
    var isOpenEnded: Bool
  }

  /// The greatest distance in days at which a shift can forbid another; 1 unless rests are long.
  var reach: Int { links.count }

  /// The end of presence.
  func end(of candidate: Candidate) -> Instant {
    candidate.instant + kinds[candidate.kind].length
  }

  func interval(of candidate: Candidate) -> Interval {
    Interval(start: candidate.instant, length: kinds[candidate.kind].length)
  }

  /// The longest presence in cells.
  var longest: Int { kinds.reduce(0) { max($0, $1.cells) } }
}

extension Menu {
  init(
    _ space: ShiftSpace, rules: Rules, site: Int, zone: Zone, costPerHour: Double,
    clock: PremiumClock, on circle: Circle
  ) {
    self.site = site
    self.zone = zone
    kinds = space.kinds.map { Kind($0, on: circle) }
    starts = (0..<7).map { day in
      Set(
        space.starts.lazy.filter { $0.day == day }.map {
          Start(local: $0.local, instant: $0.instant)
        }
      )
      .sorted { $0.local < $1.local }
    }
    var candidates: [Candidate] = []
    for start in space.starts {
      let kind = space.kinds[start.kind]
      let interval = Interval(start: start.instant, length: kind.length)
      // Premium minutes are counted over presence and paid in the proportion of paid time to it.
      let share = clock.shareMinutes(in: interval) / Double(kind.length.count)
      let pay = kind.paid.hours * costPerHour
      let slot = starts[start.day].firstIndex { $0.local == start.local }
      candidates.append(
        Candidate(
          kind: start.kind, day: start.day, local: start.local, instant: start.instant,
          cell: circle.index(startingAt: start.instant), slot: slot ?? 0,
          touchesNight: clock.touchesNight(interval),
          cost: pay * (1 + share + kind.template.premium)))
    }
    self.candidates = candidates
    days = (0..<7).map { day in
      let first = candidates.firstIndex { $0.day >= day } ?? candidates.count
      let end = candidates.firstIndex { $0.day > day } ?? candidates.count
      return first..<end
    }
    let kindCount = space.kinds.count
    ranges = (0..<7 * kindCount).map { place in
      let (day, kind) = place.quotientAndRemainder(dividingBy: max(1, kindCount))
      let first = candidates.firstIndex { ($0.day, $0.kind) >= (day, kind) } ?? candidates.count
      let end = candidates.firstIndex { ($0.day, $0.kind) > (day, kind) } ?? candidates.count
      return first..<end
    }
    links = Menu.links(of: candidates, kinds, starts: starts, rules: rules, zone: zone)
  }

  private static func links(
    of candidates: [Candidate], _ kinds: [Kind], starts: [[Start]], rules: Rules, zone: Zone
  ) -> [Links] {
    var result: [Links] = []
    for distance in 1...6 {
      var links = Links(low: [], high: [], isOpenEnded: true)
      var binds = false
      for candidate in candidates {
        guard candidate.day + distance < 7 else {
          links.low.append(0)
          links.high.append(0)
          continue
        }
        let following = starts[candidate.day + distance]
        let last = LastShift(
          interval: Interval(start: candidate.instant, length: kinds[candidate.kind].length),
          local: candidate.local, zone: zone)
        // The rules between two shifts ask the next start to lie in one stretch of the day.
        let allowed = following.indices.filter { index in
          rules.allows(following[index], after: last, daysLater: distance)
        }
        let range = (allowed.first ?? 0)..<((allowed.last ?? -1) + 1)
        links.low.append(range.lowerBound)
        links.high.append(range.upperBound)
        if range.count < following.count { binds = true }
        if range.upperBound < following.count { links.isOpenEnded = false }
      }
      guard distance == 1 || binds else { break }
      result.append(links)
    }
    return result
  }
}

extension Menu.Kind {
  fileprivate init(_ kind: ShiftSpace.Kind, on circle: Circle) {
    template = kind.template
    length = kind.length
    paid = kind.paid
    cells = circle.cells(in: kind.length)
    let breaks = zip(kind.template.breaks, kind.breakStarts).map { rule, offsets in
      Menu.Break(
        cells: circle.cells(in: rule.length),
        starts: ContiguousArray(offsets.map { circle.cells(in: $0) }))
    }
    self.breaks = breaks
    breaksAreApart = zip(breaks, breaks.dropFirst()).allSatisfy { earlier, later in
      (earlier.starts.last ?? 0) + earlier.cells <= (later.starts.first ?? 0)
    }
  }
}
