import Foundation
import TestSupport
import Testing
import Timeline

@Suite("PersianDay")
struct PersianDayTests {
  @Test("The recorded dates agree, both ways, with their weekdays and leap years")
  func recorded() throws {
    let rows = try TestData.rows(of: House.cases("persian_dates.csv", in: "calendar"), columns: 4)
    #expect(!rows.isEmpty)
    for row in rows {
      let local = try date(row[0])
      let persian = try #require(PersianDay(row[1]), "\(row[1])")
      #expect(PersianDay(local) == persian, "\(row[0])")
      #expect(persian.localDay == local, "\(row[1])")
      #expect(String(persian.weekday.number) == row[2], "\(row[1])")
      #expect(PersianDay.isLeap(persian.year) == (row[3] == "1"), "\(row[1])")
    }
  }

  @Test(
    "Every day of 1900 to 2100 is that of Python's jdatetime",
    .enabled(if: House.python != nil, House.checkersAreMissing))
  func jdatetime() throws {
    let script = """
      import datetime, jdatetime
      day = datetime.date(1900, 1, 1)
      while day.year <= 2100:
          persian = jdatetime.date.fromgregorian(date=day)
          print(day, persian, 1 if persian.isleap() else 0)
          day += datetime.timedelta(1)
      """
    let ending = try #require(House.python).run(["-c", script])
    let lines = ending.output.split(separator: "\n")
    // 201 years with 49 leap days: 1904 to 2096, but 2100 is none.
    #expect(lines.count == 201 * 365 + 49)
    for line in lines {
      let words = line.split(separator: " ")
      let local = LocalDay(words[0])
      let persian = local.flatMap { PersianDay($0) }
      let isRight =
        words.count == 3 && persian != nil && persian?.localDay == local
        && PersianDay(words[1]) == persian
        && persian.map { PersianDay.isLeap($0.year) } == (words[2] == "1")
      guard isRight else {
        Issue.record("jdatetime says \(line), Nobat \(String(describing: persian))")
        return
      }
    }
  }

  @Test("Every day of 1980 to 2060 is that of ICU's Persian calendar")
  func icu() throws {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = .gmt
    for number in 3652..<33_238 {
      let day = LocalDay(daysSince1970: number)
      // Noon, so that no rounding reaches another date.
      let noon = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day], from: noon)
      let persian = PersianDay(day)
      guard persian?.year == parts.year, persian?.month == parts.month, persian?.day == parts.day
      else {
        Issue.record("ICU has another date for \(day) than \(String(describing: persian))")
        return
      }
    }
  }

  @Test("Days follow each other through the whole range, and lead back")
  func everyDay() throws {
    let first = try #require(PersianDay(year: 1178, month: 1, day: 1))
    let last = try #require(PersianDay(year: 1501, month: 12, day: 29))
    #expect(first.localDay == (try date("1799-03-21")))
    var previous = first
    var count = 1
    for local in first.localDay + 1...last.localDay {
      let persian = try #require(PersianDay(local))
      let isNext =
        persian.day == 1
        ? previous.day == PersianDay.daysInMonth(previous.month, of: previous.year)
          && (persian.month == previous.month + 1
            || (persian.month == 1 && previous.month == 12 && persian.year == previous.year + 1))
        : persian.day == previous.day + 1 && persian.month == previous.month
      let isWhole =
        isNext && previous < persian && persian.localDay == local
        && PersianDay(year: persian.year, month: persian.month, day: persian.day) == persian
        && PersianDay(persian.description) == persian
      guard isWhole else {
        Issue.record("\(local) is \(persian) after \(previous)")
        return
      }
      previous = persian
      count += 1
    }
    #expect(previous == last)
    // 324 years, of which leap: 1178 is year 1 of a cycle (199 = 6 * 33 + 1), so the cycles after it
    // begin in 1210, and to 1501 there are 8 (8 * 33 = 264: 1210...1473) with 64 leap years; before
    // them 1181, 1185, ..., 1205 are years 4 to 28: 7; and after them 1474, 1478, ..., 1498: 7.
    #expect(count == 324 * 365 + 78)
  }

  @Test(
    "Numbers that no day has are refused",
    arguments: [
      (1404, 12, 30), (1403, 12, 31), (1405, 7, 31), (1405, 1, 32), (1405, 13, 1), (1405, 0, 1),
      (1405, 1, 0), (1177, 12, 29), (1502, 1, 1), (.max, 1, 1), (.min, 1, 1), (1405, .max, 1),
      (1405, 1, .min),
    ])
  func refused(year: Int, month: Int, day: Int) {
    #expect(PersianDay(year: year, month: month, day: day) == nil)
  }

  @Test("Beyond its years there is no Persian day, however far")
  func outOfRange() throws {
    #expect(PersianDay(try date("1799-03-20")) == nil)
    #expect(PersianDay(try date("2123-03-21")) == nil)
    #expect(PersianDay(try date("2123-03-20"))?.description == "1501-12-29")
    for number in [Int.min, -1 << 40, 1 << 40, .max] {
      #expect(PersianDay(LocalDay(daysSince1970: number)) == nil)
    }
  }

  @Test("A leap year has a thirtieth of Esfand")
  func leapDay() throws {
    #expect(PersianDay("1403-12-30")?.localDay == (try date("2025-03-20")))
    #expect(PersianDay("1408-12-30")?.localDay == (try date("2030-03-20")))
  }

  @Test("Months have their names in Persian and in Latin letters")
  func names() throws {
    let day = try #require(PersianDay("1405-09-16"))
    #expect(day.localDay == (try date("2026-12-07")))
    #expect(day.monthName(in: .persian) == "آذر")
    #expect(day.monthName(in: .latin) == "Azar")
    #expect(PersianDay.name(ofMonth: 1, in: .latin) == "Farvardin")
    #expect(PersianDay.name(ofMonth: 12, in: .persian) == "اسفند")
    var calendar = Calendar(identifier: .persian)
    calendar.locale = Locale(identifier: "fa_IR")
    #expect((1...12).map { PersianDay.name(ofMonth: $0, in: .persian) } == calendar.monthSymbols)
  }

  @Test(
    "Other texts are not Persian dates",
    arguments: [
      "", "1405-9-16", "1405/09/16", "05-09-16", "1405-09-16 ", "1405-12-30", "2026-12-07",
      "۱۴۰۵-۰۹-۱۶", "-405-09-16",
    ])
  func badText(text: String) {
    #expect(PersianDay(text) == nil)
  }
}
