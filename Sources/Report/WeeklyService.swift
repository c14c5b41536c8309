package import Workforce

/// What customers of one queue can expect of the whole week, beside its goal.
package struct WeeklyService: Hashable, Sendable {
  package let queue: Queue.ID
  package let contacts: Double
  /// Share answered within the threshold, weighted by contacts, 0 to 1; nil for work that does not
  /// wait on the line.
  package let serviceLevel: Double?
  package let goal: Double?
  package let abandonment: Double?
  /// Weighted by contacts, 0 to 1; nil in a week without any.
  package let occupancy: Double?

  /// The week of each queue of the centre, in its order.
  package static func all(of content: ReportContent) -> [WeeklyService] {
    content.centre.queues.map { queue in
      WeeklyService(queue, days: content.outlook.filter { $0.queue == queue.id })
    }
  }

  package init(_ queue: Queue, days: [ServiceOutlook]) {
    let contacts = days.reduce(0) { $0 + $1.contacts }
    func mean(_ value: (ServiceOutlook) -> Double?) -> Double? {
      let known = days.compactMap { day in value(day).map { (weight: day.contacts, value: $0) } }
      let weight = known.reduce(0) { $0 + $1.weight }
      guard weight > 0 else { return nil }
      return known.reduce(0) { $0 + $1.weight * $1.value } / weight
    }
    self.queue = queue.id
    self.contacts = contacts
    serviceLevel = mean(\.serviceLevel)
    goal = days.compactMap(\.goal).first ?? queue.goal.serviceLevel
    abandonment = mean(\.abandonment)
    occupancy = mean { $0.occupancy }
  }

  package var verdict: Verdict { Verdict(serviceLevel, against: goal) }
}

/// Whether a goal is kept, in words and by a sign, so that no colour is needed to tell.
package enum Verdict: Hashable, Sendable {
  case met, missed
  /// There is no goal, or nothing to hold against it.
  case open

  /// A level counts as met when it is so to the tenth of a percent that a planner sees.
  package init(_ level: Double?, against goal: Double?) {
    guard let level, let goal else {
      self = .open
      return
    }
    self = level >= goal - 0.0005 ? .met : .missed
  }

  package var words: String {
    switch self {
    case .met: "✓ met"
    case .missed: "✗ missed"
    case .open: ""
    }
  }
}
