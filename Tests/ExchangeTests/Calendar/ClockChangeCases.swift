import TestSupport
import Testing
import Timeline
import Workforce

/// Shifts over clock changes of many zones with their right moments: `dst_cases.csv`.
struct ClockChangeCase {
  let id: String
  let agent: Agent
  let shift: Shift

  /// One agent a zone; the names need folding, escaping and right-to-left letters.
  static func all(in zones: ZoneDatabase) throws -> [ClockChangeCase] {
    let text = try House.text(House.cases("dst_cases.csv", in: "calendar"))
    let lines = text.split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst().map { line in
      // Only the note, which stands last, holds commas.
      let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let row = Dictionary(zip(header, values)) { first, _ in first }
      func value(_ name: String) throws -> String { try #require(row[name]) }
      let zone = try zones.zone(try value("tz"))
      let agent = Agent(
        id: .init(try value("tz").lowercased().map { $0.isLetter ? "\($0)" : "-" }.joined()),
        name: try value("tz") + " نرگس می‌خواهد; 👩‍👩‍👧‍👧, \\ Zoë", site: "vie", contract: "ft40",
        zone: zone, skills: [Skill(queue: "de-voice")])
      let interval = Interval(
        start: try #require(Instant(try value("utc_start"))),
        end: try #require(Instant(try value("utc_end"))))
      let pause = Interval(start: interval.start + Minutes(10), length: Minutes(15))
      return ClockChangeCase(
        id: try value("id"), agent: agent,
        shift: Shift(
          agent: agent.id, template: "night",
          day: try #require(LocalDay(try value("work_date"))), interval: interval,
          breaks: [Activity(kind: .rest, interval: pause)],
          paid: Minutes(Int((60 * (Double(try value("paid_hours")) ?? 0)).rounded()))))
    }
  }
}
