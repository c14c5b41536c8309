/// What is expected of several queues together, slot by slot or day by day.
///
/// The expected contacts are the sum of the queues' own. The band is not: what goes wrong in one queue
/// partly evens out in another, so it is narrower than the bands of the queues put end to end.
package struct ForecastTotal: Hashable, Sendable, Codable {
  /// What the queues of a total have in common.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case all, channel, language, market
  }

  package let kind: Kind
  /// The channel, language or market; `all` of all queues.
  package let name: String
  /// In order of their ids.
  package let queues: [Queue.ID]
  /// Offered contacts, in hundredths as in the file of the queues.
  package let volume: [Band]
  /// Mean seconds of the contacts, each queue weighted by its own.
  package let handlingTime: [Double]
  /// What a planner should know of the band.
  package let notes: [String]

  package init(
    kind: Kind, name: String, queues: [Queue.ID], volume: [Band], handlingTime: [Double],
    notes: [String] = []
  ) {
    precondition(volume.count == handlingTime.count, "a total has one value a slot")
    self.kind = kind
    self.name = name
    self.queues = queues
    self.volume = volume
    self.handlingTime = handlingTime
    self.notes = notes
  }
}
