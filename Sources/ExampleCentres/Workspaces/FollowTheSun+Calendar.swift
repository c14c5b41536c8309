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

  /// Of sites and of markets; the days that matter most to this centre, not every law.
  static let holidays = HolidayTable(
    """
    at,2024-12-08,Immaculate Conception,public
    at,2024-12-24,Christmas Eve,half
    at,2024-12-25,Christmas Day,public
    at,2024-12-26,Saint Stephen's Day,public
    at,2024-12-31,New Year's Eve,half
    at,2025-01-01,New Year's Day,public
    at,2025-01-06,Epiphany,public
    at,2025-04-21,Easter Monday,public
    at,2025-05-01,Labour Day,public
    at,2025-05-29,Ascension Day,public
    at,2025-06-09,Pentecost Monday,public
    at,2025-06-19,Corpus Christi,public
    at,2025-08-15,Assumption Day,public
    at,2025-10-26,National Day,public
    at,2025-11-01,All Saints' Day,public
    at,2025-12-08,Immaculate Conception,public
    at,2025-12-24,Christmas Eve,half
    at,2025-12-25,Christmas Day,public
    at,2025-12-26,Saint Stephen's Day,public
    at,2025-12-31,New Year's Eve,half
    at,2026-01-01,New Year's Day,public
    at,2026-01-06,Epiphany,public
    at,2026-04-06,Easter Monday,public
    at,2026-05-01,Labour Day,public
    at,2026-05-14,Ascension Day,public
    at,2026-05-25,Pentecost Monday,public
    at,2026-06-04,Corpus Christi,public
    at,2026-08-15,Assumption Day,public
    at,2026-10-26,National Day,public
    at,2026-11-01,All Saints' Day,public
    at,2026-12-08,Immaculate Conception,public
    at,2026-12-24,Christmas Eve,half
    at,2026-12-25,Christmas Day,public
    at,2026-12-26,Saint Stephen's Day,public
    at,2026-12-31,New Year's Eve,half
    at,2027-01-01,New Year's Day,public
    at,2027-01-06,Epiphany,public
    co,2024-12-08,Immaculate Conception,public
    co,2024-12-25,Christmas Day,public
    co,2025-01-01,New Year's Day,public
    co,2025-01-06,Epiphany,public
    co,2025-03-24,Saint Joseph's Day,public
    co,2025-04-17,Maundy Thursday,public
    co,2025-04-18,Good Friday,public
    co,2025-05-01,Labour Day,public
    co,2025-06-02,Ascension Day,public
    co,2025-06-23,Corpus Christi,public
    co,2025-06-30,Sacred Heart,public
    co,2025-07-20,Independence Day,public
    co,2025-08-07,Battle of Boyacá,public
    co,2025-08-18,Assumption Day,public
    co,2025-10-13,Columbus Day,public
    co,2025-11-03,All Saints' Day,public
    co,2025-11-17,Independence of Cartagena,public
    co,2025-12-08,Immaculate Conception,public
    co,2025-12-25,Christmas Day,public
    co,2026-01-01,New Year's Day,public
    co,2026-01-12,Epiphany,public
    co,2026-03-23,Saint Joseph's Day,public
    co,2026-04-02,Maundy Thursday,public
    co,2026-04-03,Good Friday,public
    co,2026-05-01,Labour Day,public
    co,2026-05-18,Ascension Day,public
    co,2026-06-08,Corpus Christi,public
    co,2026-06-15,Sacred Heart,public
    co,2026-06-29,Saint Peter and Saint Paul's Day,public
    co,2026-07-13,Our Lady of Chiquinquirá,public
    co,2026-07-20,Independence Day,public
    co,2026-08-07,Battle of Boyacá,public
    co,2026-08-17,Assumption Day,public
    co,2026-10-12,Columbus Day,public
    co,2026-11-02,All Saints' Day,public
    co,2026-11-16,Independence of Cartagena,public
    co,2026-12-08,Immaculate Conception,public
    co,2026-12-25,Christmas Day,public
    co,2027-01-01,New Year's Day,public
    fr,2024-12-25,Christmas Day,public
    fr,2025-01-01,New Year's Day,public
    fr,2025-04-21,Easter Monday,public
    fr,2025-05-01,Labour Day,public
    fr,2025-05-08,Victory Day,public
    fr,2025-05-29,Ascension Day,public
    fr,2025-06-09,Pentecost Monday,public
    fr,2025-07-14,National Day,public
    fr,2025-08-15,Assumption Day,public
    fr,2025-11-01,All Saints' Day,public
    fr,2025-11-11,Armistice Day,public
    fr,2025-12-25,Christmas Day,public
    fr,2026-01-01,New Year's Day,public
    fr,2026-04-06,Easter Monday,public
    fr,2026-05-01,Labour Day,public
    fr,2026-05-08,Victory Day,public
    fr,2026-05-14,Ascension Day,public
    fr,2026-05-25,Pentecost Monday,public
    fr,2026-07-14,National Day,public
    fr,2026-08-15,Assumption Day,public
    fr,2026-11-01,All Saints' Day,public
    fr,2026-11-11,Armistice Day,public
    fr,2026-12-25,Christmas Day,public
    fr,2027-01-01,New Year's Day,public
    gb,2024-12-25,Christmas Day,public
    gb,2024-12-26,Boxing Day,public
    gb,2025-01-01,New Year's Day,public
    gb,2025-04-18,Good Friday,public
    gb,2025-04-21,Easter Monday,public
    gb,2025-05-05,May Day,public
    gb,2025-05-26,Spring Bank Holiday,public
    gb,2025-08-25,Late Summer Bank Holiday,public
    gb,2025-12-25,Christmas Day,public
    gb,2025-12-26,Boxing Day,public
    gb,2026-01-01,New Year's Day,public
    gb,2026-04-03,Good Friday,public
    gb,2026-04-06,Easter Monday,public
    gb,2026-05-04,May Day,public
    gb,2026-05-25,Spring Bank Holiday,public
    gb,2026-08-31,Late Summer Bank Holiday,public
    gb,2026-12-25,Christmas Day,public
    gb,2026-12-26,Boxing Day,public
    gb,2026-12-28,Boxing Day,public
    gb,2027-01-01,New Year's Day,public
    in,2024-12-25,Christmas,public
    in,2025-01-26,Republic Day,public
    in,2025-03-14,Holi,observance
    in,2025-03-31,Id-ul-Fitr,public
    in,2025-04-18,Good Friday,observance
    in,2025-05-01,May Day,public
    in,2025-08-15,Independence Day,public
    in,2025-08-27,Ganesh Chaturthi,observance
    in,2025-10-02,Mahatma Gandhi Jayanti,public
    in,2025-10-20,Diwali,public
    in,2025-11-01,Karnataka Rajyotsava,public
    in,2025-12-25,Christmas,public
    in,2026-01-26,Republic Day,public
    in,2026-03-04,Holi,observance
    in,2026-03-21,Id-ul-Fitr,public
    in,2026-04-03,Good Friday,observance
    in,2026-05-01,May Day,public
    in,2026-08-15,Independence Day,public
    in,2026-09-14,Ganesh Chaturthi,observance
    in,2026-10-02,Mahatma Gandhi Jayanti,public
    in,2026-10-20,Dussehra,public
    in,2026-11-01,Karnataka Rajyotsava,public
    in,2026-11-08,Diwali,public
    in,2026-12-25,Christmas,public
    nz,2024-12-25,Christmas Day,public
    nz,2024-12-26,Boxing Day,public
    nz,2025-01-01,New Year's Day,public
    nz,2025-01-02,Day after New Year's Day,public
    nz,2025-01-27,Auckland Anniversary Day,public
    nz,2025-02-06,Waitangi Day,public
    nz,2025-04-18,Good Friday,public
    nz,2025-04-21,Easter Monday,public
    nz,2025-04-25,Anzac Day,public
    nz,2025-06-02,King's Birthday,public
    nz,2025-06-20,Matariki,public
    nz,2025-10-27,Labour Day,public
    nz,2025-12-25,Christmas Day,public
    nz,2025-12-26,Boxing Day,public
    nz,2026-01-01,New Year's Day,public
    nz,2026-01-02,Day after New Year's Day,public
    nz,2026-01-26,Auckland Anniversary Day,public
    nz,2026-02-06,Waitangi Day,public
    nz,2026-04-03,Good Friday,public
    nz,2026-04-06,Easter Monday,public
    nz,2026-04-25,Anzac Day,public
    nz,2026-04-27,Anzac Day,public
    nz,2026-06-01,King's Birthday,public
    nz,2026-07-10,Matariki,public
    nz,2026-10-26,Labour Day,public
    nz,2026-12-25,Christmas Day,public
    nz,2026-12-26,Boxing Day,public
    nz,2026-12-28,Boxing Day,public
    nz,2027-01-01,New Year's Day,public
    nz,2027-01-02,Day after New Year's Day,public
    nz,2027-01-04,Day after New Year's Day,public
    """)
}
