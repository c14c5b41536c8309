package import Timeline

/// Channel x language (x service): the unit that is forecast and given goals.
package struct Queue: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Queue>

  package let id: ID
  package let channel: Channel
  /// A BCP 47 tag, such as `es` or `pt-BR`.
  package let language: String
  package let opening: OpeningHours
  package let goal: Goal
  /// Contacts one agent serves at once; 1 but for chat.
  package let concurrency: Int
  /// How much longer a contact takes with ``concurrency`` at once than alone; 1 or more.
  package let concurrencySlowdown: Double
  /// Least agents on duty who serve the queue while it is open.
  package let minimumStaff: Double
  /// The share of time on duty that is usually lost to what nobody plans, 0 to 1.
  package let shrinkage: Double
  /// The days on which that share is another.
  package let shrinkageCalendar: ShrinkageCalendar
  /// The holiday calendar that customers keep, if it matters.
  package let market: HolidayCalendarName?
  /// Whether the queue is closed on the market's public holidays.
  package let isClosedOnHolidays: Bool
  /// Handling time in seconds where the history has none.
  package let assumedHandlingTime: Double?
  /// How its calls are made, of a queue of the channel outbound: its contacts are attempts.
  package let dialing: Dialing?
  /// How it is forecast while it has little history; nil if only by its own.
  package let borrowing: Borrowing?

  package init(
    id: ID, channel: Channel, language: String, opening: OpeningHours, goal: Goal,
    concurrency: Int = 1, concurrencySlowdown: Double = 1, minimumStaff: Double = 0,
    shrinkage: Double = 0, shrinkageCalendar: ShrinkageCalendar = .none,
    market: HolidayCalendarName? = nil, isClosedOnHolidays: Bool = false,
    assumedHandlingTime: Double? = nil, dialing: Dialing? = nil, borrowing: Borrowing? = nil
  ) {
    self.id = id
    self.channel = channel
    self.language = language
    self.opening = opening
    self.goal = goal
    self.concurrency = concurrency
    self.concurrencySlowdown = concurrencySlowdown
    self.minimumStaff = minimumStaff
    self.shrinkage = shrinkage
    self.shrinkageCalendar = shrinkageCalendar
    self.market = market
    self.isClosedOnHolidays = isClosedOnHolidays
    self.assumedHandlingTime = assumedHandlingTime
    self.dialing = dialing
    self.borrowing = borrowing
  }
}

extension Queue {
  /// The share of time on duty that is lost on a local date, 0 to 1.
  package func shrinkage(on day: LocalDay) -> Double {
    shrinkageCalendar.share(on: day, usual: shrinkage)
  }
}

/// What a queue with little history is taken to be like: other queues, at a volume of its own.
package struct Borrowing: Hashable, Sendable {
  /// In order of their ids, the queue itself not among them.
  package let donors: [Queue.ID]
  /// Contacts that the planner expects in an average week of the year.
  package let contactsPerWeek: Double
  /// Weeks of the queue's own that count as much as this expectation.
  package let priorWeeks: Double

  package init(donors: [Queue.ID], contactsPerWeek: Double, priorWeeks: Double = 4) {
    self.donors = donors.sorted()
    self.contactsPerWeek = contactsPerWeek
    self.priorWeeks = priorWeeks
  }
}

/// The name of a holiday calendar in `calendar/holidays.csv`, such as `at`.
package typealias HolidayCalendarName = Identifier<HolidayCalendar>
