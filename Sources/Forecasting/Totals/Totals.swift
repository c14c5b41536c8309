import Timeline
package import Workforce

/// The totals of a forecast: of all its queues, and of each channel, language and market.
///
/// - Parameters:
///   - forecast: the queues' own, with what planners changed.
///   - history: what was known when it was made.
///   - centre: its queues with their opening hours, holidays and events.
///   - seed: the seed of all draws.
/// - Returns: totals whose expected contacts are the sums of the queues' to the hundredth, with bands from
///   the totals' own past.
package func totals(
  of forecast: Forecast, from history: History, in centre: Centre, seed: UInt64
) -> [ForecastTotal] {
  let parts = forecast.queues.map { queue in
    TotalPart(
      queue: queue.queue, volume: queue.volume, handlingTime: queue.handlingTime.map(\.expected))
  }
  return totals(of: parts, from: history, in: centre) { history, centre throws(ForecastFault) in
    try Forecasting.forecast(
      history, over: forecast.grid, named: forecast.id, in: centre, seed: seed
    ).queues.map { ($0.queue, $0.volume) }
  }
}

/// The totals of a forecast by day; see ``totals(of:from:in:seed:)``.
package func totals(
  of forecast: DailyForecast, from history: History, in centre: Centre, growth: Double? = nil,
  seed: UInt64
) -> [ForecastTotal] {
  guard forecast.dayCount > 0 else { return [] }
  let days = forecast.firstDay...forecast.firstDay + (forecast.dayCount - 1)
  let parts = forecast.queues.map {
    TotalPart(queue: $0.queue, volume: $0.volume, handlingTime: $0.handlingTime)
  }
  return totals(of: parts, from: history, in: centre) { history, centre throws(ForecastFault) in
    try dailyForecast(
      history, over: days, named: forecast.id, in: centre, growth: growth, seed: seed
    ).queues.map { ($0.queue, $0.volume) }
  }
}

/// One queue's share of a total.
private struct TotalPart {
  let queue: Queue.ID
  let volume: [Band]
  let handlingTime: [Double]
}

private typealias Bands = [(queue: Queue.ID, volume: [Band])]

private func totals(
  of parts: [TotalPart], from history: History, in centre: Centre,
  forecasting: (History, Centre) throws(ForecastFault) -> Bands
) -> [ForecastTotal] {
  let queues = centre.queues.filter { queue in parts.contains { $0.queue == queue.id } }
  let groups = TotalGroup.all(of: queues)
  // Groups of the same queues are forecast once, under the number of the first.
  func id(of group: TotalGroup) -> Queue.ID {
    Queue.ID("\(groups.firstIndex { $0.queues == group.queues } ?? 0)")
  }
  var asked: [Queue.ID: (queue: Queue, past: TotalGroup.Past, events: [Event])] = [:]
  for group in groups where asked[id(of: group)] == nil {
    let id = id(of: group)
    guard let queue = group.queue(id: id, in: centre),
      let past = group.past(as: id, from: history, in: centre)
    else { continue }
    asked[id] = (queue, past, group.events(as: id, in: centre))
  }
  let own = ownBands(
    of: asked.values.sorted { $0.queue.id < $1.queue.id }.map { ($0.queue, $0.past, $0.events) },
    in: centre, forecasting: forecasting)
  return groups.map { group in
    let id = id(of: group)
    return total(
      group, of: parts.filter { part in group.queues.contains { $0.id == part.queue } },
      own: own.first { $0.queue == id }?.volume, leftOut: asked[id]?.past.leftOut ?? [])
  }
}

/// The forecasts of groups as if each were a queue; a group whose past is of no use has none.
private func ownBands(
  of asked: [(queue: Queue, past: TotalGroup.Past, events: [Event])], in centre: Centre,
  forecasting: (History, Centre) throws(ForecastFault) -> Bands
) -> Bands {
  guard !asked.isEmpty else { return [] }
  let together = centre.having(asked.map(\.queue), asked.flatMap(\.events))
  do throws(ForecastFault) {
    return try forecasting(History(asked.map(\.past.history)), together)
  } catch {
    let missing =
      switch error {
      case .noHistory(let queues): queues
      }
    let rest = asked.filter { !missing.contains($0.queue.id) }
    // Fewer each time, so it ends even if all turn out to be of no use.
    guard rest.count < asked.count else { return [] }
    return ownBands(of: rest, in: centre, forecasting: forecasting)
  }
}

private func total(
  _ group: TotalGroup, of parts: [TotalPart], own: [Band]?, leftOut: [Queue.ID]
) -> ForecastTotal {
  let count = parts.first?.volume.count ?? 0
  var volume: [Band] = []
  var handlingTime: [Double] = []
  for index in 0..<count {
    let sum = Band(summing: parts.map { $0.volume[index] })
    volume.append(own.map { sum.narrowed(like: $0[index]) } ?? sum)
    let contacts = parts.reduce(0) { $0 + $1.volume[index].expected }
    let seconds = parts.reduce(0) { $0 + $1.volume[index].expected * $1.handlingTime[index] }
    let plain = parts.reduce(0) { $0 + $1.handlingTime[index] } / Double(parts.count)
    handlingTime.append(contacts > 0 ? seconds / contacts : plain)
  }
  var notes: [String] = []
  if parts.count > 1, own == nil {
    notes.append("too little past in common: its band is the queues' bands added up, too wide")
  } else if own != nil, !leftOut.isEmpty {
    notes.append(
      "its band is judged without the past of \(leftOut.map { "\($0)" }.joined(separator: ", "))")
  }
  return ForecastTotal(
    kind: group.kind, name: group.name, queues: parts.map(\.queue), volume: volume,
    handlingTime: handlingTime, notes: notes)
}

extension Band {
  /// What queues have together if all are busy at once: the widest that their total can be.
  ///
  /// Each figure is taken in the hundredths of its file and added up as a whole number, so that the rows
  /// of the file give exactly this sum.
  fileprivate init(summing bands: [Band]) {
    func sum(_ value: (Band) -> Double) -> Double {
      Double(bands.reduce(0) { $0 + Int((100 * value($1)).rounded()) }) / 100
    }
    self.init(
      expected: sum(\.expected), lowest: sum(\.lowest), low: sum(\.low), median: sum(\.median),
      high: sum(\.high), highest: sum(\.highest))
  }

  /// This sum with quantiles as far from it as those of the total's own forecast are from theirs, and
  /// never outside of what the queues' bands give together.
  fileprivate func narrowed(like own: Band) -> Band {
    guard expected > 0, own.expected > 0 else { return self }
    let scale = expected / own.expected
    func scaled(_ value: Double) -> Double { (100 * scale * value).rounded() / 100 }
    let (low, high) = (max(low, scaled(own.low)), min(high, scaled(own.high)))
    guard low <= high else { return self }
    return Band(
      expected: expected, lowest: max(lowest, scaled(own.lowest)), low: low,
      median: min(high, max(low, scaled(own.median))), high: high,
      highest: min(highest, scaled(own.highest)))
  }
}

extension Centre {
  /// Only these queues and events, with the centre's clock and holidays.
  fileprivate func having(_ queues: [Queue], _ events: [Event]) -> Centre {
    Centre(
      name: name, zone: zone, interval: interval, weekStart: weekStart, sites: [], queues: queues,
      contracts: [], templates: [], agents: [], events: events, holidays: holidays)
  }
}
