package import Exchange
package import Timeline
package import Workforce

/// One queue in the middle of its day.
package struct IntradayQueue: Sendable, Encodable {
  package enum State: String, Sendable, Encodable {
    /// What came has changed what is expected.
    case updated
    /// Nothing is expected of today.
    case closed
    /// No slot of today is over yet.
    case ahead
    /// Slots of today are over, and nobody says what came in them.
    case unknown
    /// The queue's day is over.
    case over
  }

  package let queue: Queue.ID
  package let state: State
  package let day: LocalDay
  /// Slots of today of which it is known what came, and slots that are over without that.
  package let knownSlots: Int
  package let missingSlots: Int
  /// Contacts that were expected of the known slots, and those that came.
  package let expected: Double
  package let came: Double
  /// Contacts of the rest of the day over those that were expected of it before.
  package let factor: Double
  package let restBefore: Band
  package let rest: Band
  /// What came and what is still expected, of slots that nobody counted too.
  package let dayTotal: Double
  /// Seconds of a contact: expected of the known slots, what they took, and what is thought of the rest
  /// as a share of what was; nil where nothing is known of today.
  package let handlingTime: Times?
  package let pattern: Pattern
  /// What a planner should know, in sentences.
  package let notes: [String]

  package struct Times: Sendable, Encodable {
    package let expected: Double
    package let took: Double
    package let factor: Double
  }

  /// How the queue's days deviate, as it was learnt of its past.
  package struct Pattern: Sendable, Encodable {
    package let dayShare: Double
    package let driftShare: Double
    package let halfLifeHours: Double
    package let carryOver: Double
    /// Days of the past that say so; 0 for what is usual.
    package let days: Int
  }
}

/// A reforecast within the day, and what it was made of.
package struct Intraday: Sendable {
  package let moment: Instant
  /// The forecast before.
  package let base: Forecast
  /// The forecast after, ready to be written.
  package let forecast: Forecast
  /// In order of the queue's id.
  package let queues: [IntradayQueue]
  /// What came in each slot of the forecast, by queue; NaN where that is not known or not believed.
  package let actuals: [[Double]]
  /// Of the file of today's figures.
  package let findings: [Finding]
}
