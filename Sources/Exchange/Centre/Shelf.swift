import Timeline
import Workforce

/// What one file defines, by id: the values that could be read, and where each id stands, also of
/// those that could not, so that one mistake is told once.
struct Shelf<Value> {
  let file: String
  /// Whether the file could be read; if not, nobody's references to it are judged.
  let isReadable: Bool
  private(set) var values: [Value] = []
  private(set) var places: [String: Place] = [:]

  init(file: String, isReadable: Bool) {
    self.file = file
    self.isReadable = isReadable
  }

  /// The ids of what has been read already.
  init<Owner>(listing ids: [Identifier<Owner>], of file: String) {
    self.init(file: file, isReadable: true)
    for id in ids { places[id.rawValue] = Place(file: file) }
  }

  /// Notes that an id is defined at a place; a second time is a finding that names both lines.
  mutating func claim(_ id: String, _ subject: String, at place: Place, _ inspection: Inspection) {
    if let first = places[id] {
      let line = first.line.map { "line \($0)" } ?? "another line"
      inspection.error(
        place, "\(subject) is already in \(line)", hint: "give one of the two another id")
    } else {
      places[id] = place
      // An id in capitals is a finding of its own; references to what it should be are none.
      let small = id.lowercased()
      if places[small] == nil { places[small] = place }
    }
  }

  mutating func add(_ value: Value?) {
    if let value { values.append(value) }
  }

  /// An id that must stand in this file.
  func reference<Owner>() -> Notation<Identifier<Owner>> {
    Notation("an id of \(file)") { text throws(Notation<Identifier<Owner>>.Complaint) in
      guard isReadable, places[text] == nil else { return Identifier(text) }
      throw .init(
        message: "\"\(text)\" is not in \(file)", hint: Spelling.hint(for: text, among: places.keys)
      )
    }
  }

  func reportEmpty(_ kind: String, _ inspection: Inspection) {
    guard isReadable, places.isEmpty else { return }
    inspection.error(Place(file: file), "the file defines no \(kind)", hint: "write at least one")
  }
}

/// Reads each zone's rules once.
final class ZoneShelf {
  private let database: ZoneDatabase
  private var zones: [String: Zone] = [:]

  init(_ database: ZoneDatabase) {
    self.database = database
  }

  func zone(_ name: String) throws(ZoneDatabase.Fault) -> Zone {
    if let zone = zones[name] { return zone }
    do throws(ZoneDatabase.Fault) {
      let zone = try database.zone(name)
      zones[name] = zone
      return zone
    } catch .unknown(let name, let path, nil) {
      throw .unknown(name: name, path: path, suggestion: nearest(to: name))
    }
  }

  /// The zone of the city that is spelled most alike, whatever its continent.
  private func nearest(to name: String) -> String? {
    func city(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? "" }
    let names = database.names
    let nearest = Spelling.nearest(to: city(name), among: names.map(city))
    return names.first { city($0) == nearest }
  }

  var notation: Notation<Zone> {
    Notation("a time zone such as Europe/Vienna") { name throws(Notation<Zone>.Complaint) in
      do throws(ZoneDatabase.Fault) {
        return try self.zone(name)
      } catch {
        throw .init(fault: error)
      }
    }
  }
}

extension Notation.Complaint {
  init(fault: ZoneDatabase.Fault) {
    // A fault is a sentence with its own next step; only the one about a folder lacks the zone.
    let reason = if case .noFolder = fault { "cannot be read: \(fault)" } else { "\(fault)" }
    self.init(message: reason, hint: "")
  }
}
