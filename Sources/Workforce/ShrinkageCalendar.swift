package import Timeline

/// On which days more or less than usual of the time on duty is lost to what nobody plans: sickness,
/// coming late.
///
/// Breaks, training and leave stand in the roster and are no part of it: a need is divided by
/// 1 - shrinkage once, and what is rostered is never divided for as well.
package struct ShrinkageCalendar: Hashable, Sendable {
  /// Shares of time on duty, 0 to 1; other weekdays are as usual.
  package let ofWeekday: [Weekday: Double]
  /// By number, 1 for January to 12; other months are as usual.
  package let ofMonth: [Int: Double]

  package init(ofWeekday: [Weekday: Double] = [:], ofMonth: [Int: Double] = [:]) {
    self.ofWeekday = ofWeekday
    self.ofMonth = ofMonth
  }

  /// Every day is as usual.
  package static let none = ShrinkageCalendar()

  /// The share on a local date.
  ///
  /// A weekday and a month each move it from the usual; both together move it by both.
  package func share(on day: LocalDay, usual: Double) -> Double {
    let weekday = ofWeekday[day.weekday] ?? usual
    let month = ofMonth[day.month] ?? usual
    let moved = weekday + month - usual
    // A single share stands as it is given, also one that staffing will refuse.
    guard ofWeekday[day.weekday] != nil, ofMonth[day.month] != nil else { return moved }
    return min(max(0, moved), Self.greatest)
  }

  /// All shares that it names.
  package var shares: [Double] { ofWeekday.values.sorted() + ofMonth.values.sorted() }

  /// Where weekday and month together would leave hardly anybody.
  private static let greatest = 0.9
}
