package import Timeline
package import Workforce

/// What an example's history is drawn from, of all queues: known here exactly, as it never is in
/// life, so that tests can compare forecasts with it.
package struct PlantedTruth: Sendable {
  /// The slots that the history covers, up to the planned week.
  package let period: Grid
  /// In order of the queue's id.
  package let queues: [PlantedQueue]
  /// Listed in `calendar/events.csv` or planted without a word.
  package let incidents: [Incident]

  /// Lays out a history that ends where the planned week of the centre begins.
  init(
    weeks: Int, before firstDay: LocalDay, in zone: Zone, slot: Minutes, incidents: [Incident],
    zones: ZoneDatabase, queues: [QueueDemand]
  ) throws(ZoneDatabase.Fault) {
    let start = zone.start(of: firstDay - 7 * weeks)
    period = Grid(
      covering: Interval(start: start, end: zone.start(of: firstDay)), slot: slot)
    self.incidents = incidents
    var intervals: [(Incident, Interval)] = []
    for incident in incidents {
      intervals.append((incident, incident.interval(in: try zones.zone(incident.zone))))
    }
    self.queues = queues.sorted { $0.id < $1.id }.map { queue in
      PlantedQueue(
        queue, slot: slot, days: firstDay - 7 * weeks...firstDay,
        incidents: intervals.filter { $0.0.touches(queue.id) }.map { ($0.1, $0.0.factor) })
    }
  }

  package subscript(queue: Queue.ID) -> PlantedQueue? { queues.first { $0.id == queue } }
}

/// What an example says of one queue's contacts.
struct QueueDemand {
  let id: Queue.ID
  let channel: Channel
  let opening: OpeningHours
  let holidays: HolidayCalendar
  let pattern: Pattern
}
