import Statistics
import Testing

/// A desk played out contact by contact: it shares nothing with the formulas but the assumptions
/// of chance arrivals, exponential times and first come, first served.
///
/// Each agent is a counter of contacts; a new contact goes to one with the fewest.
struct SimulatedDesk {
  let load: Double
  let handlingTime: Double
  var patience = Double.infinity
  let agents: Int
  /// Completions per handling time of an agent with 1 contact, with 2 and so on.
  var throughput = [1.0]
  /// A figure counts a wait up to this.
  let threshold: Double

  /// Means of equally many contacts each, in the order they came.
  struct Batch {
    var waited = 0.0
    var inTime = 0.0
    var abandoned = 0.0
    var wait = 0.0
  }

  /// Plays a number of contacts after a tenth as many to warm up.
  func batches(_ count: Int, of size: Int, seed: UInt64) -> [Batch] {
    var generator = Generator(seed: seed)
    var batches = Array(repeating: Batch(), count: count)
    // Agents by their number of contacts.
    var occupied = [agents] + Array(repeating: 0, count: throughput.count)
    var line: [(arrival: Double, leaves: Double, batch: Int)] = []
    var head = 0
    var time = 0.0
    var arrived = -count * size / 10

    func exponential(_ mean: Double) -> Double { -mean * log(1 - generator.uniform()) }

    func record(_ batch: Int, wait: Double, isServed: Bool, waited: Bool) {
      guard batch >= 0, batch < count else { return }
      batches[batch].waited += waited ? 1 : 0
      batches[batch].inTime += isServed && wait <= threshold ? 1 : 0
      batches[batch].abandoned += isServed ? 0 : 1
      batches[batch].wait += wait
    }

    // Some contacts more, so that those still waiting at the end belong to no batch.
    while arrived < count * size + size {
      let rates = occupied.indices.dropFirst().map { contacts in
        Double(occupied[contacts]) * throughput[contacts - 1]
      }
      let total = load + rates.reduce(0, +)
      time += exponential(handlingTime / total)
      var draw = total * generator.uniform()
      if draw < load {
        let batch = arrived < 0 ? -1 : arrived / size
        arrived += 1
        if let free = occupied.dropLast().firstIndex(where: { $0 > 0 }) {
          occupied[free] -= 1
          occupied[free + 1] += 1
          record(batch, wait: 0, isServed: true, waited: false)
        } else {
          let leaves = patience.isFinite ? time + exponential(patience) : .infinity
          line.append((time, leaves, batch))
        }
        continue
      }
      // One of the agents completes a contact, each number of contacts by its rate.
      draw -= load
      var contacts = 1
      while contacts < rates.count, draw >= rates[contacts - 1] {
        draw -= rates[contacts - 1]
        contacts += 1
      }
      while head < line.count, line[head].leaves < time {
        let left = line[head]
        record(left.batch, wait: left.leaves - left.arrival, isServed: false, waited: true)
        head += 1
      }
      if head < line.count {
        record(
          line[head].batch, wait: time - line[head].arrival, isServed: true, waited: true)
        head += 1
      } else {
        occupied[contacts] -= 1
        occupied[contacts - 1] += 1
      }
    }
    return batches.map { batch in
      let contacts = Double(size)
      return Batch(
        waited: batch.waited / contacts, inTime: batch.inTime / contacts,
        abandoned: batch.abandoned / contacts, wait: batch.wait / contacts)
    }
  }
}

/// The mean of one figure over batches, with its standard error.
func estimate(
  _ batches: [SimulatedDesk.Batch], _ figure: (SimulatedDesk.Batch) -> Double
) -> (mean: Double, error: Double) {
  let values = batches.map(figure)
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, (squares / (count - 1) / count).squareRoot())
}
