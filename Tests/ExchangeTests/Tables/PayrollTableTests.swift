import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

@Suite struct PayrollTableTests {
  @Test(
    "A night's minutes stand under both dates: paid, night, Sunday and holiday",
    .enabled(if: Sheet.python != nil, Sheet.isMissing)) func rows() throws
  {
    let centre = try TableWorld.centre()
    let files = try TablePreset.payroll.tables(of: TableWorld.roster(in: centre), in: centre)
    let rows = try #require(files["payroll.csv"]).filter { $0["agent"] == "ana" }
    func column(_ name: String) -> [String] { rows.compactMap { $0[name] } }
    #expect(column("work_date") == ["2026-10-24", "2026-10-24", "2026-10-26"])
    #expect(column("date") == ["2026-10-24", "2026-10-25", "2026-10-26"])
    #expect(column("start_local") == ["2026-10-24T22:00", "2026-10-25T00:00", "2026-10-26T08:00"])
    #expect(column("end_local") == ["2026-10-25T00:00", "2026-10-25T05:30", "2026-10-26T16:30"])
    // Midnight to 05:30 is 6h30m where the hour from two comes twice, less 30 minutes for the meal.
    #expect(column("present_minutes") == ["120", "390", "510"])
    #expect(column("unpaid_break_minutes") == ["0", "30", "30"])
    #expect(column("extra_paid_minutes") == ["0", "0", "0"])
    #expect(column("paid_minutes") == ["120", "360", "480"])
    // The site's night is from 22:00 to 06:00.
    #expect(column("night_minutes") == ["120", "360", "0"])
    #expect(column("sunday_minutes") == ["0", "360", "0"])
    #expect(column("holiday_minutes") == ["0", "0", "480"])
    #expect(column("holiday") == ["", "", "Nationalfeiertag"])
    #expect(rows[0]["uid"] == "ana-2026-10-24@acme.nobat.invalid")
  }

