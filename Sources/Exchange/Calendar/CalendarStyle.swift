package import Timeline

/// What a planner may choose about calendars.
package struct CalendarStyle: Hashable, Sendable {
  /// How the times of shifts are written.
  package enum Times: String, CaseIterable, Hashable, Sendable {
    /// On the agent's clock with its zone, so that a calendar shows where they are meant.
    case local
    /// In Greenwich time, for readers that know no zones.
    case utc
  }

  /// Where breaks are told.
  package enum Breaks: String, CaseIterable, Hashable, Sendable {
    /// In the description of their shift.
    case described
    /// As events of their own.
    case events
    /// Nowhere.
    case hidden
  }

  package var times = Times.local
  package var breaks = Breaks.described
  /// Whether days off and leave are told, as all-day events.
  package var showsDaysOff = true
  /// How long before a shift its alarm rings; nil for none.
  package var alarm: Minutes?
  /// Whether others who see the calendar are to see no details (CLASS:PRIVATE).
  package var isPrivate = false
  /// For how many days a cancelled event stays in the calendar, marked so; 0: it goes at once.
  package var cancelledDays = 30
  /// The language of agents who name none.
  package var language = "en"
  /// The language of everybody, whatever agents name.
  package var languageOfAll: String?
  /// The mail address of those who plan, nil for one that nobody has.
  package var organizer: String?
  package var languages = Languages.ours

  package init() {}
}
