import TestSupport
import Testing
import Timeline

@testable import Holidays

/// The table against the package that it is made from, asked anew.
@Suite(
  "Recomputed holidays", .enabled(if: House.python != nil, House.checkersAreMissing))
struct RecomputedTests {
  @Test("All places have the same days, kinds and names in 2025 and 2026")
  func allPlaces() throws {
    try compare(WholeTableTests.places, years: 2025...2026, countries: [])
  }

  @Test(
    "All years of a country are the same",
    arguments: ["AT", "AE", "CN", "DE", "ES", "GB", "HU", "IL", "IN", "IR", "MY", "NP", "RU", "TR"])
  func allYears(country: String) throws {
    let region = try WorldHolidays.region(country)
    try compare(
      [region] + WorldHolidays.parts(of: region), years: WorldHolidays.years,
      countries: [country])
  }

  private func compare(
    _ places: [Region], years: ClosedRange<Int>, countries: [String]
  ) throws {
    let python = try #require(House.python)
    let script = "\(House.root)/Tests/HolidaysTests/Data/recompute.py"
    let ending = try python.run([script, "\(years.lowerBound)", "\(years.upperBound)"] + countries)
    #expect(ending.status == 0, "\(ending.errors)")
    let recomputed = Set(ending.output.split(separator: "\n").map(String.init))
    let ours = Set(places.flatMap { lines(of: $0, years: years) })
    #expect(recomputed.count > 10 * years.count)
    let missing = recomputed.subtracting(ours).sorted()
    let surplus = ours.subtracting(recomputed).sorted()
    #expect(missing.isEmpty, "\(missing.count) lines lack, such as \(missing.prefix(5))")
    #expect(surplus.isEmpty, "\(surplus.count) lines are ours alone, such as \(surplus.prefix(5))")
  }

  /// The calendar of a place in the words of `recompute.py`.
  private func lines(of place: Region, years: ClosedRange<Int>) -> [String] {
    let holidays = WorldHolidays.calendar(of: place, years: years).holidays
    let weekends = WorldHolidays.weekends(of: place)
    let weeks = years.map { year in
      let days = (0..<365).map { LocalDay.newYear(of: year) + $0 }
      let marks = days.map { weekends.contains($0) ? "x" : "-" }.joined()
      return "\(place.code)\tweekend\t\(year)\t\(marks)"
    }
    let days = Dictionary(grouping: holidays) { [$0.kind.rawValue, $0.day.description] }
    return weeks
      + days.map { key, holidays in
        let isMoved = holidays[0].kind == .workday
        let names = isMoved ? "" : joined(holidays.map { $0.name + ($0.isEstimated ? "~" : "") })
        let local = isMoved ? "" : joined(holidays.map { $0.localName ?? $0.name })
        return ([place.code] + key + [names, local]).joined(separator: "\t")
      }
  }

  /// Names in the order of their characters, as Python sorts them, each once.
  private func joined(_ names: [String]) -> String {
    Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "; ")
  }
}
