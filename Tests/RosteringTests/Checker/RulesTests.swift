import Rostering
import Testing
import Timeline
import Workforce

/// Each hard rule alone: broken, just kept, just broken.
@Suite struct RulesTests {
  /// The names of the rules that a week of the toy's first agent breaks.
  private func broken(
    _ toy: Toy, _ shifts: [Shift], following earlier: [Shift] = []
  ) -> [String] {
    check(
      toy.roster(shifts), against: toy.centre, meeting: toy.requirement(), following: earlier
    ).violations.map(\.rule)
  }

  @Test("Two days of eight hours are what the contract asks")
  func kept() {
    let toy = Toy()
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(1, 480)]) == [])
  }

  // MARK: - Shifts

  @Test("A shift is made of a template: start, length, paid time, site, contract and weekday")
  func madeOfTemplate() {
    var toy = Toy()
    let second = toy.shift(3, 480)
    #expect(broken(toy, [toy.shift(0, 720), second]) == [])
    #expect(broken(toy, [toy.shift(0, 481), second]) == ["start"])
    #expect(broken(toy, [toy.shift(0, 240), second]) == ["start"])
    #expect(broken(toy, [toy.shift(0, 960), second]) == ["start"])
    #expect(
      broken(toy, [toy.shift(0, 480, hours: 9, paid: .hours(8)), second])
        == ["length", "paid time"])
    #expect(broken(toy, [toy.shift(0, 480, template: "none"), second]) == ["template"])
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 480, startStep: .hours(1), lengths: [.hours(8)],
        weekdays: [.monday]),
      ShiftTemplate(
        id: "other", firstStart: 480, lastStart: 480, startStep: .hours(1), lengths: [.hours(8)],
        contracts: ["x"]),
      ShiftTemplate(
        id: "away", firstStart: 480, lastStart: 480, startStep: .hours(1), lengths: [.hours(8)],
        sites: ["x"]),
    ]
    let monday = toy.shift(0, 480)
    #expect(broken(toy, [monday, toy.shift(1, 480)]) == ["template"])
    #expect(broken(toy, [monday, toy.shift(1, 480, template: "other")]) == ["template"])
    #expect(broken(toy, [monday, toy.shift(1, 480, template: "away")]) == ["template"])
  }

  @Test("A shift lies in the week, and a day has one")
  func oneShiftADay() {
    var toy = Toy()
    #expect(broken(toy, [toy.shift(6, 480), toy.shift(7, 480)]) == ["week"])
    toy.contract = Contract(
      id: "c", weekly: .hours(8), maximumDays: 2, daysOffTogether: 1, rest: .zero)
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 0, lastStart: 1200, startStep: .hours(4), lengths: [.hours(4)])
    ]
    let early = toy.shift(0, 0, hours: 4)
    #expect(broken(toy, [early, toy.shift(1, 480, hours: 4)]) == [])
    #expect(broken(toy, [early, toy.shift(0, 480, hours: 4)]) == ["one shift a day"])
  }

  @Test("Breaks lie in their windows, on their grid, one after the other")
  func breaks() {
    var toy = Toy()
    toy.contract = Contract(id: "c", weekly: Minutes(450), maximumDays: 1)
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 480, startStep: .hours(1), lengths: [.hours(8)],
        breaks: [
          .init(
            kind: .rest, length: Minutes(15), isPaid: true, earliest: .hours(2), latest: .hours(3)),
          .init(
            kind: .meal, length: Minutes(30), isPaid: false, earliest: .hours(3), latest: .hours(4)),
        ], breakGrid: Minutes(15))
    ]
    func week(_ rest: Int, _ meal: Int, mealLength: Int = 30, kind: Activity.Kind = .meal)
      -> [String]
    {
      let start = toy.shift(0, 480).interval.start
      let breaks = [
        Activity(
          kind: .rest, interval: Interval(start: start + Minutes(rest), length: Minutes(15))),
        Activity(
          kind: kind,
          interval: Interval(start: start + Minutes(meal), length: Minutes(mealLength))),
      ]
      return broken(toy, [toy.shift(0, 480, breaks: breaks, paid: Minutes(450))])
    }
    #expect(week(120, 180) == [])
    #expect(week(180, 240) == [])
    #expect(week(105, 180) == ["breaks"])
    #expect(week(195, 240) == ["breaks"])
    #expect(week(120, 255) == ["breaks"])
    #expect(week(125, 180) == ["breaks"])
    // The rest from 3:00 to 3:15 and the meal from 3:00 on: one begins before the other ends.
    #expect(week(180, 180) == ["breaks"])
    #expect(week(180, 195) == [])
    #expect(week(120, 180, mealLength: 45) == ["breaks"])
    #expect(week(120, 180, kind: .training) == ["breaks"])
    #expect(broken(toy, [toy.shift(0, 480, paid: Minutes(450))]) == ["breaks"])
  }

  // MARK: - Days off

  @Test("Approved time off binds, requested does not")
  func timeOff() {
    var toy = Toy()
    let shifts = [toy.shift(0, 480), toy.shift(1, 480)]
    toy.timeOff = [toy.timeOff(1...1, kind: .unavailable)]
    #expect(broken(toy, shifts) == ["time off"])
    toy.timeOff = [toy.timeOff(1...1, kind: .unavailable, state: .requested)]
    #expect(broken(toy, shifts) == [])
    toy.timeOff = [toy.timeOff(2...6, kind: .unavailable)]
    #expect(broken(toy, shifts) == [])
  }

  @Test("A night that reaches into a day off breaks it; one that ends at its midnight does not")
  func nightIntoTimeOff() {
    var toy = Toy()
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 960, lastStart: 1020, startStep: .hours(1), lengths: [.hours(8)])
    ]
    toy.timeOff = [toy.timeOff(1...1, kind: .unavailable)]
    // 16:00 to 24:00, and 17:00 to 01:00.
    #expect(broken(toy, [toy.shift(0, 960), toy.shift(2, 960)]) == [])
    #expect(broken(toy, [toy.shift(0, 1020), toy.shift(2, 960)]) == ["time off"])
  }

  @Test("Nobody works outside employment or on the weekly day of rest")
  func employmentAndWeeklyRest() {
    var toy = Toy()
    let shifts = [toy.shift(0, 480), toy.shift(4, 480)]
    toy.employedFrom = toy.firstDay
    toy.employedTo = toy.firstDay + 4
    #expect(broken(toy, shifts) == [])
    toy.employedTo = toy.firstDay + 3
    #expect(broken(toy, shifts) == ["employment"])
    toy.employedTo = nil
    toy.employedFrom = toy.firstDay + 1
    #expect(broken(toy, shifts) == ["employment"])
    toy.employedFrom = nil
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, weeklyRestDay: .friday)
    #expect(broken(toy, shifts) == ["weekly rest"])
  }

  // MARK: - Rest and sequence

  @Test("Rest is real time between shifts, also from the earlier roster's last one")
  func rest() {
    var toy = Toy()
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 0, lastStart: 1380, startStep: .hours(1), lengths: [.hours(8)])
    ]
    // 14:00 to 22:00; 11 hours later it is 09:00.
    #expect(broken(toy, [toy.shift(0, 840), toy.shift(1, 540)]) == [])
    #expect(broken(toy, [toy.shift(0, 840), toy.shift(1, 480)]) == ["rest"])
    let eve = [toy.shift(-1, 840)]
    #expect(broken(toy, [toy.shift(0, 540), toy.shift(2, 0)], following: eve) == [])
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(2, 0)], following: eve) == ["rest"])
    // A rule of 20 hours over the contract's 11: from 22:00 to 18:00.
    toy.rules = [WorkRule(id: "long", condition: .rest(.hours(20)))]
    #expect(broken(toy, [toy.shift(0, 840), toy.shift(1, 1080)]) == [])
    #expect(broken(toy, [toy.shift(0, 840), toy.shift(1, 1020)]) == ["rest"])
  }

  @Test("A rule that binds another team, site or contract says nothing")
  func scope() {
    var toy = Toy()
    let shifts = [toy.shift(0, 480), toy.shift(1, 720)]
    let change = WorkRule.Condition.startChange(.hours(1))
    toy.rules = [WorkRule(id: "r", condition: change)]
    #expect(broken(toy, shifts) == ["start change"])
    for scope in [WorkRule.Scope.site("x"), .contract("x"), .team("x")] {
      toy.rules = [WorkRule(id: "r", condition: change, scope: scope)]
      #expect(broken(toy, shifts) == [])
    }
    for scope in [WorkRule.Scope.site("s"), .contract("c")] {
      toy.rules = [WorkRule(id: "r", condition: change, scope: scope)]
      #expect(broken(toy, shifts) == ["start change"])
    }
  }

  @Test("Starts change by no more than a rule allows, from day to day only")
  func startChange() {
    var toy = Toy()
    toy.rules = [WorkRule(id: "steady", condition: .startChange(.hours(4)))]
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(1, 720)]) == [])
    toy.rules = [WorkRule(id: "steady", condition: .startChange(Minutes(239)))]
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(1, 720)]) == ["start change"])
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(2, 720)]) == [])
    #expect(
      broken(
        toy, [toy.shift(0, 480), toy.shift(2, 480)], following: [toy.shift(-1, 720)])
        == ["start change"])
  }

  @Test("After a late end no early start follows on the next day")
  func succession() {
    var toy = Toy()
    func rule(_ end: Int, _ start: Int) -> WorkRule {
      WorkRule(
        id: "late",
        condition: .succession(endLaterThan: end, startBefore: LocalTime(minutes: start)))
    }
    // The shift ends at 20:00, minute 1200.
    let shifts = [toy.shift(0, 720), toy.shift(1, 480)]
    toy.rules = [rule(1199, 481)]
    #expect(broken(toy, shifts) == ["succession"])
    toy.rules = [rule(1200, 481)]
    #expect(broken(toy, shifts) == [])
    toy.rules = [rule(1199, 480)]
    #expect(broken(toy, shifts) == [])
  }

  // MARK: - Runs

  @Test("Days in a row count on from the earlier roster")
  func daysInRow() {
    var toy = Toy()
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, maximumDaysInRow: 3)
    let shifts = [toy.shift(0, 480), toy.shift(1, 480)]
    #expect(broken(toy, shifts, following: [toy.shift(-1, 480)]) == [])
    #expect(
      broken(toy, shifts, following: [toy.shift(-2, 480), toy.shift(-1, 480)])
        == ["days in a row"])
    toy.rules = [WorkRule(id: "short", condition: .daysInRow(1))]
    #expect(broken(toy, shifts) == ["days in a row"])
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(2, 480)]) == [])
  }

  @Test("Nights in a row are shifts on consecutive days that touch 00:00 to 05:00")
  func nightsInRow() {
    var toy = Toy()
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 960, lastStart: 1320, startStep: .hours(6), lengths: [.hours(8)])
    ]
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, maximumNightsInRow: 1)
    let night = toy.shift(0, 1320)
    #expect(broken(toy, [night, toy.shift(1, 1320)]) == ["nights in a row"])
    #expect(broken(toy, [night, toy.shift(2, 1320)]) == [])
    // 16:00 to 24:00 does not touch the night.
    #expect(broken(toy, [toy.shift(0, 960), toy.shift(1, 1320)]) == [])
    #expect(
      broken(toy, [night, toy.shift(2, 960)], following: [toy.shift(-1, 1320)])
        == ["nights in a row"])
  }

  @Test("Days off lie together as the contract asks")
  func daysOffTogether() {
    var toy = Toy()
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, daysOffTogether: 3)
    // Off Tuesday to Friday: four in a row; then two and three; then two, two and one.
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(5, 480)]) == [])
    #expect(broken(toy, [toy.shift(2, 480), toy.shift(3, 480)]) == [])
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, daysOffTogether: 4)
    #expect(broken(toy, [toy.shift(2, 480), toy.shift(3, 480)]) == ["days off together"])
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(5, 480)]) == [])
  }

  // MARK: - Hours and days

  @Test("Hours lie within the tolerance, days within least and most")
  func hours() {
    var toy = Toy()
    let one = [toy.shift(0, 480)]
    let two = one + [toy.shift(1, 480)]
    let three = two + [toy.shift(2, 480)]
    #expect(broken(toy, one) == ["hours"])
    #expect(broken(toy, two) == [])
    #expect(broken(toy, three) == ["hours", "days"])
    toy.contract = Contract(
      id: "c", weekly: .hours(16), tolerance: .hours(8), maximumDays: 3, minimumDays: 2)
    #expect(broken(toy, one) == ["days"])
    #expect(broken(toy, two) == [])
    #expect(broken(toy, three) == [])
  }

  @Test("Leave lowers hours and days in proportion; other absence does not")
  func leave() {
    var toy = Toy()
    // Two days of leave of at most four working days take half of 32 hours: 16 are left.
    toy.contract = Contract(id: "c", weekly: .hours(32), maximumDays: 4)
    let two = [toy.shift(2, 480), toy.shift(3, 480)]
    let three = two + [toy.shift(4, 480)]
    toy.timeOff = [toy.timeOff(0...1, kind: .leave)]
    #expect(broken(toy, two) == [])
    #expect(broken(toy, three) == ["hours", "days"])
    toy.timeOff = [toy.timeOff(0...1, kind: .unavailable)]
    #expect(broken(toy, two) == ["hours"])
    #expect(broken(toy, three + [toy.shift(5, 480)]) == [])
  }

  @Test("What cannot be reached is not asked for")
  func attainable() {
    var toy = Toy()
    // 20 hours of shifts of 8: two are the most, one is less than attainable.
    toy.contract = Contract(id: "c", weekly: .hours(20), maximumDays: 5)
    #expect(broken(toy, [toy.shift(0, 480), toy.shift(1, 480)]) == [])
    #expect(broken(toy, [toy.shift(0, 480)]) == ["hours"])
    #expect(
      broken(toy, [toy.shift(0, 480), toy.shift(1, 480), toy.shift(2, 480)]) == ["hours"])
    // Unavailable on six days: one shift is all there can be of 40 hours.
    toy.contract = Contract(id: "c", weekly: .hours(40), maximumDays: 5, minimumDays: 3)
    toy.timeOff = [toy.timeOff(1...6, kind: .unavailable)]
    #expect(broken(toy, [toy.shift(0, 480)]) == [])
    #expect(broken(toy, []) == ["hours", "days"])
  }

  // MARK: - Seats and strangers

  @Test("No more agents are present than there are seats, breaks included")
  func seats() {
    var toy = Toy()
    toy.agents = 2
    let first = [toy.shift(0, 480), toy.shift(1, 480)]
    let second = [toy.shift(0, 720, agent: "a1"), toy.shift(2, 480, agent: "a1")]
    toy.seats = 2
    #expect(broken(toy, first + second) == [])
    toy.seats = 1
    #expect(broken(toy, first + second) == ["seats"])
    #expect(
      broken(toy, first + [toy.shift(2, 480, agent: "a1"), toy.shift(3, 480, agent: "a1")]) == [])
  }

  @Test("A shift of nobody the centre knows is told")
  func stranger() {
    let toy = Toy()
    #expect(
      broken(toy, [toy.shift(0, 480), toy.shift(1, 480), toy.shift(0, 480, agent: "x")])
        == ["agent"])
  }

  @Test("A requirement of another week is told")
  func otherWeek() {
    let toy = Toy()
    var other = Toy()
    other.firstDay = Toy.monday + 7
    let verdict = check(
      toy.roster([toy.shift(0, 480), toy.shift(1, 480)]), against: toy.centre,
      meeting: other.requirement())
    #expect(verdict.violations.map(\.rule) == ["week"])
  }
}
