import Timeline
import Workforce

/// The contacts of `follow-the-sun`: what its two years of history are drawn from.
///
/// The levels are such that the hundred and twenty agents have about as many hours as the planned
/// week needs.
extension FollowTheSun {
  static func truth(zones: ZoneDatabase) throws(ZoneDatabase.Fault) -> PlantedTruth {
    let vienna = try zones.zone("Europe/Vienna")
    let london = try zones.zone("Europe/London")
    let bogota = try zones.zone("America/Bogota")
    let paris = try zones.zone("Europe/Paris")
    let kolkata = try zones.zone("Asia/Kolkata")
    func demand(
      _ id: Queue.ID, _ channel: Channel, _ opening: OpeningHours, _ market: HolidayCalendarName,
      _ pattern: Pattern
    ) -> QueueDemand {
      QueueDemand(
        id: id, channel: channel, opening: opening, holidays: holidays[market], pattern: pattern)
    }
    return try PlantedTruth(
      weeks: 105, before: firstDay, in: vienna, slot: Minutes(15), incidents: incidents,
      zones: zones,
      queues: [
        demand("de-chat", .chat, waking(in: vienna), "at", germanChats),
        demand("de-mail", .email, .always(in: vienna), "at", germanMail),
        demand("de-voice", .voice, .always(in: vienna), "at", germanCalls),
        demand("en-chat", .chat, .always(in: london), "gb-eng", englishChats),
        demand("en-mail", .email, .always(in: london), "gb-eng", englishMail),
        demand("en-voice", .voice, .always(in: london), "gb-eng", englishCalls),
        demand("es-chat", .chat, waking(in: bogota), "co", spanishChats),
        demand("es-mail", .email, .always(in: bogota), "co", spanishMail),
        demand("es-voice", .voice, .always(in: bogota), "co", spanishCalls),
        demand("fr-mail", .email, .always(in: paris), "fr", frenchMail),
        demand("fr-voice", .voice, .always(in: paris), "fr", frenchCalls),
        demand("hi-voice", .voice, .always(in: kolkata), "india", hindiCalls),
      ])
  }

  /// Every day from 07:00 to 23:00.
  private static func waking(in zone: Zone) -> OpeningHours {
    OpeningHours(
      zone: zone,
      spans: Weekday.allCases.map { weekday in
        OpeningHours.Span(
          weekday: weekday, from: LocalTime(minutes: 7 * 60), to: LocalTime(minutes: 23 * 60))
      })
  }
}

/// Weights of the hours of a day, from midnight on.
extension FollowTheSun {
  private static let officeDay: [Double] = [
    0.6, 0.45, 0.4, 0.4, 0.5, 0.8, 1.6, 3.2, 6, 8.8, 10, 9.8, 8.6, 8.2, 8.6, 8.8, 8.4, 7.8, 6.8,
    5.6, 4.4, 3.2, 2, 1.1,
  ]
  private static let weekend: [Double] = [
    0.9, 0.7, 0.5, 0.5, 0.5, 0.7, 1.2, 2.2, 4, 6.4, 8, 8.6, 8.2, 7.6, 7, 6.6, 6.4, 6.4, 6.2, 5.6,
    4.6, 3.6, 2.4, 1.5,
  ]
  /// Customers on every continent: a day that never quite ends.
  private static let worldDay: [Double] = [
    3.4, 3.2, 3.2, 3.3, 3.5, 3.8, 4.4, 5.2, 6.6, 8.2, 9, 9, 8.5, 8.2, 8.6, 9, 8.8, 8.4, 7.6, 6.8,
    6, 5.2, 4.5, 3.8,
  ]
  private static let andeanDay: [Double] = [
    0.8, 0.6, 0.5, 0.4, 0.5, 0.9, 2.2, 4.6, 7.6, 9.6, 10, 9.4, 7.4, 6.6, 7.8, 8.8, 9, 8.6, 7.8,
    6.6, 5.2, 3.8, 2.4, 1.4,
  ]
  private static let indianDay: [Double] = [
    0.9, 0.6, 0.5, 0.5, 0.6, 1, 1.8, 3, 4.8, 7, 8.8, 9.4, 9, 8.2, 7.8, 8, 8.4, 8.8, 9.2, 9, 7.8,
    5.8, 3.4, 1.7,
  ]
  private static let chatDay: [Double] = [
    1.6, 1, 0.7, 0.6, 0.6, 0.8, 1.4, 2.6, 4.4, 6.4, 7.6, 8, 7.8, 7.6, 7.4, 7.4, 7.6, 8, 8.6, 9.2,
    9.4, 8.4, 6, 3.2,
  ]
  private static let mailDay: [Double] = [
    1.2, 0.9, 0.7, 0.7, 0.8, 1.4, 2.6, 4.6, 7.4, 9, 9.2, 8.6, 7.4, 7.2, 7.6, 7.6, 7, 6, 5, 4.6,
    4.6, 4.2, 3.2, 2,
  ]

  /// Calls take longer by night, when there is nobody to ask.
  private static let handlingDay: [Double] = [
    1.12, 1.14, 1.15, 1.15, 1.13, 1.1, 1.06, 1.03, 1, 0.98, 0.97, 0.97, 0.98, 0.99, 0.98, 0.97,
    0.98, 1, 1.01, 1.03, 1.05, 1.07, 1.09, 1.11,
  ]

