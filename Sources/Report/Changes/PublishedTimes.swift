import Timeline
import Workforce

extension PublishedShift {
  /// `Mon 7 Dec 07:00–15:30`, or with both dates where it ends on another; by the clock that the agent
  /// was told of, whatever rules hold now.
  var span: String {
    let midnight = end.reading.secondOfDay == 0 && end.reading.day == start.reading.day + 1
    if start.reading.day == end.reading.day || midnight {
      return "\(start.reading.day.shortName) \(clockSpan)"
    }
    return "\(start.reading.day.shortName) \(start.time) – \(end.reading.day.shortName) \(end.time)"
  }

  /// `07:00–15:30`, an end at midnight as 24:00.
  var clockSpan: String {
    let isMidnight = end.reading.secondOfDay == 0 && end.reading.day > start.reading.day
    return "\(start.time)–\(isMidnight ? "24:00" : end.time)"
  }

  /// `17:00–01:00 UTC`.
  var utcSpan: String { "\(WeekClock(zone: .utc).times(shift.interval)) UTC" }

  /// `11:00–11:30 meal, 14:00–14:15 rest`.
  var breakTimes: String {
    let texts = shift.breaks.map { pause in "\(clock(pause.interval)) \(pause.kind.rawValue)" }
    return texts.isEmpty ? ChangeWords.none : texts.joined(separator: ", ")
  }

  /// A time within the shift by the agent's clock, or in UTC where that clock changes on the way: its
  /// rules of then are known at both ends only.
  private func clock(_ interval: Interval) -> String {
    let offset = start.reading.secondsSince1970 - shift.interval.start.seconds
    guard end.reading.secondsSince1970 - shift.interval.end.seconds == offset else {
      return "\(WeekClock(zone: .utc).times(interval)) UTC"
    }
    let times = [interval.start, interval.end].map { instant in
      LocalReading(secondsSince1970: instant.seconds + offset).time.description
    }
    return times.joined(separator: "–")
  }
}

extension ClockTime {
  /// `07:00`; of a time that the clock showed twice `01:30 (second)`.
  fileprivate var time: String {
    switch pass {
    case .first: "\(reading.time) \(ChangeWords.first)"
    case .second: "\(reading.time) \(ChangeWords.second)"
    case nil: "\(reading.time)"
    }
  }
}
