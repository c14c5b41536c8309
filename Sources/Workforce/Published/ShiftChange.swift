import Timeline

/// What one publication changes in one shift of an agent.
package enum ShiftChange: Hashable, Sendable {
  case added(PublishedShift)
  /// To other times, by the clock or in truth.
  case moved(from: PublishedShift, to: PublishedShift)
  /// The times stay; breaks, paid time, template or the zone's name do not.
  case changed(from: PublishedShift, to: PublishedShift)
  case cancelled(PublishedShift)

  /// Which of the cases it is, without the shifts.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case added, moved, changed, cancelled
  }

  /// The case alone, to count and to choose by.
  package var kind: Kind {
    switch self {
    case .added: .added
    case .moved: .moved
    case .changed: .changed
    case .cancelled: .cancelled
    }
  }

  /// The shift as it was told before.
  package var before: PublishedShift? {
    switch self {
    case .added: nil
    case .moved(let before, _), .changed(let before, _), .cancelled(let before): before
    }
  }

  /// The shift as it is told now.
  package var after: PublishedShift? {
    switch self {
    case .added(let after), .moved(_, let after), .changed(_, let after): after
    case .cancelled: nil
    }
  }

  /// The shift as it is now, or was if it is no more.
  package var shift: PublishedShift {
    switch self {
    case .added(let shift), .cancelled(let shift): shift
    case .moved(_, let after), .changed(_, let after): after
    }
  }

  package var agent: Agent.ID { shift.agent }

  /// What became of a shift that there is before and after.
  init(from before: PublishedShift, to after: PublishedShift) {
    self =
      before.isSameTime(as: after)
      ? .changed(from: before, to: after) : .moved(from: before, to: after)
  }

  /// When the first of what it tells begins, by which changes are put in order.
  var earliest: Instant {
    [before, after].compactMap { $0?.shift.interval.start }.min() ?? shift.shift.interval.start
  }
}
