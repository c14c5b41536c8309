import TestSupport
import Testing
import Timeline

@testable import Holidays

@Suite("The world's holidays")
struct WorldHolidaysTests {
  typealias KnownDay = (
    code: String, date: String, name: String, local: String?, kind: Holiday.Kind
  )

  /// Days that are in every wall calendar, from the gazettes and calendars of the countries.
  static let knownDays: [KnownDay] = [
    ("AT", "2026-04-06", "Easter Monday", "Ostermontag", .public),
    ("AT", "2026-10-26", "National Day", "Nationalfeiertag", .public),
    ("AT-9", "2026-11-15", "Saint Leopold's Day", "Hl. Leopold", .bank),
    ("IR", "2026-03-21", "Nowruz", "جشن نوروز", .public),
    // 4 July 2026 is a Saturday, so the Friday before is off.
    ("US", "2026-07-03", "Independence Day (observed)", nil, .public),
    ("US", "2026-11-26", "Thanksgiving Day", nil, .public),
    ("GB-SCT", "2026-11-30", "Saint Andrew's Day", nil, .public),
    ("GB-ENG", "2026-08-31", "Late Summer Bank Holiday", nil, .public),
    ("DE-BY", "2026-01-06", "Epiphany", "Heilige Drei Könige", .public),
    ("ES-CT", "2026-09-11", "National Day of Catalonia", "Fiesta Nacional de Cataluña", .public),
    ("AU-NSW", "2026-06-08", "King's Birthday", nil, .public),
    ("TR", "2026-10-28", "Republic Day (from 1pm)", "Cumhuriyet Bayramı (saat 13.00'ten)", .half),
  ]

