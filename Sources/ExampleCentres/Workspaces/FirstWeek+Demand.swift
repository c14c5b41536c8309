import Timeline
import Workforce

/// The contacts of `first-week`: what its history is drawn from.
extension FirstWeek {
  /// Austria's own calendar is built in; two half days are custom and no law.
  static let holidays = HolidayTable(
    """
    at,2026-12-24,Christmas Eve,half
    at,2026-12-31,New Year's Eve,half
    """)

  static let incidents = [
    Incident(
      firstDay - 75, from: LocalTime(minutes: 9 * 60), to: LocalTime(minutes: 12 * 60),
      in: "Europe/Vienna", queues: ["de-voice", "en-voice"], factor: 0.05,
      listed: .init(tag: "outage", effect: "exclude", note: "telephone lines down")),
    Incident(
      firstDay + 3, in: "Europe/Vienna", queues: ["de-voice"], factor: 1.2,
      listed: .init(tag: "mailing", effect: "120%", note: "letter to all customers")),
  ]

  static func truth(zones: ZoneDatabase) throws(ZoneDatabase.Fault) -> PlantedTruth {
    let vienna = try zones.zone("Europe/Vienna")
    let open = OpeningHours(
      zone: vienna,
      spans: Weekday.allCases.dropLast().map { weekday in
        OpeningHours.Span(
          weekday: weekday, from: LocalTime(minutes: 7 * 60), to: LocalTime(minutes: 21 * 60))
      })
    func demand(_ id: Queue.ID, _ channel: Channel, _ pattern: Pattern) -> QueueDemand {
      QueueDemand(
        id: id, channel: channel, opening: open, holidays: holidays["at"], pattern: pattern)
    }
    return try PlantedTruth(
      weeks: 26, before: firstDay, in: vienna, slot: Minutes(30), incidents: incidents,
      zones: zones,
      queues: [
        demand("de-voice", .voice, germanCalls),
        demand("en-voice", .voice, englishCalls),
        demand("de-mail", .email, germanMail),
      ])
  }

  private static let callsByHour: [Double] = [
    0, 0, 0, 0, 0, 0, 0, 3, 6, 9, 10.5, 10, 8, 7.5, 8, 8.5, 8, 7.5, 6.5, 5, 3.5, 2.5, 0, 0,
  ]

  private static let saturdayByHour: [Double] = [
    0, 0, 0, 0, 0, 0, 0, 2, 4, 7, 9, 9.5, 8.5, 7, 6, 5, 4.5, 4, 3.5, 3, 2, 1.5, 0, 0,
  ]

  private static let germanCalls = Pattern(
    level: 206, growth: 0.08,
    months: [1.05, 1, 1, 0.98, 0.97, 0.95, 0.9, 0.92, 1, 1.02, 1.05, 1.08],
    weekdays: [1.22, 1.06, 1, 0.98, 1.02, 0.62, 0], hours: callsByHour,
    weekendHours: saturdayByHour,
    holidays: HolidayPattern(onPublic: 0.5, onHalf: 0.6, dayAfter: 1.12),
    dispersion: 0.012, abandoned: 0.035,
    handling: HandlingPattern(
      seconds: 262, growth: -0.03,
      hours: [
        1, 1, 1, 1, 1, 1, 1, 1.06, 1.03, 1, 0.98, 0.97, 0.98, 1, 1, 0.99, 0.99, 1.01, 1.03, 1.05,
        1.08, 1.1, 1, 1,
      ], spread: 0.7))

  private static let englishCalls = Pattern(
    level: 50, growth: 0.15,
    months: [1, 1, 1.02, 1.02, 1.02, 1.05, 1.08, 1.05, 1, 1, 1, 1.05],
    weekdays: [1.1, 1.03, 1, 1, 1.02, 0.75, 0], hours: callsByHour,
    weekendHours: saturdayByHour,
    holidays: HolidayPattern(onPublic: 0.8, onHalf: 0.8, dayAfter: 1.05),
    dispersion: 0.02, abandoned: 0.045,
    handling: HandlingPattern(seconds: 305, spread: 0.75))

  /// Mails that came by night are counted when the queue opens.
  private static let germanMail = Pattern(
    level: 60, growth: 0.05,
    weekdays: [1.35, 1.05, 1, 0.98, 0.95, 0.55, 0],
    hours: [
      0, 0, 0, 0, 0, 0, 0, 22, 13, 9, 8, 7, 6, 6, 6, 6, 6, 5, 4, 4, 3, 3, 0, 0,
    ],
    holidays: HolidayPattern(onPublic: 0.6, onHalf: 0.6, dayAfter: 1.2),
    dispersion: 0.03, abandoned: 0,
    handling: HandlingPattern(seconds: 430, spread: 0.9))
}
