import Timeline
import Workforce

/// The shifts that one kind of post can be given, before they are laid on cells: every template that
/// contract and site allow, every length, every day and start.
///
/// A start on a reading that the clock skips does not exist; of a reading that the clock shows twice
/// the first is meant. Everything after the start is real time, so a night over a change of the
/// clock ends at another reading than usual.
struct ShiftSpace: Sendable {
  /// A template with one of its lengths, and where its breaks may begin.
  struct Kind: Hashable, Sendable {
    let template: ShiftTemplate
    let length: Minutes
    let paid: Minutes
    /// Offsets from the shift's start at which each break may begin, ascending.
    let breakStarts: [[Minutes]]
  }

  struct Start: Hashable, Sendable {
    let kind: Int
    /// Day of the week's seven.
    let day: Int
    /// Minutes after midnight of the day.
    let local: Int
    let instant: Instant
  }

  /// Templates with more breaks are refused.
  static let breakLimit = 8

  let kinds: [Kind]
  /// In order of day, kind and time.
  let starts: [Start]

  init(templates: [ShiftTemplate], zone: Zone, firstDay: LocalDay) {
    let kinds = templates.flatMap { template in
      Set(template.lengths).sorted().compactMap { Kind(template, length: $0) }
    }
    var starts: [Start] = []
    for day in 0..<7 {
      for (index, kind) in kinds.enumerated() {
        let date = firstDay + day
        let weekdays = kind.template.weekdays
        guard weekdays.isEmpty || weekdays.contains(date.weekday) else { continue }
        for local in kind.template.starts {
          if let instant = zone.firstMoment(of: date, minute: local) {
            starts.append(Start(kind: index, day: day, local: local, instant: instant))
          }
        }
      }
    }
    self.kinds = kinds
    self.starts = starts
  }

  /// The raster on which all starts, ends and breaks lie, counted from a moment.
  func raster(from origin: Instant) -> Int {
    var raster = 0
    for start in starts { raster = commonDivisor(raster, (start.instant - origin).count) }
    for kind in kinds {
      raster = commonDivisor(raster, kind.length.count)
      for (rule, offsets) in zip(kind.template.breaks, kind.breakStarts) {
        raster = commonDivisor(raster, rule.length.count)
        for offset in offsets { raster = commonDivisor(raster, offset.count) }
      }
    }
    return raster
  }
}

extension ShiftSpace.Kind {
  /// Nil where the breaks do not find room, or nothing of the shift is paid.
  fileprivate init?(_ template: ShiftTemplate, length: Minutes) {
    let paid = template.paid(of: length)
    let breakStarts = template.breaks.map { rule in
      rule.starts(onMultiplesOf: template.breakGrid, within: length)
    }
    // Placed as early as can be, the breaks follow one another if they can at all.
    var free = Minutes.zero
    for (rule, offsets) in zip(template.breaks, breakStarts) {
      guard let earliest = offsets.first(where: { $0 >= free }) else { return nil }
      free = earliest + rule.length
    }
    guard length > .zero, paid > .zero else { return nil }
    self.init(template: template, length: length, paid: paid, breakStarts: breakStarts)
  }
}

extension ShiftTemplate.BreakRule {
  /// The offsets at which the break may begin so that it ends within the shift.
  fileprivate func starts(onMultiplesOf grid: Minutes, within length: Minutes) -> [Minutes] {
    let last = min(latest, length - self.length)
    let step = max(1, grid.count)
    let first = (max(0, earliest.count) + step - 1) / step * step
    return stride(from: first, through: last.count, by: step).map { Minutes($0) }
  }
}

extension Zone {
  /// The moment at which the clock first shows a minute counted from a date's midnight, which may
  /// lie past 24:00; nil where it never does.
  func firstMoment(of day: LocalDay, minute: Int) -> Instant? {
    let reading = LocalReading(secondsSince1970: day.daysSince1970 * 86_400 + 60 * minute)
    switch occurrence(of: reading) {
    case .once(let instant), .twice(let instant, _): return instant
    case .never: return nil
    }
  }
}
