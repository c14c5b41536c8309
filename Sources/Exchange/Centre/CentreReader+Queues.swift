import Timeline
import Workforce

extension CentreReader {
  func queues(_ calendars: inout HolidayCalendars, shrinkage: Double) -> Shelf<Queue> {
    let file = "queues.yaml"
    let records = namedRecords(
      in: file, kind: "queue",
      keys: [
        "channel", "language", "open", "sla", "sla-of", "patience", "retries", "connect-rate",
        "attempt-time", "occupancy-max",
        "abandonment-max", "min-staff", "shrinkage", "shrinkage-on", "concurrency",
        "concurrency-slowdown", "answer-within", "answer-clock", "model", "market",
        "closed-on-holidays", "aht",
      ] + CentreReader.borrowingKeys)
    var shelf = Shelf<Queue>(file: file, isReadable: records != nil)
    for (id, record) in records ?? [] {
      shelf.claim(id, record.subject, at: record.place, inspection)
      let borrowing = borrowing(id, record, among: records ?? [])
      shelf.add(queue(id, record, &calendars, shrinkage, borrowing))
    }
    shelf.reportEmpty("queue", inspection)
    return shelf
  }

  private func queue(
    _ id: String, _ record: Record, _ calendars: inout HolidayCalendars, _ shrinkage: Double,
    _ borrowing: Borrowing?
  ) -> Queue? {
    let channel = record.required("channel", Notation<Channel>.word)
    let language = record.required("language", .language)
    let opening = record.required("open", .openingHours(zones))
    let minimum = record.optional("min-staff", .number(from: 0)) ?? 0
    let ownShrinkage = record.optional("shrinkage", .percentage(0...0.9))
    let shrinkageCalendar = record.optional("shrinkage-on", .shrinkageCalendar) ?? .none
    let concurrency = record.optional("concurrency", .whole(1...50)) ?? 1
    let slowdown = record.optional("concurrency-slowdown", .number(from: 1)) ?? 1
    let market = calendar(record, "market", &calendars)
    let isClosed = record.optional("closed-on-holidays", .yesOrNo) ?? false
    let handlingTime = record.optional("aht", .seconds)
    if isClosed, !record.has("market") {
      record.error(
        "closed-on-holidays", "it is closed on holidays but has no market",
        hint: "name the customers' country or a calendar of your own, such as market: AT")
    }
    guard let channel else { return nil }
    let dialing = dialing(record, channel)
    for key in ["concurrency", "concurrency-slowdown"] where record.has(key) && channel != .chat {
      record.error(
        key, "\(key) is for chat, and this is \(channel.rawValue)", hint: "remove it")
    }
    let goal = goal(record, channel)
    guard let language, let opening else { return nil }
    return Queue(
      id: .init(id), channel: channel, language: language, opening: opening, goal: goal,
      concurrency: concurrency, concurrencySlowdown: slowdown, minimumStaff: minimum,
      shrinkage: ownShrinkage ?? shrinkage, shrinkageCalendar: shrinkageCalendar, market: market,
      isClosedOnHolidays: isClosed,
      assumedHandlingTime: handlingTime, dialing: dialing, borrowing: borrowing)
  }

  /// How calls are made; nil of a queue that customers call.
  private func dialing(_ record: Record, _ channel: Channel) -> Dialing? {
    let rate = record.optional("connect-rate", .percentage(0.001...1))
    let attempt = record.optional("attempt-time", .seconds)
    guard channel == .outbound else {
      for key in ["connect-rate", "attempt-time"] where record.has(key) {
        record.error(
          key, "\(key) is for outbound, and this is \(channel.rawValue)", hint: "remove it")
      }
      return nil
    }
    return Dialing(connectRate: rate ?? 1, attemptTime: attempt ?? 0)
  }

  /// The model is, unless named, backlog for work that waits, else Erlang A where the patience is
  /// known and Erlang C where it is not.
  private func goal(_ record: Record, _ channel: Channel) -> Goal {
    let target = record.optional("sla", .serviceLevel)
    let patience = record.optional("patience", .seconds)
    let answerWithin = record.optional("answer-within", .duration(Minutes(15)...(.days(30))))
    let likely: Goal.Model =
      channel.isDeferred ? .backlog : record.has("patience") ? .erlangA : .erlangC
    let model = record.optional("model", Notation<Goal.Model>.word) ?? likely
    switch model {
    case .erlangA where !record.has("patience"):
      record.error(
        "model", "erlang-a needs the callers' patience", hint: "write it, such as patience: 180s")
    case .backlog where !record.has("answer-within"):
      record.error(
        "model", "a backlog needs the time within which contacts are answered",
        hint: "write it, such as answer-within: 24h")
    case .erlangA, .erlangC, .backlog: break
    }
    let definition = record.optional("sla-of", Notation<ServiceLevelDefinition>.word)
    if definition != nil, target == nil {
      record.error(
        "sla-of", "there is no service level that it could be about",
        hint: "write one, such as sla: 80% in 20s")
    }
    let retries = record.optional("retries", .percentage(0...0.95))
    if retries != nil, model != .erlangA {
      record.error(
        "retries", "nobody hangs up by the model \(model.rawValue)",
        hint: "write the callers' patience, such as patience: 180s, or remove it")
    }
    let abandonment = record.optional("abandonment-max", .percentage(0.0001...1))
    if abandonment != nil, model != .erlangA {
      record.error(
        "abandonment-max", "nobody hangs up by the model \(model.rawValue)",
        hint: "write the callers' patience, such as patience: 180s, or remove it")
    }
    let clock = record.optional("answer-clock", Notation<Goal.AnswerClock>.word)
    if clock != nil, model != .backlog {
      record.error(
        "answer-clock", "it is for a backlog, and the model is \(model.rawValue)",
        hint: "remove it")
    }
    return Goal(
      model: model, serviceLevel: target?.share, threshold: target?.seconds ?? 0,
      as: definition ?? .all, patience: patience, retries: retries ?? 0,
      maximumOccupancy: record.optional("occupancy-max", .percentage(0.01...1)),
      maximumAbandonment: abandonment, answerWithin: answerWithin,
      answerClock: clock ?? .openHours)
  }
}

