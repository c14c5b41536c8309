import Forecasting
import Report
import Timeline
import Workforce

/// Reforecasts one queue after the other at one moment.
struct IntradayDesk: Sendable {
  let centre: Centre
  let base: Forecast
  let moment: Instant
  let history: History?
  /// What a file says besides; it stands before the history.
  let actuals: History?
  let isAsCounted: Bool
  let seed: UInt64

  struct Made: Sendable {
    let forecast: QueueForecast
    let queue: IntradayQueue
    let offered: [Double]
  }

  /// The reforecasts of all queues of the base.
  func reforecasts() -> [Made] {
    // A forecast's queues are the centre's.
    let pairs = base.queues.compactMap { before in
      centre.queue(before.queue).map { (before: before, queue: $0) }
    }
    let patterns = dayPatterns(
      of: pairs.map(\.queue), from: history, onDayOf: moment, slot: base.grid.slot, in: centre,
      seed: seed)
    return zip(pairs, patterns).map { reforecast($0.before, of: $0.queue, by: $1) }
  }

  private func reforecast(_ before: QueueForecast, of queue: Queue, by pattern: DayPattern) -> Made
  {
    let grid = base.grid
    var figures = SlotFigures(unknownOn: grid)
    for source in [history, actuals] {
      if let past = source?[before.queue] { figures.take(past, on: grid) }
    }
    let zone = queue.opening.zone
    let clock = WeekClock(zone: zone)
    let dead =
      isAsCounted
      ? [] : deadLines(before.volume, on: grid, in: zone, given: figures.offered, at: moment)
    var notes = dead.map { stretch in
      silence(stretch, expected: before.volume[stretch], by: clock)
    }
    for stretch in dead { figures.forget(stretch) }
    let made = Forecasting.reforecast(
      before, on: grid, in: zone, given: figures.offered, at: moment, by: pattern)
    let times = reforecastTimes(
      before, on: grid, in: zone, seconds: figures.seconds, contacts: figures.handled, at: moment,
      by: history?[queue.id].map {
        TimeToday(of: queue, from: $0, before: zone.start(of: zone.day(at: moment)))
      } ?? .usual)
    let tally = Tally(of: before, figures, on: grid, day: zone.day(at: moment), zone, at: moment)
    notes += tally.sentences(by: clock, at: moment, slot: grid.slot)
    let summary = tally.queue(
      made, timeFactor: times.factor, pattern: pattern, notes: notes)
    return Made(
      forecast: QueueForecast(
        queue: before.queue, volume: made.forecast.volume, handlingTime: times.bands,
        notes: before.notes + [making(summary, by: clock)] + notes, league: before.league),
      queue: summary, offered: figures.offered)
  }

  private func silence(
    _ stretch: Range<Int>, expected: ArraySlice<Band>, by clock: WeekClock
  ) -> String {
    let grid = base.grid
    let span = Interval(
      start: grid.start(of: stretch.lowerBound), end: grid.start(of: stretch.upperBound))
    let contacts = Figures.number(expected.reduce(0) { $0 + $1.expected })
    return
      "no contacts at \(clock.span(span)), where \(contacts) were expected: taken for a dead line or a "
      + "source that failed, and not for a quiet day; --as-counted takes it as it is"
  }

  private func making(_ queue: IntradayQueue, by clock: WeekClock) -> String {
    let moment = "\(Journey.intradayNote)\(clock.dayTime(moment)) from \(base.id)"
    guard queue.state == .updated || queue.state == .over else {
      return "\(moment): unchanged today"
    }
    return """
      \(moment): \(Figures.number(queue.came)) came where \
      \(Figures.number(queue.expected, decimals: 1)) were expected, the rest of the day times \
      \(Figures.number(queue.factor, decimals: 2))
      """
  }
}

/// What is known of a queue's day by a moment.
private struct Tally {
  let queue: Queue.ID
  let day: LocalDay
  var knownSlots = 0
  var missingSlots = 0
  var expected = 0.0
  var came = 0.0
  /// Expected of slots that are over and unknown, and of all slots of the day.
  var unseen = 0.0
  var ofDay = 0.0
  /// Expected of slots that are not over.
  var ahead = 0.0
  var isInSlot = false
  private var work = 0.0
  private var expectedWork = 0.0
  private var handled = 0.0

  init(
    of forecast: QueueForecast, _ figures: SlotFigures, on grid: Grid, day: LocalDay, _ zone: Zone,
    at moment: Instant
  ) {
    queue = forecast.queue
    self.day = day
    let today = zone.interval(of: day)
    for index in grid.indices where today.contains(grid.start(of: index)) {
      let mean = forecast.volume[index].expected
      ofDay += mean
      guard grid.start(of: index + 1) <= moment else {
        ahead += mean
        if grid.start(of: index) < moment, mean > 0 { isInSlot = true }
        continue
      }
      if figures.handled[index] > 0 {
        handled += figures.handled[index]
        work += figures.handled[index] * figures.seconds[index]
        expectedWork += figures.handled[index] * forecast.handlingTime[index].expected
      }
      if figures.offered[index].isFinite {
        knownSlots += mean > 0 ? 1 : 0
        expected += mean
        came += figures.offered[index]
      } else if mean > 0 {
        missingSlots += 1
        unseen += mean
      }
    }
  }

  private var state: IntradayQueue.State {
    if ofDay == 0 { return .closed }
    if knownSlots == 0 { return missingSlots == 0 ? .ahead : .unknown }
    return ahead > 0 ? .updated : .over
  }

  func sentences(by clock: WeekClock, at moment: Instant, slot: Minutes) -> [String] {
    var sentences: [String] = []
    switch state {
    case .closed:
      sentences.append(
        came > 0
          ? "nothing was expected on \(day.shortName), and \(Figures.number(came)) contacts came"
          : "closed on \(day.shortName): nothing is expected")
    case .ahead:
      sentences.append("\(day.shortName) has not begun: nothing of it is known yet")
    case .unknown:
      sentences.append(
        "nothing is known of \(day.shortName) before \(clock.time(moment)): bring its rows with nobat "
          + "import or --actuals FILE")
    case .updated, .over:
      if missingSlots > 0 {
        let slots = missingSlots == 1 ? "1 slot" : "\(missingSlots) slots"
        sentences.append(
          "\(slots) before \(clock.time(moment)) without a believable row, of "
            + "\(Figures.number(unseen, decimals: 1)) expected contacts")
      }
    }
    if isInSlot, state == .updated {
      sentences.append(
        "the slot of \(slot) that is not over at \(clock.time(moment)) counts as the rest of the day"
      )
    }
    return sentences
  }

  func queue(
    _ made: Reforecast, timeFactor: Double, pattern: DayPattern, notes: [String]
  ) -> IntradayQueue {
    let before = made.restBefore.expected
    let factor = before > 0 ? made.rest.expected / before : 1
    return IntradayQueue(
      queue: queue, state: state, day: day, knownSlots: knownSlots, missingSlots: missingSlots,
      expected: expected, came: came, factor: factor, restBefore: made.restBefore, rest: made.rest,
      dayTotal: came + unseen + made.rest.expected,
      handlingTime: handled > 0
        ? .init(
          expected: expectedWork / handled, took: work / handled, factor: timeFactor) : nil,
      pattern: .init(
        dayShare: pattern.dayShare, driftShare: pattern.driftShare,
        halfLifeHours: pattern.halfLife, carryOver: pattern.carryOver, days: pattern.days),
      notes: notes)
  }
}
