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

  /// The clock on which deferred work becomes due.
  package enum AnswerClock: String, CaseIterable, Hashable, Sendable, Codable {
    /// Runs only while the queue is open.
    case openHours = "open-hours"
    /// Runs day and night.
    case wall
  }

  package let model: Model
  /// Share of contacts to be answered within ``threshold``, 0 to 1; nil without a service level.
  package let serviceLevel: Double?
  /// Seconds within which an answer counts.
  package let threshold: Double
  /// Which contacts the service level is a share of.
  package let definition: ServiceLevelDefinition
  /// Mean seconds that a caller waits before hanging up; needed by Erlang A.
  package let patience: Double?
  /// The share of those who hang up that call again, 0 to 1.
  package let retries: Double
  /// Greatest share of time that agents may be busy, 0 to 1.
  package let maximumOccupancy: Double?
  /// Greatest share of callers who hang up, 0 to 1.
  package let maximumAbandonment: Double?
  /// Time within which deferred work is answered.
  package let answerWithin: Minutes?
  /// Whether that time runs on while the queue is closed.
  package let answerClock: AnswerClock

  package init(
    model: Model, serviceLevel: Double? = nil, threshold: Double = 0,
    as definition: ServiceLevelDefinition = .all, patience: Double? = nil, retries: Double = 0,
    maximumOccupancy: Double? = nil, maximumAbandonment: Double? = nil,
    answerWithin: Minutes? = nil, answerClock: AnswerClock = .openHours
  ) {
    self.model = model
    self.serviceLevel = serviceLevel
    self.threshold = threshold
    self.definition = definition
    self.patience = patience
    self.retries = retries
    self.maximumOccupancy = maximumOccupancy
    self.maximumAbandonment = maximumAbandonment
    self.answerWithin = answerWithin
    self.answerClock = answerClock
  }
}

extension Goal {
  /// Every bound in words: `80 % in 20 s of all contacts, abandonment up to 5 %`.
  package var words: String {
    var bounds: [String] = []
    if let serviceLevel {
      bounds.append("\(percent(serviceLevel)) in \(decimal(threshold)) s \(definition.words)")
    }
    if let maximumAbandonment { bounds.append("abandonment up to \(percent(maximumAbandonment))") }
    if let answerWithin, model == .backlog {
      let clock = answerClock == .openHours ? "of open hours" : "day and night"
      bounds.append("answered within \(answerWithin) \(clock)")
    }
    if let maximumOccupancy { bounds.append("occupancy up to \(percent(maximumOccupancy))") }
    return bounds.isEmpty ? "no bound" : bounds.joined(separator: ", ")
  }
}

/// `80 %`, `82.5 %`.
private func percent(_ share: Double) -> String { "\(decimal(100 * share)) %" }

/// Up to two decimals, without zeros at the end.
private func decimal(_ value: Double) -> String {
  let hundredths = Int((100 * min(max(value, 0), 1e12)).rounded())
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  guard rest > 0 else { return "\(whole)" }
  return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest / 10)\(rest % 10)"
}
