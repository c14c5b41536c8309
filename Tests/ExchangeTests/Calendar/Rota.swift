import Exchange
import Testing
import Timeline
import Workforce

/// A week's roster that is published again and again, each edition following the last one.
struct Rota {
  var centre: Centre
  let firstDay: LocalDay
  var style = CalendarStyle()
  var edition: Edition

  init(_ centre: Centre, from firstDay: LocalDay) {
    self.centre = centre
    self.firstDay = firstDay
    edition = Edition(firstDay: firstDay)
  }

  /// 2026-05-28T20:26:40Z.
  static let stamp = Instant(seconds: 1_780_000_000)

  /// The next edition: these shifts are the week's.
  mutating func publish(
    _ shifts: [Shift], for agents: [Agent]? = nil, at stamp: Instant = Rota.stamp
  ) -> CalendarSet {
    let roster = Roster(
      id: "w", firstDay: firstDay, grid: centre.week(of: firstDay).grid, shifts: shifts,
      cost: .init(), bound: .zero, notes: [], effort: .init())
    let set = calendars(
      of: roster, for: agents, in: centre, style: style, stamp: stamp, following: edition)
    edition = set.edition
    return set
  }
}

extension Centre {
  /// The same centre with other agents or days off.
  func with(agents: [Agent]? = nil, timeOff: [TimeOff]? = nil) -> Centre {
    Centre(
      name: name, zone: zone, interval: interval, weekStart: weekStart, currency: currency,
      prices: prices, sites: sites, queues: queues, contracts: contracts, templates: templates,
      rules: rules, agents: agents ?? self.agents, timeOff: timeOff ?? self.timeOff,
      wishes: wishes, events: events, holidays: holidays)
  }
}

extension Agent {
  /// The same agent but for some things.
  func with(
    name: String? = nil, zone: Zone? = nil, site: Site.ID? = nil, language: String? = nil
  ) -> Agent {
    Agent(
      id: id, name: name ?? self.name, site: site ?? self.site, contract: contract,
      zone: zone ?? self.zone, skills: skills, employedFrom: employedFrom,
      employedTo: employedTo, team: team, language: language ?? self.language)
  }
}

extension Roster {
  func with(_ shifts: [Shift]) -> Roster {
    Roster(
      id: id, firstDay: firstDay, grid: grid, shifts: shifts, cost: cost, bound: bound,
      notes: notes, effort: effort)
  }
}

/// One calendar file as its reader sees it: unfolded lines, properties by event.
struct ReadCalendar {
  let lines: [String]

  init(_ bytes: [UInt8]?) {
    var unfolded: [[UInt8]] = []
    for line in (bytes ?? []).split(separator: 10, omittingEmptySubsequences: true) {
      if line.first == 32, !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += line.dropFirst().dropLast()
      } else {
        unfolded.append(Array(line.dropLast()))
      }
    }
    lines = unfolded.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The values of one property by the events' uids.
  func values(_ property: String) -> [String: String] {
    var result: [String: String] = [:]
    var uid = ""
    for line in lines {
      if line.hasPrefix("UID:") { uid = String(line.dropFirst(4)) }
      if line.hasPrefix(property + ":") { result[uid] = String(line.dropFirst(property.count + 1)) }
    }
    return result
  }

  /// The lines of one event.
  func event(_ uid: String) -> [String] {
    guard let place = lines.firstIndex(of: "UID:\(uid)") else { return [] }
    return Array(lines[place...].prefix { $0 != "END:VEVENT" })
  }
}
