import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

/// A shift over a clock change with the hours that are right for it, from `dst_cases.csv`.
struct ClockNight {
  let id: String
  let agent: Agent
  let shift: Shift
  /// What the clock shows at the start and the end; nil for an end within a gap of the clock.
  let localStart: LocalReading?
  let localEnd: LocalReading?
  let isRepeated: Bool
  let elapsed: Minutes
  let minutesOnWorkDate: Minutes
  let minutesOnOtherDates: Minutes

  /// One agent a case, so that uids and files tell them apart.
  static func all() throws -> [ClockNight] {
    let text = try House.text(House.cases("dst_cases.csv", in: "calendar"))
    let rows = try CSVTextTests.rows(Array(text.utf8))
    return try rows.dropFirst().map { fields in
      let row = Dictionary(zip(rows[0], fields)) { first, _ in first }
      func value(_ name: String) throws -> String { try #require(row[name]) }
      func minutes(_ name: String) throws -> Minutes {
        Minutes(Int((60 * (try #require(Double(try value(name))))).rounded()))
      }
      func reading(_ name: String, unless kind: String) throws -> LocalReading? {
        if try value(kind) == "gap" { return nil }
        let reading: LocalReading = try #require(LocalReading(try value(name)))
        return reading
      }
      let zone = try Worlds.zone(try value("tz"))
      let id = try value("id")
      let agent = Agent(
        id: .init(id.lowercased()), name: "نرگس \(id)", site: "vie", contract: "ft40",
        zone: zone, skills: [])
      let shift = Shift(
        agent: agent.id, template: "early", day: try #require(LocalDay(try value("work_date"))),
        interval: Interval(
          start: try #require(Instant(try value("utc_start"))),
          end: try #require(Instant(try value("utc_end")))),
        breaks: [], paid: try minutes("paid_hours"))
      return ClockNight(
        id: id, agent: agent, shift: shift,
        localStart: try reading("local_start", unless: "start_kind"),
        localEnd: try reading("local_end", unless: "end_kind"),
        isRepeated: try [value("start_kind"), value("end_kind")].contains("ambiguous"),
        elapsed: try minutes("elapsed_hours"),
        minutesOnWorkDate: try minutes("hours_on_work_date"),
        minutesOnOtherDates: try minutes("hours_on_other_dates"))
    }
  }

  /// A centre whose people work these nights.
  static func centre(of nights: [ClockNight]) throws -> Centre {
    let centre = try TableWorld.centre()
    let sites = Dictionary(nights.map { ($0.agent.zone.identifier, $0.agent.zone) }) { $1 }
      .map { Site(id: .init($0.key), zone: $0.value, costPerHour: .zero) }
    return Centre(
      name: "nights", zone: centre.zone, interval: centre.interval, sites: sites,
      queues: centre.queues, contracts: centre.contracts, templates: centre.templates,
      agents: nights.map { night in
        // Everybody works at a site of their own zone.
        Agent(
          id: night.agent.id, name: night.agent.name, site: .init(night.agent.zone.identifier),
          contract: "ft40", zone: night.agent.zone, skills: [])
      })
  }

  /// The tables of all nights, row by row, with the name of the file that each row is in; days off,
  /// which no case speaks of, are left out.
  static func rows(
    _ preset: TablePreset, of nights: [ClockNight]
  ) throws -> [(file: String, row: [String: String])] {
    let centre = try centre(of: nights)
    // The year 1970 has none of the shifts, and nobody is free in it.
    let roster = TableWorld.roster(nights.map(\.shift), in: centre)
    return try preset.tables(of: roster, in: centre).sorted { $0.key < $1.key }
      .flatMap { file, rows in rows.map { (file: file, row: $0) } }
      .filter { !($0.row["Subject"] ?? "").hasSuffix("Day off") }
  }

  /// The clock that a file of one zone is named for.
  static func zone(of file: String, _ preset: String, among nights: [ClockNight]) throws -> Zone {
    let name = file.dropFirst(preset.count + 1).dropLast(".csv".count)
    if name == "Etc-UTC" { return .utc }
    return try #require(
      nights.map(\.agent.zone).first { $0.identifier.replacing("/", with: "-") == name })
  }
}

/// Reads the American dates and times of a row: `12/07/2026` with `05:30 PM`, `05:30:00 PM` or `17:30`.
func americanReading(_ day: String?, _ time: String?) throws -> LocalReading {
  let date = try #require(day).split(separator: "/").compactMap { Int($0) }
  let words = try #require(time).split(separator: " ")
  let clock = words[0].split(separator: ":").compactMap { Int($0) }
  try #require(date.count == 3 && clock.count >= 2)
  let isHalved = words.count == 2
  let hour = isHalved ? clock[0] % 12 + (words[1] == "PM" ? 12 : 0) : clock[0]
  let local = try #require(LocalDay(year: date[2], month: date[0], day: date[1]))
  return LocalReading(day: local, secondOfDay: 3600 * hour + 60 * clock[1])
}