  private static let northernYear = [
    1.06, 1.02, 1, 0.98, 0.96, 0.94, 0.9, 0.92, 0.98, 1.02, 1.08, 1.12,
  ]
  private static let andeanYear = [
    1.08, 1, 0.98, 0.97, 1, 1.02, 1.03, 1, 0.98, 0.98, 1.04, 1.12,
  ]
  /// The festival months bring the calls.
  private static let indianYear = [
    0.97, 0.95, 0.98, 0.96, 0.95, 0.94, 0.96, 1.02, 1.08, 1.14, 1.06, 0.99,
  ]

  private static let officeWeek = [1.24, 1.12, 1.06, 1.04, 1.03, 0.82, 0.69]
  private static let longWeek = [1.12, 1.06, 1.03, 1.02, 1.03, 0.92, 0.82]
  private static let mailWeek = [1.32, 1.12, 1.05, 1.03, 0.98, 0.78, 0.72]
}

/// The queues' own numbers.
extension FollowTheSun {
  private static let austrian = HolidayPattern(onPublic: 0.55, onHalf: 0.65, dayAfter: 1.12)
  private static let british = HolidayPattern(onPublic: 0.75, dayAfter: 1.06)
  private static let colombian = HolidayPattern(onPublic: 0.68, dayAfter: 1.08)
  private static let french = HolidayPattern(onPublic: 0.6, dayAfter: 1.1)
  private static let indian = HolidayPattern(
    onPublic: 0.85, onObservance: 0.9, dayAfter: 1.04, named: ["Diwali": 1.4, "Holi": 0.7])

  private static let germanCalls = Pattern(
    level: 475, growth: 0.04, months: northernYear, weekdays: officeWeek, hours: officeDay,
    weekendHours: weekend, holidays: austrian, dispersion: 0.012, abandoned: 0.035,
    handling: HandlingPattern(seconds: 290, growth: -0.03, hours: handlingDay, spread: 0.75))

  private static let englishCalls = Pattern(
    level: 1005, growth: 0.12, months: northernYear, weekdays: longWeek, hours: worldDay,
    holidays: british, dispersion: 0.01, abandoned: 0.04,
    handling: HandlingPattern(seconds: 300, growth: -0.02, hours: handlingDay, spread: 0.8))

  private static let spanishCalls = Pattern(
    level: 585, growth: 0.18, months: andeanYear, weekdays: officeWeek, hours: andeanDay,
    weekendHours: weekend, holidays: colombian, dispersion: 0.014, abandoned: 0.04,
    handling: HandlingPattern(seconds: 280, hours: handlingDay, spread: 0.75))

  private static let frenchCalls = Pattern(
    level: 218, growth: -0.03, months: northernYear, weekdays: officeWeek, hours: officeDay,
    weekendHours: weekend, holidays: french, dispersion: 0.02, abandoned: 0.04,
    handling: HandlingPattern(seconds: 310, growth: 0.02, hours: handlingDay, spread: 0.8))

  private static let hindiCalls = Pattern(
    level: 365, growth: 0.22, months: indianYear, weekdays: longWeek, hours: indianDay,
    holidays: indian, dispersion: 0.018, abandoned: 0.05,
    handling: HandlingPattern(seconds: 260, growth: -0.04, hours: handlingDay, spread: 0.7))

  private static let germanChats = Pattern(
    level: 105, growth: 0.25, months: northernYear, weekdays: longWeek, hours: chatDay,
    holidays: austrian, dispersion: 0.03, abandoned: 0.02,
    handling: HandlingPattern(seconds: 600, spread: 0.7))

  private static let englishChats = Pattern(
    level: 180, growth: 0.3, months: northernYear, weekdays: longWeek, hours: worldDay,
    holidays: british, dispersion: 0.025, abandoned: 0.02,
    handling: HandlingPattern(seconds: 640, growth: -0.03, spread: 0.7))

  private static let spanishChats = Pattern(
    level: 128, growth: 0.28, months: andeanYear, weekdays: longWeek, hours: chatDay,
    holidays: colombian, dispersion: 0.03, abandoned: 0.02,
    handling: HandlingPattern(seconds: 600, spread: 0.7))

  private static let germanMail = Pattern(
    level: 74, growth: -0.05, months: northernYear, weekdays: mailWeek, hours: mailDay,
    holidays: austrian, dispersion: 0.04, abandoned: 0,
    handling: HandlingPattern(seconds: 500, spread: 0.9))

  private static let englishMail = Pattern(
    level: 118, growth: 0.03, months: northernYear, weekdays: mailWeek, hours: mailDay,
    holidays: british, dispersion: 0.04, abandoned: 0,
    handling: HandlingPattern(seconds: 480, spread: 0.9))

  private static let spanishMail = Pattern(
    level: 86, growth: 0.06, months: andeanYear, weekdays: mailWeek, hours: mailDay,
    holidays: colombian, dispersion: 0.04, abandoned: 0,
    handling: HandlingPattern(seconds: 460, spread: 0.9))

  private static let frenchMail = Pattern(
    level: 48, months: northernYear, weekdays: mailWeek, hours: mailDay, holidays: french,
    dispersion: 0.05, abandoned: 0,
    handling: HandlingPattern(seconds: 480, spread: 0.9))
}
