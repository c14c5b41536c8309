/// Two sets of trees fitted on the same past: one on volumes without special days' effects, one without
/// the season either.
struct TreePair: Sendable {
  let plain: [TreeMember]
  let seasonal: [TreeMember]
  /// The first day that they have not seen.
  let through: Int

  /// Weeks from which on the second set looks at volumes without the season; before, it only draws
  /// anew.
  static let weeksOfSeason = 104

  init(
    of table: DayTable, columns: CalendarColumns, through count: Int, draws: Int = 1, seed: UInt64
  ) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(of: view, columns: columns, withYear: false)
    var divided = effects.special
    if count >= Self.weeksOfSeason * table.week {
      let season = CalendarEffects(of: view, columns: columns, withYear: true)
      divided = zip(season.special, season.year).map { $0 + $1 }
    }
    func members(_ effects: [Double], stream: UInt64) -> [TreeMember] {
      (0..<UInt64(draws)).compactMap { draw in
        TreeMember(
          of: table, effects: effects, isSpecial: columns.isSpecial, through: count,
          seed: seed &+ 2 * draw &+ stream)
      }
    }
    plain = members(effects.special, stream: 0)
    seasonal = members(divided, stream: 1)
    through = count
  }

  /// The mean of some sets' forecasts; nil of none.
  static func volumes(of members: [TreeMember], from origin: Int, days: Int) -> [Double]? {
    guard let first = members.first else { return nil }
    var sum = first.forecast(from: origin, days: days)
    for member in members.dropFirst() {
      for (index, volume) in member.forecast(from: origin, days: days).enumerated() {
        sum[index] += volume
      }
    }
    return sum.map { $0 / Double(members.count) }
  }
}
