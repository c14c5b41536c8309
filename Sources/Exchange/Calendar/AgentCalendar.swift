import Timeline
import Workforce

/// One agent's events as they were written, to be cut and put together anew.
struct AgentCalendar: Hashable, Sendable {
  /// Where the lines of an event stand.
  struct Entry: Hashable, Sendable {
    enum Place: Hashable, Sendable {
      /// In the published file, at these bytes.
      case published(Range<Int>)
      /// Among those that only items and cancellations show.
      case hidden(Range<Int>)
      /// Nowhere any more.
      case none
    }

    let uid: String
    let isCancelled: Bool
    /// Whether the last change cancelled it.
    let isNewlyCancelled: Bool
    /// The zone that its times are written in, among those of the file; nil for UTC and dates.
    let zone: Int?
    let place: Place
  }

  /// The VTIMEZONE blocks that the times need.
  let zones: [[UInt8]]
  /// The whole file.
  let text: [UInt8]
  /// Where the lines stand in it that name the calendar: behind METHOD, before the zones.
  let title: Range<Int>
  let hidden: [UInt8]
  let entries: [Entry]

  /// The file with METHOD:PUBLISH, nil where there is nothing to publish.
  var published: [UInt8]? {
    let isTold = entries.contains { entry in
      if case .published = entry.place { true } else { false }
    }
    return isTold ? text : nil
  }

  /// The file with METHOD:CANCEL, nil where the last change cancelled nothing.
  var cancellations: [UInt8]? {
    let told = entries.filter { $0.isNewlyCancelled && $0.place != .none }
    guard !told.isEmpty else { return nil }
    return file(AgentCalendar.plainHead + AgentCalendar.cancel + text[title], of: told)
  }

  var items: [CalendarItem] {
    entries.map { entry in
      let text = entry.place == .none ? [] : file(AgentCalendar.plainHead, of: [entry])
      return CalendarItem(uid: entry.uid, text: text, isCancelled: entry.isCancelled)
    }
  }

  /// The head of an item: all that a calendar must have, and no METHOD.
  static let plainHead: [UInt8] = Array(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nobat//Shifts//EN\r\nCALSCALE:GREGORIAN\r\n".utf8)
  private static let cancel: [UInt8] = Array("METHOD:CANCEL\r\n".utf8)
  static let end: [UInt8] = Array("END:VCALENDAR\r\n".utf8)

  private func file(_ head: [UInt8], of entries: [Entry]) -> [UInt8] {
    var bytes = head
    for index in zones.indices where entries.contains(where: { $0.zone == index }) {
      bytes += zones[index]
    }
    for entry in entries {
      switch entry.place {
      case .published(let range): bytes += text[range]
      case .hidden(let range): bytes += hidden[range]
      case .none: break
      }
    }
    return bytes + AgentCalendar.end
  }
}
