import Statistics
import Timeline

/// The hundred and twenty people of `follow-the-sun`: most speak their own language and English, so
/// that one site's day is another language's night.
extension FollowTheSun {
  static let staff = Staff(crews, before: firstDay, seed: seed)

  private static let crews = [
    Crew(
      "akl-english", at: "akl", serving: ["en-voice", "en-chat", "en-mail"],
      ["ft40": 5, "pt24": 2], named: .auckland),
    Crew(
      "akl-german", at: "akl", serving: ["de-voice", "en-voice"], ["ft40": 4, "pt24": 1],
      named: .austrian),
    Crew(
      "akl-french", at: "akl", serving: ["fr-voice", "fr-mail", "en-voice"], ["ft40": 3],
      named: .french),
    Crew(
      "akl-hindi", at: "akl", serving: ["hi-voice", "en-voice"], ["ft40": 3], named: .indian),
    Crew(
      "blr-hindi", at: "blr", serving: ["hi-voice", "en-voice"], ["ft44": 9], named: .indian),
    Crew(
      "blr-hindi", at: "blr", serving: ["hi-voice", "en-voice", "en-chat", "en-mail"], ["ft44": 8],
      named: .indian),
    Crew(
      "blr-hindi", at: "blr", serving: ["hi-voice", "en-chat"], ["ft44": 4], named: .indian),
    Crew(
      "blr-english", at: "blr", serving: ["en-voice", "en-chat", "en-mail"], ["ft44": 7],
      named: .indian),
    Crew(
      "bog-spanish", at: "bog", serving: ["es-voice", "es-chat", "es-mail"],
      ["ft40": 9, "pt20": 4], named: .spanish),
    Crew(
      "bog-english", at: "bog", serving: ["es-voice", "es-chat", "en-voice"],
      ["ft40": 10, "pt20": 2], named: .spanish),
    Crew(
      "bog-writers", at: "bog", serving: ["es-mail", "en-mail", "en-chat", "es-voice"],
      ["ft40": 5], named: .spanish),
    Crew(
      "bog-french", at: "bog", serving: ["fr-voice", "fr-mail", "es-voice"], ["ft40": 4],
      named: .french),
    Crew(
      "vie-german", at: "vie", serving: ["de-voice", "de-chat", "de-mail", "en-voice"],
      ["ft40": 9, "pt24": 4], named: .austrian, .danubian, .persian),
    Crew(
      "vie-english", at: "vie", serving: ["de-voice", "en-voice"], ["ft40": 6, "pt24": 2],
      named: .danubian, .persianInLatin),
    Crew(
      "vie-german", at: "vie", serving: ["de-voice", "de-mail"], ["ft40": 3, "pt24": 2],
      named: .austrian),
    Crew(
      "vie-french", at: "vie", serving: ["fr-voice", "fr-mail", "en-voice"],
      ["ft40": 8, "pt24": 2], named: .french),
    Crew(
      "vie-spanish", at: "vie", serving: ["es-voice", "es-mail", "en-voice"], ["ft40": 4],
      named: .spanish),
  ]

  /// Leave and sickness in the planned week, and the fight for Christmas after it.
  static var timeOffFile: ExampleFile {
    let absences: [(agent: String, from: Int, to: Int, kind: String, state: String, asked: Int)] = [
      ("a003", 0, 6, "leave", "approved", 96),
      ("a017", 2, 3, "leave", "approved", 41),
      ("a022", -2, 1, "sick", "approved", 2),
      ("a031", 4, 4, "training", "approved", 30),
      ("a040", 0, 2, "leave", "approved", 58),
      ("a052", 5, 6, "unavailable", "approved", 12),
      ("a058", 1, 1, "leave", "approved", 20),
      ("a071", 17, 24, "leave", "wait-listed", 66),
      ("a077", 3, 4, "leave", "approved", 33),
      ("a085", 1, 4, "leave", "approved", 75),
      ("a090", 17, 21, "leave", "requested", 9),
      ("a096", 0, 0, "sick", "approved", 1),
      ("a101", 3, 3, "training", "approved", 30),
      ("a108", 17, 25, "leave", "approved", 120),
      ("a112", 5, 5, "unavailable", "approved", 18),
      ("a119", 17, 19, "leave", "refused", 5),
    ]
    return ExampleFile(
      path: "timeoff.csv", header: "id,agent,from,to,kind,state,asked",
      rows: absences.enumerated().map { index, absence in
        [
          "t\(101 + index)", absence.agent, "\(firstDay + absence.from)",
          "\(firstDay + absence.to)",
          absence.kind, absence.state, "\(firstDay - absence.asked)T09:00:00Z",
        ]
      })
  }

  /// A third of the agents wish for something, on a day that the seed chose.
  static var wishesFile: ExampleFile {
    var generator = Generator(seed: seed, stream: "wishes")
    let shifts = [
      "ft40": ["day", "evening"], "ft44": ["day-six"], "pt20": ["student"], "pt24": ["short"],
    ]
    var rows: [[String]] = []
    for person in staff.people where generator.index(below: 3) == 0 {
      let day = "\(firstDay + generator.index(below: 7))"
      let weight = "\(1 + generator.index(below: 3))"
      let wanted = shifts[person.contract] ?? []
      switch generator.index(below: 5) {
      case 0 where wanted.count > 1:
        let shift = wanted[generator.index(below: wanted.count)]
        rows.append([person.id, day, "shift", shift, weight])
      case 0,
        1 where person.contract != "pt20":
        rows.append([person.id, day, "start", "07:00-09:30", weight])
      case 2: rows.append([person.id, day, "start", "12:00-16:00", weight])
      default: rows.append([person.id, day, "off", "", weight])
      }
    }
    return ExampleFile(
      path: "wishes.csv", header: "agent,date,kind,value,weight", rows: rows)
  }
}
