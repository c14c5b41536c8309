import Timeline
import Workforce

/// The contacts of a queue as work: what a slot offers to its agents.
struct Workload {
  let grid: Grid
  let isOpen: [Bool]
  /// Contacts that come to be served: for a line those of the open hours, for a backlog all.
  let contacts: [Double]
  /// Offered erlangs.
  let load: [Double]
  /// Seconds.
  let handlingTime: [Double]

  /// Reads a forecast, by a quantile of its contacts where one is given.
  ///
  /// - Throws: ``StaffingFault`` where a value is missing or cannot be one.
  init(
    of forecast: QueueForecast, for queue: Queue, on grid: Grid, in centre: Centre,
    quantile: Double? = nil
  ) throws(StaffingFault) {
    try self.init(of: forecast, for: queue, on: grid, in: centre) { slot in
      let band = forecast.volume[slot]
      return quantile.map(band.quantile) ?? band.expected
    }
  }

  /// Reads a forecast, with so many contacts in each slot as a function says.
  init(
    of forecast: QueueForecast, for queue: Queue, on grid: Grid, in centre: Centre,
    contacts volume: (Int) -> Double
  ) throws(StaffingFault) {
    guard forecast.volume.count == grid.count, forecast.handlingTime.count == grid.count else {
      throw .length(queue.id)
    }
    let isOpen = centre.openMask(of: queue, on: grid)
    let slotSeconds = Double(60 * grid.slot.count)
    var contacts: [Double] = []
    var load: [Double] = []
    var handlingTime: [Double] = []
    for slot in grid.indices {
      let volume = volume(slot)
      // A customer on the line of a closed queue is not served.
      let offered = isOpen[slot] || queue.goal.model == .backlog ? volume : 0
      let known = forecast.handlingTime[slot].expected
      let talk = known > 0 ? known : queue.assumedHandlingTime ?? 0
      let seconds = queue.dialing?.secondsOfAttempt(talking: talk) ?? talk
      let erlangs = offered * seconds / slotSeconds
      guard volume >= 0, erlangs <= Self.greatestLoad else {
        throw .volume(queue.id, grid.start(of: slot))
      }
      guard offered == 0 || seconds > 0 && seconds.isFinite else {
        throw .handlingTime(queue.id, grid.start(of: slot))
      }
      contacts.append(offered)
      load.append(erlangs)
      handlingTime.append(seconds)
    }
    self.grid = grid
    self.isOpen = isOpen
    self.contacts = contacts
    self.load = load
    self.handlingTime = handlingTime
  }

  /// A million agents on one queue: a mistake of units.
  private static let greatestLoad = 1e6
}
