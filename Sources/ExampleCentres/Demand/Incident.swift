package import Timeline
package import Workforce

/// A stretch of one local day in which queues got other numbers of contacts than on common days.
///
/// Some stand in `calendar/events.csv`, where the planner tells the forecast of them; others are
/// planted unlisted, for the forecast to find or to bear.
package struct Incident: Hashable, Sendable {
  /// How a planner's file tells of an incident.
  package struct Listing: Hashable, Sendable {
    package let tag: String
    /// `learn`, `exclude` or a factor such as `120%`.
    package let effect: String
    package let note: String
  }

  package let day: LocalDay
  package let from: LocalTime
  package let to: LocalTime
  /// IANA name of the zone of the local times.
  package let zone: String
  /// Ids, or beginnings of ids that end in `*`, as in the file.
  package let queues: [String]
  /// What the expected contacts are multiplied by.
  package let factor: Double
  package let listing: Listing?

  init(
    _ day: LocalDay, from: LocalTime = .midnight, to: LocalTime = .endOfDay, in zone: String,
    queues: [String], factor: Double, listed listing: Listing? = nil
  ) {
    self.day = day
    self.from = from
    self.to = to
    self.zone = zone
    self.queues = queues
    self.factor = factor
    self.listing = listing
  }

  package func touches(_ queue: Queue.ID) -> Bool {
    queues.contains { name in
      name.last == "*" ? queue.rawValue.hasPrefix(name.dropLast()) : queue.rawValue == name
    }
  }

  func interval(in zone: Zone) -> Interval {
    Interval(
      start: zone.instant(day, from),
      end: to == .endOfDay ? zone.start(of: day + 1) : zone.instant(day, to))
  }
}

extension ExampleFile {
  /// `calendar/events.csv` with the incidents that are listed, in order of time.
  static func events(_ incidents: [Incident]) -> ExampleFile {
    let rows = incidents.sorted { ($0.day, $0.from) < ($1.day, $1.from) }.compactMap { incident in
      incident.listing.map { listing in
        [
          "\(incident.day)", "\(incident.from)", "\(incident.to)", incident.zone,
          incident.queues.joined(separator: " "), listing.tag, listing.effect, listing.note,
        ]
      }
    }
    return ExampleFile(
      path: "calendar/events.csv", header: "date,from,to,zone,queues,tag,effect,note", rows: rows)
  }

  /// A CSV file of fields that need no quotes.
  init(path: String, header: String, rows: [[String]]) {
    let width = header.split(separator: ",").count
    for field in rows.joined() {
      precondition(
        !field.utf8.contains { [UInt8](",\"\n".utf8).contains($0) }, "\(field) needs no quotes")
    }
    precondition(rows.allSatisfy { $0.count == width }, "a row of \(path) has \(width) fields")
    let lines = [header] + rows.map { $0.joined(separator: ",") }
    self.init(path: path, text: lines.joined(separator: "\n") + "\n")
  }
}