/// `80% in 20s`.
struct ServiceLevel: Hashable {
  let share: Double
  let seconds: Double
}

extension Notation where Value == ServiceLevel {
  static var serviceLevel: Notation {
    Notation("a service level such as 80% in 20s") { text in
      let words = text.split(separator: " ")
      guard words.count == 3, words[1] == "in", words[0].hasSuffix("%"),
        let share = Decimals.read(words[0].dropLast()), share > 0, share < 100,
        let seconds = Notation<Double>.seconds(of: words[2])
      else { return nil }
      return ServiceLevel(share: share / 100, seconds: seconds)
    }
  }
}

extension Notation where Value == ShrinkageCalendar {
  /// Weekdays and months with their shares: `mon 14%, dec 18%`.
  static var shrinkageCalendar: Notation {
    Notation("weekdays and months with a share of 0% to 90%, such as mon 14%, dec 18%") { text in
      var ofWeekday: [Weekday: Double] = [:]
      var ofMonth: [Int: Double] = [:]
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let words = part.split(separator: " ")
        guard words.count == 2, words[1].hasSuffix("%"),
          let share = Decimals.read(words[1].dropLast()), (0...90).contains(share)
        else { return nil }
        let name = words[0].lowercased()
        if let weekday = Weekday(name), ofWeekday[weekday] == nil {
          ofWeekday[weekday] = share / 100
        } else if let month = months.firstIndex(of: name), ofMonth[month + 1] == nil {
          ofMonth[month + 1] = share / 100
        } else {
          return nil
        }
      }
      return ShrinkageCalendar(ofWeekday: ofWeekday, ofMonth: ofMonth)
    }
  }

  private static var months: [String] {
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  }
}

extension Notation where Value == OpeningHours {
  /// Spans of weekdays and times, separated by commas, then the zone:
  /// `mon-fri 08:00-20:00, sat 09:00-13:00 Europe/Vienna`.
  ///
  /// A span through midnight is open on into the next day.
  static func openingHours(_ zones: ZoneShelf) -> Notation {
    let expected = "hours such as \"mon-fri 08:00-20:00, sat 09:00-13:00 Europe/Vienna\""
    return Notation(expected) { text throws(Complaint) in
      let complaint = Complaint(message: "is \"\(text)\"", hint: "write \(expected)")
      guard let blank = text.lastIndex(of: " ") else { throw complaint }
      var spans: [OpeningHours.Span] = []
      for part in text[..<blank].split(separator: ",", omittingEmptySubsequences: false) {
        guard let read = OpeningHours.Span.read(part) else { throw complaint }
        spans += read
      }
      let zone: Zone
      do throws(ZoneDatabase.Fault) {
        zone = try zones.zone(String(text[text.index(after: blank)...]))
      } catch {
        throw Complaint(fault: error)
      }
      if let day = OpeningHours.Span.firstOverlap(of: spans) {
        throw Complaint(
          message: "has hours that overlap on \(day.rawValue)", hint: "join them into one span")
      }
      return OpeningHours(zone: zone, spans: spans)
    }
  }
}

extension OpeningHours.Span {
  /// The spans of `mon-fri 08:00-20:00`, one a weekday, or two where they pass midnight.
  fileprivate static func read(_ text: Substring) -> [OpeningHours.Span]? {
    let words = text.split(separator: " ")
    guard words.count == 2, let days = weekdays(words[0]), let clock = ClockSpan(words[1]),
      clock.from != clock.to, clock.from < .endOfDay
    else { return nil }
    return days.flatMap { day -> [OpeningHours.Span] in
      if clock.from < clock.to { return [.init(weekday: day, from: clock.from, to: clock.to)] }
      let evening = OpeningHours.Span(weekday: day, from: clock.from, to: .endOfDay)
      let next = Weekday.allCases[day.number % 7]
      let morning = OpeningHours.Span(weekday: next, from: .midnight, to: clock.to)
      return clock.to > .midnight ? [evening, morning] : [evening]
    }
  }

  /// `mon`, `mon-fri`, or `sat-mon` over the end of the week.
  private static func weekdays(_ text: Substring) -> [Weekday]? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { Weekday($0.lowercased()) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
    else { return nil }
    let length = (last.number - first.number + 7) % 7
    return (0...length).map { Weekday.allCases[(first.number - 1 + $0) % 7] }
  }

  fileprivate static func firstOverlap(of spans: [OpeningHours.Span]) -> Weekday? {
    Weekday.allCases.first { day in
      let sorted = spans.filter { $0.weekday == day }.sorted { $0.from < $1.from }
      return zip(sorted, sorted.dropFirst()).contains { $0.to > $1.from }
    }
  }
}
