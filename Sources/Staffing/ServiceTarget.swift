package import Workforce

/// What a desk must keep; bounds are inclusive.
package struct ServiceTarget: Hashable, Sendable {
  /// Least share served within ``threshold``, above 0 and below 1.
  package let serviceLevel: Double?
  /// Seconds.
  package let threshold: Double
  package let definition: ServiceLevelDefinition
  /// Greatest occupancy and abandonment, above 0; 1 or more binds nobody.
  package let maximumOccupancy: Double?
  package let maximumAbandonment: Double?

  package init(
    serviceLevel: Double? = nil, within threshold: Double = 0,
    as definition: ServiceLevelDefinition = .all, maximumOccupancy: Double? = nil,
    maximumAbandonment: Double? = nil
  ) {
    precondition(threshold >= 0 && threshold.isFinite, "a threshold is 0 seconds or more")
    // What is no number stays, so that the target is out of reach instead of empty.
    self.serviceLevel = serviceLevel.flatMap { $0 <= 0 ? nil : $0 }
    self.threshold = threshold
    self.definition = definition
    self.maximumOccupancy = maximumOccupancy.flatMap { $0 >= 1 ? nil : $0 }
    self.maximumAbandonment = maximumAbandonment.flatMap { $0 >= 1 ? nil : $0 }
  }

  /// Whether it asks for nothing at all.
  package var isEmpty: Bool {
    serviceLevel == nil && maximumOccupancy == nil && maximumAbandonment == nil
  }

  /// Whether any number of agents can keep it.
  package var isAttainable: Bool {
    serviceLevel ?? 0 < 1 && maximumOccupancy ?? 1 > 0 && maximumAbandonment ?? 1 > 0
  }

  /// What can be asked of a desk.
  package enum Bound: CaseIterable, Hashable, Sendable {
    case occupancy, abandonment, serviceLevel
  }

  /// The bounds that it has, in the order of ``shortfalls(of:)``.
  package var bounds: [Bound] {
    var bounds: [Bound] = []
    if maximumOccupancy != nil { bounds.append(.occupancy) }
    if maximumAbandonment != nil { bounds.append(.abandonment) }
    if serviceLevel != nil { bounds.append(.serviceLevel) }
    return bounds
  }

  /// By how much a line misses each bound: above 0 where it does.
  func shortfalls(of line: WaitingLine) -> [Double] {
    var shortfalls: [Double] = []
    if let maximumOccupancy { shortfalls.append(line.excess(over: maximumOccupancy)) }
    if let maximumAbandonment { shortfalls.append(line.abandonment - maximumAbandonment) }
    if let serviceLevel {
      shortfalls.append(serviceLevel - line.serviceLevel(within: threshold, as: definition))
    }
    return shortfalls
  }

  /// Whether a line keeps every bound.
  func isMet(by line: WaitingLine) -> Bool {
    Self.areKept(shortfalls(of: line))
  }

  static func areKept(_ shortfalls: [Double]) -> Bool {
    shortfalls.allSatisfy { $0 <= rounding }
  }

  /// A bound that is kept but for the last digits is kept: 90 erlangs at 90 % need 100 agents, not
  /// 101.
  private static let rounding = 1e-12
}