  @Test(
    "Over clock changes the minutes are the real ones of each date",
    .enabled(if: Sheet.python != nil, Sheet.isMissing)) func clockChanges() throws
  {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.payroll, of: nights).map(\.row)
    for night in nights {
      let own = rows.filter { $0["agent"] == night.agent.id.rawValue }
      func sum(_ column: String, where isCounted: ([String: String]) -> Bool = { _ in true }) -> Int
      {
        own.filter(isCounted).reduce(0) { $0 + (Int($1[column] ?? "") ?? -1) }
      }
      let isWorkDate = { (row: [String: String]) in row["date"] == row["work_date"] }
      #expect(
        sum("present_minutes", where: isWorkDate) == night.minutesOnWorkDate.count, "\(night.id)")
      #expect(
        sum("present_minutes") { !isWorkDate($0) } == night.minutesOnOtherDates.count,
        "\(night.id)")
      #expect(sum("paid_minutes") == night.shift.paid.count, "\(night.id)")
      #expect(sum("unpaid_break_minutes") == (night.elapsed - night.shift.paid).count)
    }
  }

  @Test("A break that the template pays is paid; without the template meals are not") func breaks()
    throws
  {
    let centre = try TableWorld.centre()
    let ana = try #require(centre.agent("ana"))
    let shift = TableWorld.shift(ana, TableWorld.sunday + 1, at: 480)
    let template = try #require(centre.template("early"))
    let meal = shift.breaks[1].interval
    #expect(shift.unpaidBreaks(by: template) == [meal])
    #expect(shift.unpaidBreaks(by: nil) == [meal])

    func changed(breaks: [Activity], paid: Int) -> Shift {
      Shift(
        agent: "ana", template: "early", day: shift.day, interval: shift.interval, breaks: breaks,
        paid: Minutes(paid))
    }
    // All breaks unpaid: 45 minutes of 510.
    let both = changed(breaks: shift.breaks, paid: 465)
    #expect(both.unpaidBreaks(by: nil) == shift.breaks.map(\.interval))
    // Only the rest is unpaid, as a template says that no longer has meals.
    let rest = Activity(kind: .rest, interval: shift.breaks[0].interval)
    let unpaidRest = ShiftTemplate(
      id: "early", firstStart: 0, lastStart: 0, startStep: Minutes(15), lengths: [],
      breaks: [
        .init(kind: .rest, length: Minutes(15), isPaid: false, earliest: .zero, latest: .zero)
      ])
    #expect(
      changed(breaks: [rest], paid: 495).unpaidBreaks(by: unpaidRest) == [rest.interval])
    // Nothing adds up: an hour in the middle, 3h45m after the start of 8h30m.
    #expect(
      changed(breaks: [], paid: 450).unpaidBreaks(by: template)
        == [Interval(start: shift.interval.start + Minutes(225), length: .hours(1))])
    #expect(changed(breaks: shift.breaks, paid: 510).unpaidBreaks(by: template) == [])
    #expect(changed(breaks: shift.breaks, paid: 600).unpaidBreaks(by: template) == [])
  }

  @Test("Pay beyond the presence stands under the first date") func surplus() throws {
    let centre = try TableWorld.centre()
    let ana = try #require(centre.agent("ana"))
    let night = TableWorld.shift(ana, TableWorld.sunday - 1, at: 22 * 60)
    let generous = Shift(
      agent: "ana", template: "early", day: night.day, interval: night.interval, breaks: [],
      paid: .hours(9))
    let content = TableWorld.content(of: TableWorld.roster([generous], in: centre), in: centre)
    let line = try #require(content.lines.first { $0.agent.id == "ana" })
    // 2 hours before midnight and 6h30m after it are half an hour short of nine.
    let days = line.paidDays(of: line.shifts[0])
    #expect(days.map(\.paid) == [Minutes(150), Minutes(390)])
    #expect(days.map(\.extra) == [Minutes(30), .zero])
    #expect(days.map(\.unpaid) == [.zero, .zero])
    #expect(line.shifts[0].unpaidMinutes == .zero)
    let files = TablePreset.payroll.files(of: content, stamp: Instant(seconds: 1_780_000_000))
    let rows = try #require(files.first).bytes.split(separator: .newline).dropFirst()
      .map { String(decoding: $0, as: UTF8.self) }
    // Present, unpaid break, extra, paid, night, Sunday, holiday.
    #expect(rows.count == 2)
    #expect(rows[0].contains("Z,120,0,30,150,120,0,0,"))
    #expect(rows[1].contains("Z,390,0,0,390,390,390,0,"))
  }

  @Test("Counting every minute on the wall clock gives the same") func minuteByMinute() throws {
    let zones = try [
      "Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Tehran",
      "America/Santiago", "Asia/Kathmandu", "America/St_Johns",
    ].map { try Worlds.zone($0) }
    let changes = zones.map { zone in
      let years = Interval(
        start: Instant(seconds: 1_600_000_000), end: Instant(seconds: 1_800_000_000))
      return zone.transitions(in: years).map(\.instant)
    }
    try forEvery(seed: 0..<300) { seed in
      var chance = Generator(seed: seed)
      let index = chance.index(below: zones.count)
      let zone = zones[index]
      // Mostly around a change of the clock.
      let change =
        changes[index].isEmpty
        ? Instant(seconds: 1_700_000_040)
        : changes[index][chance.index(below: changes[index].count)]
      let start = change - Minutes(chance.index(below: 1440))
      let length = 60 + chance.index(below: 1500)
      let meal = 1 + chance.index(below: 45)
      let pause = Interval(
        start: start + Minutes(chance.index(below: length - meal)), length: Minutes(meal))
      let shift = Shift(
        agent: "x", template: "t", day: zone.day(at: start),
        interval: Interval(start: start, length: Minutes(length)),
        breaks: [Activity(kind: .meal, interval: pause)], paid: Minutes(length - meal))
      let night = [(1320, 360), (0, 300), (1200, 1440)][chance.index(below: 3)]
      let premiums = Premiums(
        nightFrom: LocalTime(minutes: night.0), nightTo: LocalTime(minutes: night.1))
      let line = try line(of: shift, zone, premiums)
      let days = line.paidDays(of: line.shifts[0])

      var paid: [LocalDay: Int] = [:]
      var atNight: [LocalDay: Int] = [:]
      for minute in 0..<length where !pause.contains(start + Minutes(minute)) {
        let reading = zone.reading(at: start + Minutes(minute))
        let clock = reading.secondOfDay / 60
        let isNight =
          night.0 < night.1
          ? night.0 <= clock && clock < night.1 : clock >= night.0 || clock < night.1
        paid[reading.day, default: 0] += 1
        if isNight { atNight[reading.day, default: 0] += 1 }
      }
      return days.allSatisfy { day in
        day.paid.count == paid[day.day, default: 0]
          && day.night.count == atNight[day.day, default: 0]
      } && days.reduce(Minutes.zero) { $0 + $1.paid } == shift.paid
    }
  }

  /// The line of one agent with one shift, at a site with these night hours.
  private func line(of shift: Shift, _ zone: Zone, _ premiums: Premiums) throws -> AgentLine {
    let centre = Centre(
      name: "c", zone: zone, interval: Minutes(15),
      sites: [Site(id: "s", zone: zone, costPerHour: .zero, premiums: premiums)], queues: [],
      contracts: [], templates: [],
      agents: [Agent(id: "x", name: "X", site: "s", contract: "ft40", zone: zone, skills: [])])
    let content = TableWorld.content(of: TableWorld.roster([shift], in: centre), in: centre)
    return try #require(content.lines.first)
  }
}
