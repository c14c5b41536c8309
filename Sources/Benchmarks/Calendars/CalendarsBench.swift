import ArgumentParser
import Exchange
import FoundationEssentials
import Glibc
import Report
import Timeline
import Workforce

/// Calendars of a large centre: how fast they are made and written.
struct CalendarsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendars",
    abstract: "Time the calendars (.ics) of a large centre, in memory and on disk.",
    discussion: """
      EXAMPLE: nobat-bench calendars --agents 10000 --weeks 4

      Eight zones and five languages, with breaks and days off. First everything is made anew; then
      the weeks are published again without a change, and again with every agent's first shift moved.
      The seconds are processor time of this one process. Unless told otherwise the files go to a
      folder in memory, so that the figures are the program's and not the disk's.
      """)

  @Option(help: "Agents of the centre.")
  var agents = 10_000

  @Option(help: "Weeks, beginning with one in which European clocks change.")
  var weeks = 4

  @Option(help: "A folder to leave the files in. Default: a temporary one in memory, which goes.")
  var output: String?

  func run() throws {
    let memory = "/dev/shm/"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path()
    let temporary = "\(parent)nobat-bench-\(getpid())"
    let folder = output ?? temporary
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let large = try LargeCentre(agents: agents, zones: ZoneDatabase())
    let workspace = Workspace(folder: folder)
    var figures = [
      "made anew": Seconds(), "published again": Seconds(), "all agents moved once": Seconds(),
    ]
    for week in 0..<weeks {
      // Monday 2026-10-19.
      let firstDay = LocalDay(daysSince1970: 20_745) + 7 * week
      let roster = large.roster(weekFrom: firstDay)
      for name in ["made anew", "published again", "all agents moved once"] {
        let roster = name == "all agents moved once" ? roster.delayed : roster
        figures[name]?.add(try publish(roster, of: large.centre, in: workspace))
      }
    }
    show(figures)
  }
}

extension CalendarsBench {
  /// Processor seconds by what they went into.
  private struct Seconds {
    var reading = 0.0
    var making = 0.0
    var writing = 0.0
    var keeping = 0.0
    var shifts = 0
    var megabytes = 0.0

    mutating func add(_ other: Seconds) {
      reading += other.reading
      making += other.making
      writing += other.writing
      keeping += other.keeping
      shifts += other.shifts
      megabytes += other.megabytes
    }
  }

  /// One edition of a week, from the last one's file to the new one's.
  private func publish(
    _ roster: Roster, of centre: Centre, in workspace: Workspace
  ) throws -> Seconds {
    var seconds = Seconds()
    var edition = Edition(firstDay: roster.firstDay)
    seconds.reading = try CalendarsBench.seconds {
      edition = try workspace.edition(ofWeekFrom: roster.firstDay)
    }
    var set: CalendarSet?
    seconds.making = CalendarsBench.seconds {
      set = calendars(
        of: roster, in: centre, style: CalendarStyle(), stamp: roster.grid.start - .days(14),
        following: edition)
    }
    guard let set else { return seconds }
    seconds.keeping = try CalendarsBench.seconds { try workspace.write(set.edition) }
    seconds.writing = try CalendarsBench.seconds {
      try replaceCalendars(set, and: [], in: workspace.path("calendars/\(roster.id)"))
    }
    seconds.shifts = roster.shifts.count
    let bytes = set.calendars.values.reduce(0) { $0 + $1.count }
    seconds.megabytes = Double(bytes) / 1e6
    return seconds
  }

  private func show(_ figures: [String: Seconds]) {
    var table = Table(
      "Calendars of \(agents) agents and \(weeks) weeks",
      columns: [
        .words("edition"), .figures("shifts"), .figures("MB"), .figures("read the edition s"),
        .figures("make s"), .figures("shifts/s made"), .figures("write .ics s"),
        .figures("both s"), .figures("keep the edition s"),
      ])
    for (name, seconds) in figures.sorted(by: { $0.key < $1.key }) {
      let rate = Double(seconds.shifts) / max(seconds.making, 1e-9)
      table.add([
        Table.Cell(name), Table.Cell(Figures.number(seconds.shifts)),
        Table.Cell(Figures.number(seconds.megabytes, decimals: 1)),
        Table.Cell(Figures.number(seconds.reading, decimals: 2)),
        Table.Cell(Figures.number(seconds.making, decimals: 2)),
        Table.Cell(Figures.number(rate, decimals: 0)),
        Table.Cell(Figures.number(seconds.writing, decimals: 2)),
        Table.Cell(Figures.number(seconds.making + seconds.writing, decimals: 2)),
        Table.Cell(Figures.number(seconds.keeping, decimals: 2)),
      ])
    }
    print(table.text(style: .plain), terminator: "")
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("peak memory \(Figures.number(Double(usage.ru_maxrss) / 1024, decimals: 0)) MB")
  }

  /// The processor time of some work.
  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let began = processorSeconds
    try work()
    return processorSeconds - began
  }

  private static var processorSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(seconds) + Double(micros) * 1e-6
  }
}

extension Roster {
  /// The same with each agent's first shift a quarter of an hour later.
  fileprivate var delayed: Roster {
    let moved = shifts.enumerated().map { index, shift in
      index > 0 && shifts[index - 1].agent == shift.agent
        ? shift
        : Shift(
          agent: shift.agent, template: shift.template, day: shift.day,
          interval: Interval(start: shift.interval.start + Minutes(15), end: shift.interval.end),
          breaks: shift.breaks, paid: shift.paid - Minutes(15))
    }
    return Roster(
      id: id, firstDay: firstDay, grid: grid, shifts: moved, cost: cost, bound: bound,
      notes: notes, effort: effort)
  }
}
