import Holidays
import Timeline
import Workforce

/// The calendars of a workspace: those that its rows name, and those that sites and queues ask for.
struct HolidayCalendars {
  static let file = "calendar/holidays.csv"

  private(set) var byName: [HolidayCalendarName: HolidayCalendar] = [:]
  private let rows: [HolidayCalendarName: [HolidayRow]]
  /// Whether all rows could be read; if not, a name may have rows that are not known.
  private let isComplete: Bool
  /// Days of calendar files that were read.
  private var feeds: [String: [FeedDay]] = [:]
  /// Lines of rows that took something away.
  private var effective: Set<Int> = []
  /// Names of rows that sites and queues ask for.
  private var wanted: Set<HolidayCalendarName> = []

  /// The calendars that rows alone, or a country and its rows, give.
  init(rows: [HolidayCalendarName: [HolidayRow]], isComplete: Bool) {
    self.rows = rows
    self.isComplete = isComplete
    for name in rows.keys.sorted() {
      let region = WorldHolidays.knownRegion(name.rawValue)
      let source = HolidaySource(origin: region.map { .region($0) } ?? .rows(name))
      _ = make(of: [source]) { _ in [] }
    }
    // Nobody has asked for these yet.
    wanted = []
  }

  /// Names of calendars that rows make, sorted.
  var namesOfRows: [String] { rows.keys.map(\.rawValue).sorted() }

  /// Whether there are rows of a calendar, as far as is known.
  func mayHaveRows(of name: String) -> Bool {
    !isComplete || rows[HolidayCalendarName(name)] != nil
  }

  /// Makes the calendar of some sources, each laid over those before it, and gives its name.
  mutating func make(
    of sources: [HolidaySource], reading feed: (String) -> [FeedDay]
  ) -> HolidayCalendarName {
    for source in sources {
      switch source.origin {
      case .region(let region): wanted.insert(region.calendarName)
      case .rows(let name): wanted.insert(name)
      case .feed: break
      }
    }
    let name = HolidayCalendarName(sources.map(\.name).joined(separator: " + "))
    guard byName[name] == nil else { return name }
    var days: [Holiday] = []
    for source in sources {
      switch source.origin {
      case .region(let region):
        var own = WorldHolidays.calendar(of: region).only(Set(source.kinds)).holidays
        lay(rows[region.calendarName] ?? [], over: &own, replacing: true)
        days += own
      case .rows(let name):
        lay(rows[name] ?? [], over: &days, replacing: false)
      case .feed(let file):
        let read = feeds[file] ?? feed(file)
        feeds[file] = read
        days += read.map { Holiday(day: $0.day, name: $0.name, kind: source.kind) }
      }
    }
    byName[name] = HolidayCalendar(days.eachOnce)
    return name
  }

  /// Lays rows over days: what they name is added, or with `replacing` takes the place of all that
  /// the date had, and `none` takes away.
  private mutating func lay(
    _ rows: [HolidayRow], over days: inout [Holiday], replacing: Bool
  ) {
    for row in rows where row.kind == nil {
      let before = days.count
      days.removeAll { row.removes($0) }
      if days.count < before, let line = row.place.line { effective.insert(line) }
    }
    let added = rows.flatMap(\.holidays)
    if replacing {
      let dates = Set(added.map(\.day))
      days.removeAll { dates.contains($0.day) }
    }
    days += added
  }

  /// Warns of calendars that nobody asks for: probably a slip in the name, whose days then do nothing.
  func reportIdleCalendars(_ inspection: Inspection) {
    let asked = wanted.map(\.rawValue).sorted()
    for (name, rows) in rows.sorted(by: { $0.key < $1.key }) where !wanted.contains(name) {
      guard let first = rows.first else { continue }
      // A part of a country does not have the rows of the whole.
      let part = asked.first { $0.hasPrefix("\(name)-") }
      inspection.warning(
        first.place, "no site and no queue asks for the calendar \"\(name)\"",
        hint: part.map { "write \($0), whose days are asked for" }
          ?? "name it as holidays of a site or market of a queue; "
          + Spelling.hint(for: name.rawValue, among: asked))
    }
  }

  /// Warns of rows that take away what is not there: probably a slip in the date or name.
  func reportIdleRows(_ inspection: Inspection) {
    for row in rows.values.joined() where row.kind == nil {
      guard let line = row.place.line, !effective.contains(line) else { continue }
      let named = row.name.isEmpty ? "" : " called \"\(row.name)\""
      inspection.warning(
        row.place, "there is no holiday\(named) on \(row.days.lowerBound) to take away",
        hint: "compare the row with what nobat holidays shows, or remove it")
    }
  }
}

extension [Holiday] {
  /// Without those whose date and name came before.
  fileprivate var eachOnce: [Holiday] {
    var seen: Set<FeedDay> = []
    return filter { seen.insert(FeedDay(day: $0.day, name: $0.name)).inserted }
  }
}
