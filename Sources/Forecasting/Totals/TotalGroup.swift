import Timeline
import Workforce

/// Queues that are added up, and what they were together.
struct TotalGroup {
  let kind: ForecastTotal.Kind
  let name: String
  /// In order of their ids.
  let queues: [Queue]

  /// All queues, then those of each channel, language and market, in order of their names.
  static func all(of queues: [Queue]) -> [TotalGroup] {
    func groups(_ kind: ForecastTotal.Kind, by name: (Queue) -> String?) -> [TotalGroup] {
      Set(queues.compactMap(name)).sorted().map { value in
        TotalGroup(kind: kind, name: value, queues: queues.filter { name($0) == value })
      }
    }
    return [TotalGroup(kind: .all, name: "all", queues: queues)]
      + groups(.channel) { $0.channel.rawValue } + groups(.language) { $0.language }
      + groups(.market) { $0.market?.rawValue }
  }

  /// The group as one queue, to be forecast like any other; nil of a single queue, which is its own total.
  func queue(id: Queue.ID, in centre: Centre) -> Queue? {
    guard queues.count > 1, let first = queues.first else { return nil }
    return Queue(
      id: id, channel: first.channel, language: first.language, opening: opening(in: centre),
      goal: first.goal, market: market,
      isClosedOnHolidays: queues.allSatisfy { $0.isClosedOnHolidays && $0.market == market },
      // Its handling time is not asked for; a figure spares the search for one.
      assumedHandlingTime: 60)
  }

  /// Open whenever one of the queues is; around the centre's clock where the queues have several.
  private func opening(in centre: Centre) -> OpeningHours {
    guard let zone = queues.first?.opening.zone,
      queues.allSatisfy({ $0.opening.zone == zone })
    else { return .always(in: centre.zone) }
    var spans: [OpeningHours.Span] = []
    for weekday in Weekday.allCases {
      let open = queues.flatMap(\.opening.spans).filter { $0.weekday == weekday }
      for span in open.sorted(by: { $0.from < $1.from }) {
        if let last = spans.last, last.weekday == weekday, span.from <= last.to {
          spans[spans.count - 1] = .init(
            weekday: weekday, from: last.from, to: max(last.to, span.to))
        } else {
          spans.append(span)
        }
      }
    }
    return OpeningHours(zone: zone, spans: spans)
  }

  /// The market of most of the queues, the first by name among equals.
  private var market: HolidayCalendarName? {
    let names = queues.compactMap(\.market)
    return Set(names).sorted().max { left, right in
      let (lefts, rights) = (names.count { $0 == left }, names.count { $0 == right })
      // Of equals, max takes the last; the first by name is wanted.
      return lefts == rights ? left > right : lefts < rights
    }
  }

  /// The events of the total: what all queues have in common, and what must be left out as one of them is odd.
  func events(as id: Queue.ID, in centre: Centre) -> [Event] {
    centre.events.compactMap { event in
      let isShared =
        event.effect == .exclude
        ? queues.contains { event.queues.contains($0.id) }
        : queues.allSatisfy { event.queues.contains($0.id) }
      guard isShared else { return nil }
      return Event(
        interval: event.interval, queues: [id], tag: event.tag, effect: event.effect,
        note: event.note)
    }
  }

  /// The past of a group, and whose it is.
  struct Past {
    let history: QueueHistory
    /// Queues whose own past is too short or ended too early to be added in.
    let leftOut: [Queue.ID]
  }

  /// What the queues had together in each slot; nil where no two of them were seen at the same time.
  ///
  /// A queue with less than half the longest past, or one that ended four weeks before the others, would
  /// cut all of them short: it is left out, as only the relative width of the band is taken from this.
  func past(as id: Queue.ID, from history: History, in centre: Centre) -> Past? {
    let known = queues.compactMap { queue in history[queue.id].map { (queue, $0) } }
    guard let slot = known.map(\.1.grid.slot).max(),
      let longest = known.map({ $0.1.grid.seconds }).max(),
      let last = known.map(\.1.grid.end).max()
    else { return nil }
    let parts = known.filter { _, part in
      slot.count % part.grid.slot.count == 0 && 2 * part.grid.seconds >= longest
        && last.seconds - part.grid.end.seconds <= 28 * 86_400
    }
    guard parts.count > 1, let start = parts.map(\.1.grid.start).max(),
      let end = parts.map(\.1.grid.end).min(), start < end
    else { return nil }
    let count = (end.seconds - start.seconds) / (60 * slot.count)
    let grid = Grid(start: start, slot: slot, count: count)
    var sums = Array(repeating: 0.0, count: count)
    for (queue, part) in parts {
      let finer = slot.count / part.grid.slot.count
      // The latest start is never before a part's own, so this is 0 or more.
      let offset =
        (start.seconds - part.grid.start.seconds) / (60 * part.grid.slot.count)
      let isOpen = centre.openMask(of: queue, on: part.grid)
      for index in 0..<count {
        for piece in offset + index * finer..<offset + (index + 1) * finer
        where piece < part.offered.count {
          let offered = part.offered[piece]
          // What nobody saw of an open queue leaves the total unknown; a closed one has none.
          if !offered.isNaN || isOpen[piece] { sums[index] += offered }
        }
      }
    }
    return Past(
      history: QueueHistory(queue: id, grid: grid, offered: sums),
      leftOut: queues.map(\.id).filter { queue in !parts.contains { $0.0.id == queue } })
  }
}

extension Grid {
  fileprivate var seconds: Int { end.seconds - start.seconds }
}
