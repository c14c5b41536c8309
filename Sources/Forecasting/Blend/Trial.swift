import Statistics

/// A time of the past that is forecast as if nothing of it were known.
struct Trial: Sendable {
  /// The first day, and the first slot of it that is not known.
  let origin: Int
  let offset: Int
  /// What each method says of the slots from the first day on.
  let volumes: [Method: [Double]]
  /// What the last values say of the slots from ``offset`` on; empty where they cannot.
  let near: [Double]
  /// What came in the slots from the first day on; NaN where nothing was observed or all was known.
  let actual: [Double]
  /// How many times it counts when methods are judged.
  let weight: Double

  /// Weeks beyond which a trial lies in the season of the year before, and what it counts: trials like
  /// it are few, and they alone know what comes in the season ahead.
  static let weeksOfSeason = 26
  static let weightOfSeason = 2.0

  /// Weeks that must lie before a trial.
  static let leastWeeks = 6
  /// Trials below which short histories are tried day by day, and what must lie before these.
  static let leastTrials = 2
  static let leastWeeksOfDaily = 2

  /// The first days of the trials of a past, latest first.
  static func origins(before origin: Int, in table: DayTable) -> [Int] {
    let weekly = weeklyOrigins(before: origin, in: table)
    if weekly.count >= leastTrials { return weekly }
    return (2...8).map { origin - $0 }.filter { $0 >= leastWeeksOfDaily * table.week }
  }

  /// Whether a past is so short that it is tried day by day.
  static func isDaily(before origin: Int, in table: DayTable) -> Bool {
    weeklyOrigins(before: origin, in: table).count < leastTrials
  }

  private static func weeklyOrigins(before origin: Int, in table: DayTable) -> [Int] {
    let week = table.week
    let isShort = Members.isShort(days: origin, in: table)
    let weeks =
      isShort
      ? Array(1...8) : [2, 4, 6, 8, 10, 12, 14] + (origin >= 100 * week ? [50, 52] : [])
    return weeks.map { origin - $0 * week }.filter { $0 >= leastWeeks * week }
  }

  /// The trials of what lies before a slot of a day (`offset` slots of the day are known): as many days as
  /// are asked for, as far as they are known by now.
  static func all(
    of table: DayTable, columns: CalendarColumns, before origin: Int, offset: Int, days: Int,
    isSparse: Bool, seed: UInt64
  ) -> [Trial] {
    let slots = table.slotsPerDay
    let pasts = origins(before: origin, in: table)
    let isShort = Members.isShort(days: origin, in: table)
    let isYoung = Blend.isYoung(origin, in: table)
    let near = (isYoung ? pasts.min() : nil).flatMap {
      NearMember(of: table, columns: columns, through: $0 * slots + offset)
    }
    var fitted: [Int: TreePair] = [:]
    return pasts.map { past in
      let anchor = isShort ? past : anchor(for: past, among: pasts, week: table.week)
      if !isSparse, !isShort || origin >= Blend.weeksOfTrees * table.week, fitted[anchor] == nil {
        fitted[anchor] =
          isShort
          ? TreePair(of: table, columns: columns, through: anchor, seed: seed)
          : TreePair(judging: table, columns: columns, through: anchor, seed: seed)
      }
      let known = table.volume.count
      let length = min(days, (origin * slots + offset - past * slots + slots - 1) / slots)
      let members = Members(
        of: table, columns: columns, trees: fitted[anchor], from: past, days: length,
        isSparse: isSparse)
      let first = past * slots
      let end = min(origin * slots + offset, known)
      let actual = (first..<first + length * slots).map { cell in
        cell < first + offset || cell >= end ? Double.nan : table.volume[cell]
      }
      let steps = min(NearMember.days, length) * slots - offset
      return Trial(
        origin: past, offset: offset, volumes: members.volumes,
        near: steps > 0
          ? near?.volumes(from: first + offset, count: steps) ?? [] : [],
        actual: actual,
        weight: origin - past > weeksOfSeason * table.week ? weightOfSeason : 1)
    }
  }

  /// The trial whose trees serve a trial: trees are dear, and the same ones tell as well what came some
  /// weeks later; so each run of trials close together shares those of its first.
  private static func anchor(for past: Int, among pasts: [Int], week: Int) -> Int {
    pasts.filter { $0 <= past && past - $0 <= 12 * week }.min() ?? past
  }
}