  @Test("Well-known days stand in the calendars of their places", arguments: knownDays)
  func wellKnownDays(known: KnownDay) throws {
    let day = try #require(LocalDay(known.date))
    let found = try WorldHolidays.calendar(known.code).holidays(on: day)
    let expected = Holiday(
      day: day, name: known.name, localName: known.local, kind: known.kind)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("A part of a country may have more days than the rest, or fewer")
  func partsDiffer() throws {
    let epiphany = try #require(LocalDay("2026-01-06"))
    #expect(try WorldHolidays.calendar("DE-BY").isPublicHoliday(epiphany))
    #expect(try !WorldHolidays.calendar("DE").isPublicHoliday(epiphany))
    #expect(try !WorldHolidays.calendar("DE-BE").isPublicHoliday(epiphany))
    // Scotland keeps no Easter Monday, nor does the United Kingdom as a whole.
    let easterMonday = try #require(LocalDay("2026-04-06"))
    #expect(try WorldHolidays.calendar("GB-ENG").isPublicHoliday(easterMonday))
    #expect(try !WorldHolidays.calendar("GB-SCT").isPublicHoliday(easterMonday))
    // A national day that a part has not: Nevada keeps no Columbus Day.
    let columbus = try #require(LocalDay("2026-10-12"))
    #expect(try WorldHolidays.calendar("US").isPublicHoliday(columbus))
    #expect(try !WorldHolidays.calendar("US-NV").isPublicHoliday(columbus))
  }

  @Test("Working days that China moves to weekends are workdays, and no holidays")
  func movedWorkdays() throws {
    // 10 October 2026, a Saturday, is worked for the National Day week (State Council, 2025).
    let day = try #require(LocalDay("2026-10-10"))
    let calendar = try WorldHolidays.calendar("CN")
    #expect(day.weekday == .saturday)
    #expect(calendar.holiday(on: day)?.kind == .workday)
    #expect(!calendar.isHoliday(day))
    #expect(!calendar.isPublicHoliday(day))
    #expect(calendar.isPublicHoliday(day - 9))
  }

  @Test("Dates that depend on the sight of the moon are marked as estimated")
  func estimatedDates() throws {
    // Eid al-Fitr 1457 in Turkey: the years to 2028 are known, later ones are reckoned.
    let calendar = try WorldHolidays.calendar("TR", years: 2033...2033)
    let eid = calendar.holidays.filter { $0.name == "Eid al-Fitr" }
    #expect(eid.count == 6)
    #expect(eid.allSatisfy { $0.isEstimated })
    #expect(calendar.holidays.filter { $0.name == "New Year's Day" }.allSatisfy { !$0.isEstimated })
  }

  @Test("Weekends are those of the country, of the part and of the time")
  func weekends() throws {
    func weekend(_ code: String, _ date: String) throws -> Set<Weekday> {
      WorldHolidays.weekends(of: try WorldHolidays.region(code))
        .weekdays(on: try #require(LocalDay(date)))
    }
    #expect(try weekend("AT", "2026-01-01") == [.saturday, .sunday])
    #expect(try weekend("IR", "2026-01-01") == [.friday])
    // The Emirates moved their weekend with the year 2022.
    #expect(try weekend("AE", "2021-12-31") == [.friday, .saturday])
    #expect(try weekend("AE", "2022-01-01") == [.saturday, .sunday])
    // Kelantan rests on Friday and Saturday, the rest of Malaysia mostly not.
    #expect(try weekend("MY-03", "2026-01-01") == [.friday, .saturday])
    #expect(try weekend("MY-14", "2026-01-01") == [.saturday, .sunday])
  }

  @Test("Only the years that are asked for are given")
  func yearsAreLimits() throws {
    let one = try WorldHolidays.calendar("AT", years: 2026...2026)
    let all = try WorldHolidays.calendar("AT")
    #expect(one.holidays == all.holidays.filter { $0.day.year == 2026 })
    #expect(try WorldHolidays.calendar("AT", years: 1999...2001).holidays.isEmpty)
  }

  @Test("There are 250 countries with 651 parts, each found by its code in any case")
  func everyPlaceIsFound() throws {
    let countries = WorldHolidays.countries
    #expect(countries.count == 250)
    #expect(countries.map(\.code) == countries.map(\.code).sorted())
    var parts = 0
    for country in countries {
      let found = try WorldHolidays.region(country.code.lowercased())
      #expect(found == country)
      for part in WorldHolidays.parts(of: country) {
        parts += 1
        #expect(try WorldHolidays.region(part.code) == part)
        #expect(try WorldHolidays.region(part.code.lowercased()) == part)
      }
    }
    #expect(parts == 651)
    #expect(try WorldHolidays.region("au-nsw_western").code == "AU-NSW Western")
  }

  @Test(
    "What is no code is refused with what was probably meant",
    arguments: [
      ("Austria", ["AT"]), ("austria", ["AT"]), ("Austira", ["AU", "AT"]), ("AUT", []),
      ("Bayern", ["DE-BY"]), ("DE-Bayern", ["DE-BY"]), ("AT-10", ["AT"]), ("Scotland", ["GB-SCT"]),
      ("", []), ("-", []), ("home", []), ("\u{1F469}\u{200D}\u{1F680}", []),
    ])
  func unknownCodes(text: String, meant: [String]) throws {
    let fault = #expect(throws: UnknownRegion.self) { try WorldHolidays.region(text) }
    #expect(Set(fault?.suggestions.map(\.code) ?? ["?"]) == Set(meant))
  }

  @Test("The sentence about an unknown code names the next step")
  func sentences() {
    let known = #expect(throws: UnknownRegion.self) { try WorldHolidays.region("Austria") }
    #expect(
      known?.description == """
        "Austria" is not a country or a part of one whose holidays are known; did you mean AT (Austria)?
        """)
    let unknown = #expect(throws: UnknownRegion.self) { try WorldHolidays.region("zz") }
    #expect(
      unknown?.description == """
        "zz" is not a country or a part of one whose holidays are known; nobat holidays lists their \
        codes, such as AT or AT-9
        """)
  }

  @Test("The notice keeps the licence of the source")
  func notice() {
    #expect(WorldHolidays.notice.hasPrefix("The world's holidays, 2015 to 2035: 250 countries"))
    #expect(WorldHolidays.notice.contains("holidays 0.109"))
    #expect(WorldHolidays.source == "holidays 0.109")
    #expect(WorldHolidays.notice.contains("Copyright (c) Vacanza Team and individual contributors"))
    #expect(WorldHolidays.notice.contains("The above copyright notice and this permission notice"))
  }
}
