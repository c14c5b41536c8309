/// How the days of a queue deviate from their forecast: how much of a slot's deviation its whole day
/// shares, how much drifts through the day, and how much stays on the morrow.
///
/// A slot's relative deviation beyond chance is the band's spread there times the sum of three parts
/// with variances that add up to 1: one of the day, one that drifts (an autoregression, half of which is
/// left after ``halfLife``), and one of the slot alone. The day's part of the next day is ``carryOver``
/// times that of this one and something new.
package struct DayPattern: Hashable, Sendable, Codable {
  /// Variance of what the whole day shares, as a share of all beyond chance, 0 to 1.
  package let dayShare: Double
  /// Variance of what drifts through the day, as a share.
  package let driftShare: Double
  /// Hours after which half of a drift is left.
  package let halfLife: Double
  /// How much of the day's part is left on the next working day, 0 to 1.
  package let carryOver: Double
  /// How much wider or narrower than the model says the middle 80 % and 95 % have to be, so that they
  /// held what they promise on the queue's own past.
  package let innerWidth: Double
  package let outerWidth: Double
  /// How many days it was learnt from; 0 for ``usual``.
  package let days: Int

  package init(
    dayShare: Double, driftShare: Double, halfLife: Double, carryOver: Double,
    innerWidth: Double = 1, outerWidth: Double = 1, days: Int = 0
  ) {
    precondition(
      dayShare >= 0 && driftShare >= 0 && dayShare + driftShare <= 1, "shares are 0 to 1 together")
    precondition(halfLife > 0 && (0...1).contains(carryOver), "a half-life is positive")
    self.dayShare = dayShare
    self.driftShare = driftShare
    self.halfLife = halfLife
    self.carryOver = carryOver
    self.innerWidth = innerWidth
    self.outerWidth = outerWidth
    self.days = days
  }

  /// What is believed of a queue whose past is too short to tell.
  ///
  /// Of the public series of the ledger these did nearly as well on each as what each itself teaches.
  package static let usual = DayPattern(
    dayShare: 0.25, driftShare: 0.7, halfLife: 3, carryOver: 0.75)

  /// What is left for a slot alone.
  var ownShare: Double { max(0, 1 - dayShare - driftShare) }

  func with(innerWidth: Double, outerWidth: Double, days: Int) -> DayPattern {
    DayPattern(
      dayShare: dayShare, driftShare: driftShare, halfLife: halfLife, carryOver: carryOver,
      innerWidth: innerWidth, outerWidth: outerWidth, days: days)
  }
}
