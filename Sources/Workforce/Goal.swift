package import Timeline

/// What a queue promises its customers, and what it asks of its agents at the most.
package struct Goal: Hashable, Sendable, Codable {
  /// How the requirement is reckoned.
  package enum Model: String, CaseIterable, Hashable, Sendable, Codable {
    /// Callers wait for ever (Erlang C).
    case erlangC = "erlang-c"
    /// Callers hang up after an exponential patience (Erlang A).
    case erlangA = "erlang-a"
    /// Work that waits for hours is spread over its time to answer.
    case backlog
  }

  package let model: Model
  /// Share of contacts to be answered within ``threshold``, 0 to 1; nil without a service level.
  package let serviceLevel: Double?
  /// Seconds within which an answer counts.
  package let threshold: Double
  /// Mean seconds that a caller waits before hanging up; needed by Erlang A.
  package let patience: Double?
  /// Greatest share of time that agents may be busy, 0 to 1.
  package let maximumOccupancy: Double?
  /// Time within which deferred work is answered.
  package let answerWithin: Minutes?

  package init(
    model: Model, serviceLevel: Double? = nil, threshold: Double = 0, patience: Double? = nil,
    maximumOccupancy: Double? = nil, answerWithin: Minutes? = nil
  ) {
    self.model = model
    self.serviceLevel = serviceLevel
    self.threshold = threshold
    self.patience = patience
    self.maximumOccupancy = maximumOccupancy
    self.answerWithin = answerWithin
  }
}
