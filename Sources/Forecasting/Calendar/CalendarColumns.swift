import Statistics
import Timeline

/// What the calendar says of each day, as sparse columns of a regression with their penalties.
///
/// The penalties are the partial pooling: a named holiday is the effect of any holiday plus its own
/// deviation, each drawn towards 0 by about 1 / (1 + penalty / occurrences).
struct CalendarColumns: Sendable {
  /// What a column stands for.
  enum Role: Sendable {
    case weekday, year, special, trend
  }

  private(set) var roles: [Role] = []
  private(set) var penalties: [Double] = []
  /// The columns of all days, one after the other, each day's in rising order.
  private var entries: [SparseEntry] = []
  private var starts: [Int] = [0]
  /// Whether a day is a holiday, beside one, or around Christmas.
  private(set) var isSpecial: [Bool] = []

  /// Pairs of sine and cosine of the year.
  static let yearPairs = 6
  /// Dates of the Christmas window, as month x 100 + day.
  static let window = [1222, 1223, 1224, 1225, 1226, 1227, 1228, 1229, 1230, 1231, 101, 102]

  init(of table: DayTable) {
    var columns: [Key: Int] = [:]
    for weekday in 0..<7 { add(.weekday(weekday), .weekday, 0.02, to: &columns) }
    for pair in 1...Self.yearPairs {
      // High frequencies are penalised more.
      add(.cosine(pair), .year, Double(pair), to: &columns)
      add(.sine(pair), .year, Double(pair), to: &columns)
    }
    let keepsChristmas = Self.keepsChristmas(table)
    let keys = table.days.indices.map { Self.keys(of: $0, in: table, window: keepsChristmas) }
    for key in Set(keys.joined()).sorted() {
      add(key, .special, key.penalty, to: &columns)
    }
    add(.trend, .trend, 0.02, to: &columns)

    let origin = table.days.first?.daysSince1970 ?? 0
    for day in table.days.indices {
      let angle = 2 * Double.pi * Double(table.days[day].daysSince1970) / 365.2425
      entries.append(SparseEntry(column: table.weekdays[day], value: 1))
      for pair in 1...Self.yearPairs {
        entries.append(SparseEntry(column: 5 + 2 * pair, value: cos(Double(pair) * angle)))
        entries.append(SparseEntry(column: 6 + 2 * pair, value: sin(Double(pair) * angle)))
      }
      for column in keys[day].compactMap({ columns[$0] }).sorted() {
        entries.append(SparseEntry(column: column, value: 1))
      }
      let years = Double(table.days[day].daysSince1970 - origin) / 365.25
      entries.append(SparseEntry(column: roles.count - 1, value: years))
      starts.append(entries.count)
      isSpecial.append(!keys[day].isEmpty)
    }
  }

  subscript(day: Int) -> ArraySlice<SparseEntry> { entries[starts[day]..<starts[day + 1]] }

  private mutating func add(
    _ key: Key, _ role: Role, _ penalty: Double, to columns: inout [Key: Int]
  ) {
    columns[key] = roles.count
    roles.append(role)
    penalties.append(penalty)
  }

  /// The window is for markets that keep Christmas.
  private static func keepsChristmas(_ table: DayTable) -> Bool {
    table.days.indices.contains { day in
      guard case .holiday = table.signs[day] else { return false }
      let civil = table.days[day].civil
      return civil.month == 12 && (24...26).contains(civil.day)
    }
  }

  private static func keys(of day: Int, in table: DayTable, window: Bool) -> [Key] {
    let isWeekend = table.weekdays[day] >= 5
    var keys: [Key] = []
    if window {
      let civil = table.days[day].civil
      let date = 100 * civil.month + civil.day
      if Self.window.contains(date) { keys.append(.date(date, isWeekend: isWeekend)) }
    }
    switch table.signs[day] {
    case .ordinary: break
    case .before: keys.append(.before)
    case .after: keys.append(.after)
    case .holiday(let kind):
      let pool: Holiday.Kind = kind.kind == .bank ? .public : kind.kind
      keys.append(.anyHoliday(pool, isWeekend: isWeekend))
      if !isWeekend { keys.append(.named(kind.name)) }
    }
    return keys
  }
}

extension CalendarColumns {
  /// What makes two days share a column.
  private enum Key: Hashable, Comparable {
    case weekday(Int)
    case cosine(Int), sine(Int)
    case date(Int, isWeekend: Bool)
    case anyHoliday(Holiday.Kind, isWeekend: Bool)
    case named(String)
    case before, after
    case trend

    var penalty: Double {
      switch self {
      case .date(_, let isWeekend): isWeekend ? 0.3 : 0.15
      case .anyHoliday(_, let isWeekend): isWeekend ? 0.7 : 0.3
      case .named: 0.2
      case .before, .after: 1
      case .weekday, .cosine, .sine, .trend: 0
      }
    }

    static func < (left: Key, right: Key) -> Bool { left.order < right.order }

    private var order: String {
      switch self {
      case .date(let date, let isWeekend): "1 \(10_000 + date) \(isWeekend)"
      case .anyHoliday(let kind, let isWeekend): "2 \(kind.rawValue) \(isWeekend)"
      case .named(let name): "3 \(name)"
      case .before: "4"
      case .after: "5"
      case .weekday, .cosine, .sine, .trend: "0"
      }
    }
  }
}
