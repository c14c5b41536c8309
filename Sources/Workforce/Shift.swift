package import Timeline

/// An agent's presence on a day: when it starts and ends, and what is done in it.
package struct Shift: Hashable, Sendable, Codable {
  package let agent: Agent.ID
  package let template: ShiftTemplate.ID
  /// The local date (in the agent's zone) that the shift belongs to, also if it starts after midnight
  /// of a template whose window reaches past 24:00.
  package let day: LocalDay
  package let interval: Interval
  /// Breaks in order; all other time is work.
  package let breaks: [Activity]
  package let paid: Minutes

  package init(
    agent: Agent.ID, template: ShiftTemplate.ID, day: LocalDay, interval: Interval,
    breaks: [Activity], paid: Minutes
  ) {
    self.agent = agent
    self.template = template
    self.day = day
    self.interval = interval
    self.breaks = breaks
    self.paid = paid
  }

  /// Work and breaks in order, filling the shift without a hole.
  package var activities: [Activity] {
    var result: [Activity] = []
    var time = interval.start
    for pause in breaks {
      if time < pause.interval.start {
        result.append(
          Activity(kind: .work, interval: Interval(start: time, end: pause.interval.start)))
      }
      result.append(pause)
      time = pause.interval.end
    }
    if time < interval.end {
      result.append(Activity(kind: .work, interval: Interval(start: time, end: interval.end)))
    }
    return result
  }
}

/// What is done in a part of a shift.
package struct Activity: Hashable, Sendable, Codable {
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case work, rest, meal, meeting, training
  }

  package let kind: Kind
  package let interval: Interval

  package init(kind: Kind, interval: Interval) {
    self.kind = kind
    self.interval = interval
  }
}
