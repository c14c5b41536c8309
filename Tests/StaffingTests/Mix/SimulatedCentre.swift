import Staffing
import Statistics

/// Queues and groups of agents played out contact by contact: first come, first served over an
/// agent's queues; a contact goes to a free agent with the fewest skills.
///
/// Each queue draws its arrivals, handling times and patience from a stream of its own, at the arrival:
/// with other agents the same contacts come.
struct SimulatedCentre {
  let problem: MixProblem
  let counts: [Int]
  let seed: UInt64

  /// What came of a queue's contacts.
  struct Tally {
    var arrived = 0.0
    var inTime = 0.0
    var abandoned = 0.0
    /// Shares in time of the batches that the run is cut into.
    var batches: [Double] = []

    var serviceLevel: Double { inTime / arrived }

    /// Half of the 95 % interval around the service level, by batch means.
    var halfWidth: Double {
      let count = Double(batches.count)
      let mean = batches.reduce(0, +) / count
      let squares = batches.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return 2.1 * (squares / (count - 1) / count).squareRoot()
    }
  }

  private struct Contact {
    var arrival: Double
    var leaves: Double
    var handling: Double
  }

  /// Contacts that wait, in a ring.
  private struct Line {
    var ring = Array(repeating: Contact(arrival: 0, leaves: 0, handling: 0), count: 64)
    var head = 0
    var count = 0

    mutating func append(_ contact: Contact) {
      if count == ring.count {
        ring = (0..<count).map { ring[(head + $0) & (count - 1)] }
        ring += ring
        head = 0
      }
      ring[(head + count) & (ring.count - 1)] = contact
      count += 1
    }

    mutating func dropFirst() {
      head = (head + 1) & (ring.count - 1)
      count -= 1
    }
  }

  /// Plays a number of contacts in 20 batches, after a fiftieth as many to warm up.
  func tallies(of contacts: Int) -> [Tally] {
    let queues = problem.queues
    let places = Array(queues.indices)
    var generators = places.map { Generator(seed: seed, stream: "queue \($0)") }
    let rates = queues.map { $0.contactsPerHour / 3600 }
    let patience = queues.map { queue in
      if case .line(_, let patience?) = queue.service { patience } else { Double.infinity }
    }
    let thresholds = queues.map(\.target.threshold)
    let order = places.map { place in
      problem.groups.indices.filter { problem.groups[$0].queues.contains(place: place) }
        .sorted { (problem.groups[$0].queues.count, $0) < (problem.groups[$1].queues.count, $1) }
    }
    let skills = problem.groups.map(\.queues.places)
    var idle = counts
    var lines = places.map { _ in Line() }
    var next = places.map { place in
      rates[place] > 0 ? -log(1 - generators[place].uniform()) / rates[place] : .infinity
    }
    var endings = Endings()
    var tallies = places.map { _ in Tally() }
    var batch = places.map { _ in Tally() }
    let size = contacts / 20
    var arrived = -contacts / 50
    var batches = 0

    while batches < 20 {
      var place = 0
      for other in places where next[other] < next[place] { place = other }
      if let ending = endings.first, ending.time < next[place] {
        // An agent is free for whoever came first of their queues.
        let time = ending.time
        endings.removeFirst()
        var best = -1
        var earliest = Double.infinity
        for queue in skills[ending.group] {
          while lines[queue].count > 0 {
            let contact = lines[queue].ring[lines[queue].head]
            if contact.leaves >= time {
              if contact.arrival < earliest { (best, earliest) = (queue, contact.arrival) }
              break
            }
            batch[queue].abandoned += 1
            lines[queue].dropFirst()
          }
        }
        if best >= 0 {
          let contact = lines[best].ring[lines[best].head]
          lines[best].dropFirst()
          if time - contact.arrival <= thresholds[best] { batch[best].inTime += 1 }
          endings.insert(time + contact.handling, group: ending.group)
        } else {
          idle[ending.group] += 1
        }
        continue
      }
      let time = next[place]
      func draw() -> Double { -log(1 - generators[place].uniform()) }
      next[place] = time + draw() / rates[place]
      let handling = draw() * queues[place].handlingTime
      let leaves = time + draw() * patience[place]
      arrived += 1
      batch[place].arrived += 1
      if let group = order[place].first(where: { idle[$0] > 0 }) {
        idle[group] -= 1
        batch[place].inTime += 1
        endings.insert(time + handling, group: group)
      } else {
        lines[place].append(Contact(arrival: time, leaves: leaves, handling: handling))
      }
      if arrived == 0 {
        batch = places.map { _ in Tally() }
      } else if arrived == size {
        arrived = 0
        batches += 1
        for place in places {
          tallies[place].arrived += batch[place].arrived
          tallies[place].inTime += batch[place].inTime
          tallies[place].abandoned += batch[place].abandoned
          if batch[place].arrived > 0 { tallies[place].batches.append(batch[place].serviceLevel) }
          batch[place] = Tally()
        }
      }
    }
    return tallies
  }

  /// The ends of contacts, the next first: a heap whose parents have four children.
  private struct Endings {
    private var heap: [(time: Double, group: Int)] = []

    var first: (time: Double, group: Int)? { heap.first }

    mutating func insert(_ time: Double, group: Int) {
      var place = heap.count
      heap.append((time, group))
      while place > 0 {
        let parent = (place - 1) >> 2
        guard heap[parent].time > time else { break }
        heap[place] = heap[parent]
        place = parent
      }
      heap[place] = (time, group)
    }

    mutating func removeFirst() {
      let last = heap.removeLast()
      guard !heap.isEmpty else { return }
      var place = 0
      while true {
        let child = 4 * place + 1
        guard child < heap.count else { break }
        var least = child
        for other in child..<min(child + 4, heap.count) where heap[other].time < heap[least].time {
          least = other
        }
        guard heap[least].time < last.time else { break }
        heap[place] = heap[least]
        place = least
      }
      heap[place] = last
    }
  }
}
