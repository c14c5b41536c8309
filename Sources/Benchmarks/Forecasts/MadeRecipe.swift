import Statistics
import Timeline

/// What is planted in a made series: all that is fixed before chance comes in.
///
/// Effects multiply and add in turn, shocks have heavy tails, and much of it (the month's first days,
/// campaigns, moods that last) is told to nobody, so that no way to forecast is right by construction.
struct MadeRecipe: Hashable, Sendable {
  let name: String
  /// What was asked for, in words.
  let kind: Kind
  let seed: UInt64
  let zone: String
  /// The country whose holidays are kept, as a code.
  let region: String
  let slot: Minutes
  let firstDay: LocalDay
  let dayCount: Int
  /// For Monday to Sunday the minutes of the day in which contacts can come; empty when closed.
  let hours: [Range<Int>]
  /// Whether closed slots have rows, of 0.
  let showsClosedSlots: Bool
  /// Whether nothing comes on public holidays.
  let isClosedOnHolidays: Bool

  /// Contacts of a mean day at the beginning.
  let dailyMean: Double
  /// The logarithm of the growth of a year.
  let growth: Double
  /// For Monday to Sunday, of mean 1 over the open days.
  let weekdayFactors: [Double]
  /// Cosine and sine of one to three waves a year, in logarithms.
  let yearWaves: [SIMD2<Double>]
  /// How many more contacts come at the start of a month, as a share of a mean day and not growing.
  let monthStart: Double
  /// Contacts an hour that come whatever the season, as a share of a mean day's hour.
  let steady: Double
  /// The level before and after are told apart by a factor from some days on.
  let jumps: [Jump]
  /// Weeks with a campaign, which nobody notes down.
  let campaigns: [Campaign]
  let noise: MadeNoise

  struct Jump: Hashable, Sendable {
    let day: Int
    let factor: Double
  }

  struct Campaign: Hashable, Sendable {
    let days: Range<Int>
    /// What comes more on its first day, as a share; it wears off to a third by the last.
    let lift: Double
  }

  /// The kinds of queues that are made.
  enum Kind: String, CaseIterable, Hashable, Sendable {
    case roundTheClock, shop, dailyTotals, shortHistory, jump, campaign, growth
  }
}

/// How chance comes into a made series; deviations are of logarithms unless said otherwise.
struct MadeNoise: Hashable, Sendable {
  /// What a slow level keeps from day to day, and its daily shock.
  let slowLevel: Process
  /// The same of a mood that lasts days, as weather does.
  let mood: Process
  /// How busy a single day is, all day long.
  let dayDeviation: Double
  /// What lasts within the day, from slot to slot.
  let within: Process
  /// The variance of counts beyond Poisson, as a share of the squared mean.
  let dispersion: Double
  /// Chances a day of an outage of hours, of a flood, and of a day that was not counted.
  let outage: Double
  let flood: Double
  let lostDay: Double
  /// The chance of a slot that was not counted.
  let lostSlot: Double

  /// A first-order autoregression.
  struct Process: Hashable, Sendable {
    let kept: Double
    let shock: Double
  }
}
