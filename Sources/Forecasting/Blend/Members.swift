import Statistics

/// What every method says from one origin, of what was known before it.
struct Members: Sendable {
  /// By slot of the days from the origin on; methods that cannot tell are absent.
  private(set) var volumes: [Method: [Double]] = [:]

  /// Weeks of history below which a past is short: no season, two more plain methods.
  static let weeksOfShort = 60

  /// How far the level of a long past is drawn to the smoothing: its memory is fixed, and alone it lags
  /// behind a queue that moves within weeks.
  static let shareOfSmoothing = 0.5

  /// Weeks ahead after which the smoothing of a short past is drawn half-way to the level: a memory
  /// learnt from few weeks serves the next days, not the next month.
  static let weeksOfFading = 1.0

  static func isShort(days: Int, in table: DayTable) -> Bool {
    days < weeksOfShort * table.week
  }

  init(
    of table: DayTable, columns: CalendarColumns, trees: TreePair?, from origin: Int, days: Int,
    isSparse: Bool
  ) {
    let view = DayView(of: table, through: origin, isSpecial: columns.isSpecial)
    if isSparse {
      volumes[.meanRate] = MeanRate(of: view).volumes(days: days)
      return
    }
    let plain = CalendarEffects(of: view, columns: columns, withYear: false)
    let isShort = Self.isShort(days: origin, in: table)
    let season = isShort ? plain : CalendarEffects(of: view, columns: columns, withYear: true)
    let shares = DayShares(of: view)
    let isShut = view.isShut(days: days)
    func keep(_ method: Method, _ slots: [Double]) {
      volumes[method] = slots.indices.map { index in
        let day = index / table.slotsPerDay
        let isOpen = table.isOpen(index % table.slotsPerDay, on: origin + day)
        return isShut[day] || !isOpen ? 0 : max(0, slots[index])
      }
    }
    func spread(_ totals: [Double]) -> [Double] {
      totals.indices.flatMap { ahead in
        shares.shares(of: origin + ahead).map { $0 * totals[ahead] }
      }
    }
    let level = DailyLevel.totals(of: view, season, days: days)
    let smoothing = DailySmoothing.totals(of: view, season, days: days)
    if isShort {
      keep(.level, spread(level))
      keep(
        .smoothing,
        spread(
          Self.between(level, smoothing) { ahead in
            pow(0.5, Double(ahead) / (Self.weeksOfFading * Double(table.week)))
          }))
      keep(.average, RecentAverage.volumes(of: view, plain, days: days))
      if let totals = DailyAutoregression.totals(of: view, plain, days: days) {
        keep(.autoregression, spread(totals))
      }
    } else {
      keep(.smoothing, spread(smoothing))
      keep(.level, spread(Self.between(level, smoothing) { _ in Self.shareOfSmoothing }))
      keep(.steadySmoothing, spread(DailySmoothing.totals(of: view, plain, days: days)))
    }
    for (method, slots) in trees?.volumes(from: origin, days: days) ?? [:] { keep(method, slots) }
  }

  /// The geometric mean of level and smoothing, in which smoothing has a share by days ahead.
  private static func between(
    _ level: [Double], _ smoothing: [Double], share: (Int) -> Double
  ) -> [Double] {
    level.indices.map { ahead in
      let (slow, quick) = (level[ahead], smoothing[ahead])
      return slow > 0 ? slow * pow(quick / slow, share(ahead)) : 0
    }
  }
}
