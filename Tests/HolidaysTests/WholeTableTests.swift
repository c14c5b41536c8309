import Testing
import Timeline

@testable import Holidays

@Suite("The whole table of holidays")
struct WholeTableTests {
  /// Every country and every part of one.
  static let places = WorldHolidays.countries.flatMap { [$0] + WorldHolidays.parts(of: $0) }
  static let calendars = places.map { ($0, WorldHolidays.calendar(of: $0)) }

  @Test("Every calendar is sorted, within its years, and says nothing twice")
  func calendarsAreSound() {
    for (place, calendar) in WholeTableTests.calendars {
      let holidays = calendar.holidays
      #expect(Set(holidays).count == holidays.count, "\(place) says a day twice")
      #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.day <= $1.day }, "\(place)")
      #expect(
        holidays.allSatisfy { WorldHolidays.years.contains($0.day.year) },
        "\(place) has a day outside of its years")
    }
  }

  @Test("Every place has public holidays each year, but for those of which the source knows none")
  func placesHaveHolidays() {
    var gaps: [String: Set<Int>] = [:]
    for (place, calendar) in WholeTableTests.calendars {
      let years = Set(calendar.only([.public]).holidays.map(\.day.year))
      let without = Set(WorldHolidays.years).subtracting(years)
      if !without.isEmpty { gaps[place.code] = without }
    }
    // Uninhabited islands, years before a law or beyond a gazette, and Ukraine, where holidays have
    // been working days under martial law since March 2022.
    let all = Set(WorldHolidays.years)
    #expect(
      gaps == [
        "BV": all, "HM": all, "IO": all, "FJ": [2015], "NF": [2015], "PN": [2015],
        "MS": [2015, 2016], "GW": Set(2015...2022), "LK": Set(2027...2035),
        "UA": Set(2023...2035),
      ])
  }

  @Test("Every name is text without control characters and outer blanks")
  func namesAreClean() {
    #expect(String(validating: WorldHolidays.bytes, as: UTF8.self) != nil)
    for (place, calendar) in WholeTableTests.calendars {
      let holidays = calendar.holidays
      for name in holidays.flatMap({ [$0.name, $0.localName].compactMap(\.self) }) + [place.name] {
        let isClean = name.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.value != 0xfffd
        }
        #expect(isClean && !name.isEmpty && name.first != " " && name.last != " ", "\(place)")
      }
    }
  }

  @Test("A moved working day is never a public holiday of the same place")
  func workdaysAreNoHolidays() {
    for (place, calendar) in WholeTableTests.calendars {
      for holiday in calendar.holidays where holiday.kind == .workday {
        let isPublic = calendar.holidays(on: holiday.day).contains { $0.kind == .public }
        #expect(!isPublic, "\(place) on \(holiday.day)")
      }
    }
  }
}
