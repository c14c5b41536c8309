package import Workforce

/// One event as a CalDAV server keeps it.
package struct CalendarItem: Hashable, Sendable {
  package let uid: String
  /// A whole VCALENDAR with this one VEVENT and no METHOD (RFC 4791, section 4.1); empty for an event
  /// that was cancelled so long ago that nobody is told any more.
  package let text: [UInt8]
  package let isCancelled: Bool
}

/// The calendars of a roster: what agents subscribe to, what is mailed, and what it all is numbered by.
package struct CalendarSet: Hashable, Sendable {
  /// A file an agent (METHOD:PUBLISH), cancelled events in it for as long as the style says; none for an
  /// agent who has no event.
  package let calendars: [Agent.ID: [UInt8]]
  /// A file for each agent of whom the last change has cancelled something (METHOD:CANCEL), with just
  /// that; of a publication, for each of whom something is cancelled that the one before told of.
  ///
  /// Made again from the same roster they are the same: whoever lost them can send them again.
  package let cancellations: [Agent.ID: [UInt8]]
  /// What all events now say: the next edition of the week.
  package let edition: Edition
  private let own: [Agent.ID: AgentCalendar]

  init(of calendars: [Agent.ID: AgentCalendar], edition: Edition) {
    own = calendars
    self.calendars = calendars.compactMapValues(\.published)
    cancellations = calendars.compactMapValues(\.cancellations)
    self.edition = edition
  }

  /// Everybody whose events were put into words, in order.
  package var agents: [Agent.ID] { own.keys.sorted() }

  /// An agent's events one by one, cancelled ones too, in order of day and uid.
  package func items(of agent: Agent.ID) -> [CalendarItem] { own[agent]?.items ?? [] }
}
