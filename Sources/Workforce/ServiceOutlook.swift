package import Timeline

/// What customers of a queue can expect of a roster on one local day of the centre.
package struct ServiceOutlook: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  package let day: LocalDay
  /// Offered contacts of the day.
  package let contacts: Double
  /// Share answered within the goal's threshold, weighted by contacts, 0 to 1; nil for work that
  /// does not wait on the line.
  package let serviceLevel: Double?
  package let goal: Double?
  /// Share of callers who hang up; nil where the model knows no patience.
  package let abandonment: Double?
  /// Share of their time that agents serving the queue are busy, 0 to 1.
  package let occupancy: Double

  package init(
    queue: Queue.ID, day: LocalDay, contacts: Double, serviceLevel: Double?, goal: Double?,
    abandonment: Double?, occupancy: Double
  ) {
    self.queue = queue
    self.day = day
    self.contacts = contacts
    self.serviceLevel = serviceLevel
    self.goal = goal
    self.abandonment = abandonment
    self.occupancy = occupancy
  }
}
