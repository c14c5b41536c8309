package import Timeline
package import Workforce

/// Gives events their names for ever: by agent and day, and with a number where a day has several.
///
/// A name never comes from a time or from a place in a list. Of several events of a day each keeps the
/// name that the most alike had in the edition before, so that dropping the first of two shifts does not
/// rename the second.
struct Naming {
  /// `@acme.nobat.invalid`: a domain that cannot be anybody's (RFC 2606).
  private let domain: [UInt8]

  init(_ centre: Centre) {
    domain = Array("@\(Naming.domain(of: centre))".utf8)
  }

  static func domain(of centre: Centre) -> String {
    let letters = centre.name.lowercased().unicodeScalars.map { scalar -> Character in
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    // A label of a domain has at most 63 letters (RFC 1035, section 2.3.4).
    let words = String(letters).split(separator: "-").joined(separator: "-")
    let label = words.prefix(63).split(separator: "-").joined(separator: "-")
    return "\(label.isEmpty ? "workspace" : label).nobat.invalid"
  }

  /// A name, and the place of the event that had it before.
  struct Name {
    let uid: String
    let earlier: Int?
  }

  /// The names of an agent's appointments, which stand by day and family; `earlier` holds the agent's
  /// events of the edition before.
  func names(
    of appointments: [Appointment], agent: Agent.ID, earlier: ArraySlice<Edition.Event>
  ) -> [Name] {
    var names: [Name] = []
    names.reserveCapacity(appointments.count)
    var start = 0
    while start < appointments.count {
      let first = appointments[start]
      var end = start + 1
      while end < appointments.count, appointments[end].day == first.day,
        appointments[end].family == first.family
      {
        end += 1
      }
      let known = earlier.indices.filter { index in
        earlier[index].day == first.day
          && earlier[index].kind.family(earlier[index].what) == first.family
      }
      let heirs = Naming.heirs(of: known, in: earlier, among: appointments[start..<end])
      var number = 0
      for index in start..<end {
        if let place = heirs[index - start] {
          names.append(Name(uid: earlier[place].uid, earlier: place))
          continue
        }
        var uid: String
        repeat {
          number += 1
          uid = self.uid(agent, first, number: number)
        } while known.contains { earlier[$0].uid == uid }
        names.append(Name(uid: uid, earlier: nil))
      }
      start = end
    }
    return names
  }

  /// For each appointment of a family the event that it goes on with, best pairs first: one that still
  /// stands before a cancelled one, then of the same template, then the nearest in time.
  private static func heirs(
    of known: [Int], in earlier: ArraySlice<Edition.Event>, among family: ArraySlice<Appointment>
  ) -> [Int?] {
    if known.isEmpty || (known.count == 1 && family.count == 1) {
      return family.map { _ in known.first }
    }
    var pairs: [(status: Int, template: Int, distance: Int, old: Int, new: Int)] = []
    for (new, appointment) in family.enumerated() {
      for old in known {
        let event = earlier[old]
        let distance = abs(appointment.interval.start.seconds - event.interval.start.seconds)
        let template = event.what == appointment.what ? 0 : 1
        pairs.append((event.status == .cancelled ? 1 : 0, template, distance, old, new))
      }
    }
    pairs.sort { $0 < $1 }
    var result: [Int?] = family.map { _ in nil }
    var taken: Set<Int> = []
    for pair in pairs where result[pair.new] == nil && !taken.contains(pair.old) {
      result[pair.new] = pair.old
      taken.insert(pair.old)
    }
    return result
  }

  /// `mina-2026-12-07@acme.nobat.invalid`; the second shift of a day is `mina-2026-12-07-2@...`, a break
  /// `mina-2026-12-07-meal@...`, a free day `mina-2026-12-07-off@...`.
  private func uid(_ agent: Agent.ID, _ appointment: Appointment, number: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(agent.rawValue.utf8.count + 24 + domain.count)
    bytes.append(agent.rawValue)
    bytes.append(.minus)
    bytes.append(appointment.day)
    let family = appointment.family
    if !family.isEmpty {
      bytes.append(.minus)
      bytes.append(family)
    }
    if number > 1 {
      bytes.append(.minus)
      bytes.append(digits: number)
    }
    bytes.append(contentsOf: domain)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether an event's name is one that Nobat gives in a centre to the events of a week.
package func isEvent(_ uid: String, ofWeekFrom firstDay: LocalDay, in centre: Centre) -> Bool {
  let domain = "@\(Naming.domain(of: centre))"
  guard uid.hasSuffix(domain) else { return false }
  let name = uid.dropLast(domain.count)
  return (0..<7).contains { name.contains("-\(firstDay + $0)") }
}
