/// Why a queue's need is what it is, slot by slot.
package struct NeedExplanation: Hashable, Sendable, Codable {
  /// What decided a slot's need.
  package enum Ruling: String, CaseIterable, Hashable, Sendable, Codable {
    /// The queue is closed: nobody is needed.
    case closed
    /// Nobody is expected to come.
    case noContacts = "no-contacts"
    case serviceLevel = "service-level"
    case abandonment
    case occupancy
    /// Without any bound: agents who keep up with the load.
    case load
    /// Deferred work that falls due.
    case due
    case minimumStaff = "min-staff"
  }

  package let model: Goal.Model
  /// Every bound of the goal in words: `80 % in 20 s, abandonment up to 5 %`.
  package let target: String
  /// Of the service level; nil where the goal has none.
  package let definition: ServiceLevelDefinition?
  /// What of the forecast was staffed for: `mean`, or a quantile such as `p80`.
  package let plannedFor: String
  /// Agents at work a slot, before shrinkage and minimum staff, in fractions.
  package let atWork: [Double]
  /// The share of time on duty that the need was divided for, a slot.
  package let shrinkage: [Double]
  package let rulings: [Ruling]

  package init(
    model: Goal.Model, target: String, definition: ServiceLevelDefinition?, plannedFor: String,
    atWork: [Double], shrinkage: [Double], rulings: [Ruling]
  ) {
    self.model = model
    self.target = target
    self.definition = definition
    self.plannedFor = plannedFor
    self.atWork = atWork
    self.shrinkage = shrinkage
    self.rulings = rulings
  }

  /// Needs are rounded to hundredths of an agent, up or down to the nearest; whole agents are the
  /// roster's to find.
  package static let rounding = 0.01
}
