import Statistics

/// A way to carry daily totals on for months: which weeks tell the level, and how long the trend lasts.
///
/// The trend is damped (Gardner and McKenzie, "Forecasting trends in time series", Management Science 31,
/// 1985): its pace fades as exp(-t / persistence), so that after t years it has brought
/// slope x persistence x (1 - exp(-t / persistence)).
struct LongWay: Hashable, Sendable {
  /// Weeks until a day counts half for the level.
  let halfLife: Double
  /// Years in which the trend's pace falls to 1/e; 0 is no trend.
  let persistence: Double

  /// All that are tried.
  ///
  /// On the public series none is the best everywhere: those of demand that swings
  /// about its level want the slow level, those that jump the quick one.
  static let all = [4.0, 16].flatMap { halfLife in
    [0, 0.5, 2].map { LongWay(halfLife: halfLife, persistence: $0) }
  }

  /// Those that leave growth to the planner.
  static let level = all.filter { $0.persistence == 0 }

  /// What a planner reads.
  var name: String {
    let level = "level of \(Int(halfLife)) weeks"
    if persistence == 0 { return level }
    return level + (persistence < 1 ? ", trend for half a year" : ", trend for two years")
  }

  /// How many years' worth of the trend has come after some years.
  func trend(after years: Double) -> Double {
    persistence > 0 ? persistence * (1 - exp(-years / persistence)) : 0
  }
}
