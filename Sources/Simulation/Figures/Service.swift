/// What became of contacts: of one queue or of all, that came in a slot or on a day.
///
/// Numbers of contacts are means of a replication; shares are of all contacts of all replications.
/// Contacts that come again after their customer left are contacts of their own.
package struct Service: Hashable, Sendable {
  let moments: Moments
  let waits: [UInt64]
  let confidence: Double

  /// Which contacts a service level is a share of (definitions of the field).
  package enum Definition: String, CaseIterable, Hashable, Sendable, Codable {
    /// Answered in time out of all that came: whoever leaves is missed.
    case all
    /// Answered in time out of all that were answered.
    case served
    /// Answered in time out of all that came, less those that left within the threshold.
    case excludingEarlyAbandonments = "excluding-early-abandonments"
  }

  package var offered: Estimate { number([.offered: 1]) }
  package var answered: Estimate { number([.answered: 1]) }
  package var answeredInTime: Estimate { number([.inTime: 1]) }
  package var abandoned: Estimate { number(Self.left) }
  package var abandonedEarly: Estimate { number([.leftEarly: 1]) }
  package var abandonedLate: Estimate { number([.leftLate: 1]) }

  /// Neither answered nor gone at the end: backlog that is carried on.
  package var stillThere: Estimate {
    number([.offered: 1, .answered: -1, .leftEarly: -1, .leftLate: -1])
  }

  /// Deferred work that was due before the end and is not done then; what was done late is answered
  /// but not in time.
  package var overdue: Estimate { number([.overdue: 1]) }

  /// The share answered in time, of deferred work done when due; nil where no contact came.
  package func serviceLevel(as definition: Definition = .all) -> Estimate? {
    switch definition {
    case .all: share([.inTime: 1], of: [.offered: 1])
    case .served: share([.inTime: 1], of: [.answered: 1])
    case .excludingEarlyAbandonments:
      share([.inTime: 1], of: [.offered: 1, .leftEarly: -1])
    }
  }

  /// The share of contacts whose customer left.
  package var abandonment: Estimate? { share(Self.left, of: [.offered: 1]) }

  /// Seconds until an answer, those answered at once included (ASA); of deferred work until it was
  /// done.
  package var speedOfAnswer: Estimate? { share([.waitOfAnswered: 1], of: [.answered: 1]) }

  /// Seconds waited by all who were answered or left.
  package var meanWait: Estimate? {
    share(
      [.waitOfAnswered: 1, .waitOfLeft: 1], of: [.answered: 1, .leftEarly: 1, .leftLate: 1])
  }

  /// Seconds waited by those who left.
  package var waitOfAbandoned: Estimate? { share([.waitOfLeft: 1], of: Self.left) }

  /// The wait that a share of the answered contacts does not exceed, of a day or all days; nil where
  /// none was answered, and for single slots.
  ///
  /// Waits are counted in bins a sixteenth wide, and within a bin taken as even.
  package func waitQuantile(_ p: Double) -> Double? {
    precondition((0...1).contains(p), "a probability lies between 0 and 1")
    let total = Double(waits.reduce(0, +))
    guard total > 0 else { return nil }
    let target = p * total
    var passed = 0.0
    for (bin, count) in waits.enumerated() where count > 0 {
      let next = passed + Double(count)
      if next >= target {
        // Nearly all of the first bin did not wait at all.
        guard bin > 0 else { return 0 }
        let range = WaitBins.range(of: bin)
        return range.from + (target - passed) / Double(count) * (range.to - range.from)
      }
      passed = next
    }
    return nil
  }

  private static let left: KeyValuePairs<QueueCount, Double> = [.leftEarly: 1, .leftLate: 1]

  private func number(_ weights: KeyValuePairs<QueueCount, Double>) -> Estimate {
    moments.estimate(.init(weights), confidence: confidence)
  }

  private func share(
    _ numerator: KeyValuePairs<QueueCount, Double>,
    of denominator: KeyValuePairs<QueueCount, Double>
  ) -> Estimate? {
    moments.ratio(.init(numerator), to: .init(denominator), confidence: confidence)
  }
}

/// What the agents of a group did in a slot or on a day.
package struct Work: Hashable, Sendable {
  let moments: Moments
  let confidence: Double

  /// Agent-hours of those who were there, who finished late included.
  package var hoursOnDuty: Estimate {
    moments.estimate(.lane(GroupCount.onDuty.rawValue) / 3600, confidence: confidence)
  }

  /// The share of time on duty that agents were busy; nil where nobody was there.
  package var occupancy: Estimate? { share(.busy) }

  /// The share of time on duty spent on deferred work.
  package var deferredShare: Estimate? { share(.deferred) }

  private func share(_ count: GroupCount) -> Estimate? {
    moments.ratio(
      .lane(count.rawValue), to: .lane(GroupCount.onDuty.rawValue), confidence: confidence)
  }
}

extension Counts {
  /// Weight 1 for a single count.
  static func lane(_ index: Int) -> Counts {
    var weights = Counts.zero
    weights[index] = 1
    return weights
  }

  init(_ weights: KeyValuePairs<QueueCount, Double>) {
    self = .zero
    for (count, weight) in weights { self[count.rawValue] = weight }
  }
}
