import Statistics
import Workforce

/// What is thought of the slots to come: mostly by the pattern of the queue's days, and where the day goes
/// its own way, as of a day unlike any other.
///
/// Of two filters the one takes days to deviate as they did in the past, the other by a half and more. Which
/// of them explains the day so far decides how much each counts (Bayesian model averaging: Hoeting and
/// others, Statistical Science 14, 1999): a queue that was regular for years and has twice its contacts
/// since eight is believed, a lively hour is not.
struct DayOutlook {
  private let pattern: DayPattern
  private var usual: DayFilter
  private var unlike: DayFilter
  /// The likelihood of the usual filter when the day began.
  private var beginning = 0.0
  private var day: Int?

  /// One day in a hundred is unlike others, and then deviates so much.
  static let unlikeShare = 0.01
  static let unlikeSpread = 0.5

  init(_ pattern: DayPattern) {
    self.pattern = pattern
    usual = DayFilter(pattern)
    unlike = usual
  }

  /// Learns from a slot whose contacts are known.
  mutating func observe(_ slot: DaySlot) {
    turn(to: slot)
    usual.advance(to: slot)
    usual.observe(slot)
    let wide = slot.spread(byAtLeast: Self.unlikeSpread)
    unlike.advance(to: wide)
    unlike.observe(wide)
  }

  /// The band of a slot to come.
  mutating func band(of slot: DaySlot) -> Band {
    turn(to: slot)
    usual.advance(to: slot)
    let wide = slot.spread(byAtLeast: Self.unlikeSpread)
    unlike.advance(to: wide)
    let weight = weight
    return usual.band(of: slot).mixed(with: unlike.band(of: wide), share: weight)
  }

  /// The band of the contacts of several slots of the day together, none of them known.
  func sum(of slots: [DaySlot]) -> Band {
    guard let first = slots.first else { return .zero }
    var copy = self
    copy.turn(to: first)
    let wide = slots.map { $0.spread(byAtLeast: Self.unlikeSpread) }
    return copy.usual.sum(of: slots).mixed(with: copy.unlike.sum(of: wide), share: copy.weight)
  }

  /// A day begins as any other, whatever the one before was.
  private mutating func turn(to slot: DaySlot) {
    guard day != slot.day, slot.band.expected > 0 else { return }
    day = slot.day
    unlike = DayFilter(pattern)
    beginning = usual.likelihood
  }

  /// How likely it is that the day is unlike others.
  private var weight: Double {
    let evidence = unlike.likelihood - (usual.likelihood - beginning)
    let odds = Self.unlikeShare / (1 - Self.unlikeShare) * exp(min(100, max(-100, evidence)))
    return odds / (1 + odds)
  }
}

extension Band {
  /// The values between those of two bands.
  fileprivate func mixed(with other: Band, share: Double) -> Band {
    func mix(_ value: (Band) -> Double) -> Double {
      (1 - share) * value(self) + share * value(other)
    }
    return Band(
      expected: mix { $0.expected }, lowest: mix { $0.lowest }, low: mix { $0.low },
      median: mix { $0.median }, high: mix { $0.high }, highest: mix { $0.highest })
  }
}
