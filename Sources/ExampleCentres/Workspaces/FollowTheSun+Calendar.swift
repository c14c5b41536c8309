import Timeline

/// The special days of `follow-the-sun`, and what else made its customers call.
extension FollowTheSun {
  static let incidents = [
    Incident(
      date(2025, 3, 18), from: clock(10), to: clock(20), in: "Europe/Paris",
      queues: ["fr-voice"], factor: 2.2),
    Incident(
      date(2025, 7, 11), from: clock(9), to: clock(11, 30), in: "Europe/Vienna",
      queues: ["de-voice", "en-voice", "es-voice", "fr-voice", "hi-voice"], factor: 0.05,
      listed: .init(tag: "outage", effect: "exclude", note: "telephone lines down everywhere")),
    Incident(
      date(2025, 9, 3), in: "Europe/London", queues: ["en-*"], factor: 1.35,
      listed: .init(tag: "price-letter", effect: "learn", note: "new prices announced")),
    Incident(
      date(2025, 11, 28), in: "Europe/London", queues: ["de-*", "en-*", "es-*"], factor: 1.5,
      listed: .init(tag: "black-friday", effect: "learn", note: "")),
    Incident(
      date(2026, 2, 5), from: clock(13), to: clock(18), in: "Asia/Kolkata",
      queues: ["hi-voice"], factor: 0.1),
    Incident(
      date(2026, 3, 4), in: "Europe/London", queues: ["en-*"], factor: 1.35,
      listed: .init(tag: "price-letter", effect: "learn", note: "new prices announced")),
    Incident(
      date(2026, 4, 22), from: clock(14), to: clock(17), in: "Europe/London",
      queues: ["de-chat", "en-chat", "es-chat"], factor: 0,
      listed: .init(tag: "outage", effect: "exclude", note: "chat window not shown")),
    Incident(
      date(2026, 8, 19), in: "Europe/London", queues: ["en-chat"], factor: 1.9),
    Incident(
      date(2026, 10, 14), from: clock(8), to: clock(20), in: "America/Bogota",
      queues: ["es-mail"], factor: 3),
    Incident(
      date(2026, 11, 27), in: "Europe/London", queues: ["de-*", "en-*", "es-*"], factor: 1.5,
      listed: .init(tag: "black-friday", effect: "learn", note: "")),
    // In the planned week: one kind of day that is known from before, and one that is not.
    Incident(
      firstDay + 2, in: "Europe/London", queues: ["en-*"], factor: 1.35,
      listed: .init(tag: "price-letter", effect: "learn", note: "new prices announced")),
    Incident(
      firstDay + 3, from: clock(8), to: clock(20), in: "America/Bogota",
      queues: ["es-voice", "es-chat"], factor: 1.2,
      listed: .init(tag: "mailing", effect: "120%", note: "letter to all customers")),
  ]

  /// A day that exists.
  private static func date(_ year: Int, _ month: Int, _ day: Int) -> LocalDay {
    guard let date = LocalDay(year: year, month: month, day: day) else {
      preconditionFailure("there is no day \(day) in month \(month) of \(year)")
    }
    return date
  }

  private static func clock(_ hour: Int, _ minute: Int = 0) -> LocalTime {
    LocalTime(minutes: 60 * hour + minute)
  }

  /// What the built-in calendars do not say: two Austrian half days that are custom and no law, and
  /// the days on which the Indian market calls otherwise, which no one law lists.
  static let holidays = HolidayTable(
    """
    at,2024-12-24,Christmas Eve,half
    at,2024-12-31,New Year's Eve,half
    at,2025-12-24,Christmas Eve,half
    at,2025-12-31,New Year's Eve,half
    at,2026-12-24,Christmas Eve,half
    at,2026-12-31,New Year's Eve,half
    india,2024-12-25,Christmas,public
    india,2025-01-26,Republic Day,public
    india,2025-03-14,Holi,observance
    india,2025-03-31,Id-ul-Fitr,public
    india,2025-04-18,Good Friday,observance
    india,2025-05-01,May Day,public
    india,2025-08-15,Independence Day,public
    india,2025-08-27,Ganesh Chaturthi,observance
    india,2025-10-02,Mahatma Gandhi Jayanti,public
    india,2025-10-20,Diwali,public
    india,2025-11-01,Karnataka Rajyotsava,public
    india,2025-12-25,Christmas,public
    india,2026-01-26,Republic Day,public
    india,2026-03-04,Holi,observance
    india,2026-03-21,Id-ul-Fitr,public
    india,2026-04-03,Good Friday,observance
    india,2026-05-01,May Day,public
    india,2026-08-15,Independence Day,public
    india,2026-09-14,Ganesh Chaturthi,observance
    india,2026-10-02,Mahatma Gandhi Jayanti,public
    india,2026-10-20,Dussehra,public
    india,2026-11-01,Karnataka Rajyotsava,public
    india,2026-11-08,Diwali,public
    india,2026-12-25,Christmas,public
    """)
}
