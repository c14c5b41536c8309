import TestSupport
import Testing
import Timeline

/// A shift of a roster's tables as a planner changes it by hand, with what is done in it.
struct HandMadeShift {
  let agent: String
  let template: String
  var day: LocalDay
  var interval: Interval
  let paid: String
  var activities: [(interval: Interval, kind: String)]

  /// The same some hours later.
  func moved(by hours: Int) -> HandMadeShift {
    func later(_ interval: Interval) -> Interval {
      Interval(start: interval.start + .hours(hours), end: interval.end + .hours(hours))
    }
    var shift = self
    shift.interval = later(interval)
    shift.activities = activities.map { (later($0.interval), $0.kind) }
    return shift
  }

  /// The same on another day, a clock change between the two aside.
  func copied(toDayAfter days: Int) -> HandMadeShift {
    var shift = moved(by: 24 * days)
    shift.day = day + days
    return shift
  }
}

extension SmallWorkspace {
  /// Changes the shifts of a roster's tables by hand; they stand in order of agent and time.
  func editRoster(named name: String = "2026-W50", _ edit: (inout [HandMadeShift]) -> Void) throws {
    let folder = "rosters/\(name)"
    func fields(_ file: String) throws -> [[String]] {
      try self.folder.lines("\(folder)/\(file)").dropFirst().map { line in
        line.split(separator: ",").map(String.init)
      }
    }
    func interval(_ start: String, _ end: String) throws -> Interval {
      Interval(start: try #require(Instant(start)), end: try #require(Instant(end)))
    }
    let activities = try fields("activities.csv").map { row in
      (agent: row[0], interval: try interval(row[1], row[2]), kind: row[3])
    }
    var shifts = try fields("shifts.csv").map { row in
      let time = try interval(row[3], row[4])
      let own = activities.filter { $0.agent == row[0] && $0.interval.overlaps(time) }
      return HandMadeShift(
        agent: row[0], template: row[1], day: try #require(LocalDay(row[2])), interval: time,
        paid: row[5], activities: own.map { ($0.interval, $0.kind) })
    }
    edit(&shifts)
    shifts.sort { ($0.agent, $0.interval.start) < ($1.agent, $1.interval.start) }
    var shiftTable = "agent,shift,day,start,end,paid_minutes\n"
    var activityTable = "agent,start,end,activity\n"
    for shift in shifts {
      let start = "\(shift.agent),\(shift.template),\(shift.day),\(shift.interval.start)"
      shiftTable += "\(start),\(shift.interval.end),\(shift.paid)\n"
      for (interval, kind) in shift.activities {
        activityTable += "\(shift.agent),\(interval.start),\(interval.end),\(kind)\n"
      }
    }
    try self.folder.write(shiftTable, to: "\(folder)/shifts.csv")
    try self.folder.write(activityTable, to: "\(folder)/activities.csv")
  }
}
