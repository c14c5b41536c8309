import Threads

/// Plays a centre out, contact by contact, in independent replications.
///
/// Each queue has its own streams of chance for arrivals, handling times, patience and retrials, by
/// its name and the seed: one agent more changes nothing but what follows from it, so two centres
/// compared on one seed have the same customers. The result is the same for any number of threads.
///
/// - Parameters:
///   - centre: what is played.
///   - seed: replication n of a seed is the same whatever their number.
///   - rule: how many replications.
///   - confidence: of all intervals, above 0 and below 1.
///   - threads: threads at most.
/// - Returns: the figures of all replications.
/// - Throws: what is wrong with the centre, all of it at once.
package func simulate(
  _ centre: ContactCentre, seed: UInt64, until rule: StoppingRule = .after(100),
  confidence: Double = 0.95, threads: Int = processorCount
) throws(SimulationFault) -> Performance {
  let flaws = centre.flaws() + rule.flaws(confidence: confidence)
  guard flaws.isEmpty else { throw SimulationFault(flaws: flaws) }
  let layout = Layout(centre)
  var ledger = PerformanceLedger(for: centre)
  var played = 0
  while true {
    // Rounds are as long whatever the threads, so that a rule stops at the same replication.
    let round = min(replicationsOfRound, rule.most - played)
    let first = played
    let tallies = parallelMap(round, threads: threads) { number in
      var floor = Floor(layout, seed: seed, replication: first + number)
      return floor.play()
    }
    for tally in tallies { ledger.add(tally) }
    played += round
    guard played < rule.most else { break }
    if case .whenKnown = rule, rule.isMet(by: ledger.performance(confidence: confidence)) { break }
  }
  return ledger.performance(confidence: confidence)
}

/// Replications that are counted together.
private let replicationsOfRound = 16
