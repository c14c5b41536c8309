import Holidays
import Timeline
import Workforce

/// Where the special days of a site or market come from: a country, rows of the planner's, or a
/// calendar file.
struct HolidaySource: Hashable {
  enum Origin: Hashable {
    /// The built-in calendar of a place, with the rows of its name laid over it.
    case region(Region)
    /// The rows of a name that is no place's.
    case rows(HolidayCalendarName)
    /// A file of all-day events.
    case feed(String)
  }

  /// What of a built-in calendar counts unless the planner says otherwise: on bank holidays and the
  /// like most people work.
  static let usualKinds: [Holiday.Kind] = [.public, .half, .workday]

  let origin: Origin
  /// What counts of a built-in calendar.
  var kinds = HolidaySource.usualKinds
  /// What the days of a file are.
  var kind = Holiday.Kind.public

  /// How results call it: `at-9`, `at-9 (public, bank)`, `calendar/school.ics (observance)`.
  var name: String {
    switch origin {
    case .region(let region):
      let own = region.calendarName.rawValue
      guard kinds != HolidaySource.usualKinds else { return own }
      return "\(own) (\(kinds.map(\.rawValue).joined(separator: ", ")))"
    case .rows(let name): return name.rawValue
    case .feed(let file): return kind == .public ? file : "\(file) (\(kind.rawValue))"
    }
  }
}

extension Notation where Value == HolidaySource.Origin {
  /// A code such as `AT-9`, a calendar of the planner's rows, or a file such as
  /// `calendar/school.ics`.
  static func holidayOrigin(_ calendars: HolidayCalendars) -> Notation {
    Notation("a country's code such as AT or AT-9, or a calendar of \(HolidayCalendars.file)") {
      text throws(Complaint) in
      if text.hasSuffix(".ics") { return .feed(try feed(text)) }
      let fault: UnknownRegion
      do throws(UnknownRegion) {
        return .region(try WorldHolidays.region(text))
      } catch {
        fault = error
      }
      if calendars.mayHaveRows(of: text) { return .rows(HolidayCalendarName(text)) }
      throw Complaint(
        message:
          "\"\(text)\" is neither a country's code nor a calendar of \(HolidayCalendars.file)",
        hint: hint(for: text, fault, among: calendars.namesOfRows))
    }
  }

  /// Files lie in the folder `calendar`, so that a roster's record can name all that it came from.
  private static func feed(_ text: String) throws(Complaint) -> String {
    let name = text.split(separator: "/", omittingEmptySubsequences: false)
    guard name.count == 2, name[0] == "calendar", !name[1].hasPrefix(".") else {
      throw Complaint(
        message: "\"\(text)\" does not lie in the folder calendar",
        hint: "put the file there, and write calendar/\(name.last ?? "")")
    }
    return text
  }

  private static func hint(
    for text: String, _ fault: UnknownRegion, among names: [String]
  ) -> String {
    if let nearest = Spelling.nearest(to: text, among: names) {
      return "did you mean \"\(nearest)\"?"
    }
    let regions = fault.suggestions.map(\.description)
    if !regions.isEmpty { return "did you mean \(regions.joined(separator: " or "))?" }
    return "nobat holidays lists the codes"
  }
}

extension CentreReader {
  /// The calendar that a field names, which is made if nothing named it before; nil where the field
  /// is absent or faulty.
  ///
  /// `AT-9`, `{calendar: AT-9, kinds: [public, half, bank]}`, or a list of such sources.
  func calendar(
    _ record: Record, _ key: String, _ calendars: inout HolidayCalendars
  ) -> HolidayCalendarName? {
    guard let entry = record[key] else { return nil }
    var entries = [entry]
    if case .list(let list) = entry.content { entries = list }
    if entries.isEmpty {
      record.error(key, "\(key) names no calendar", hint: "write a code such as AT, or remove it")
    }
    let sources = entries.compactMap { source($0, of: record.subject, key, calendars) }
    guard !sources.isEmpty, sources.count == entries.count else { return nil }
    return calendars.make(of: sources) { feed($0) }
  }

  private func source(
    _ entry: Entry, of subject: String, _ key: String, _ calendars: HolidayCalendars
  ) -> HolidaySource? {
    let notation = Notation.holidayOrigin(calendars)
    guard case .map = entry.content else {
      let record = Record(subject, values: [key: entry], place: entry.place, inspection)
      return record.required(key, notation).map { HolidaySource(origin: $0) }
    }
    guard
      let record = Record(
        "\(subject): \(key)", entry, keys: ["calendar", "kinds", "kind"], inspection),
      let origin = record.required("calendar", notation)
    else { return nil }
    let kinds = record.list("kinds", Notation<Holiday.Kind>.word)
    if let kinds, kinds.isEmpty {
      record.error(
        "kinds", "kinds names none, so that no day would be a holiday",
        hint: "write such as kinds: [public, half], or remove holidays")
    }
    let kind = record.optional("kind", Notation<Holiday.Kind>.word)
    var source = HolidaySource(origin: origin)
    switch origin {
    case .region:
      if record.has("kind") {
        record.error(
          "kind", "a country's days have kinds of their own",
          hint: "choose among them with kinds: [public, half, bank]")
      }
      if let kinds { source.kinds = Holiday.Kind.allCases.filter(kinds.contains) }
    case .feed:
      if record.has("kinds") {
        record.error(
          "kinds", "a calendar file does not say of which kind its days are",
          hint: "say it for all of them, such as kind: observance")
      }
      if let kind { source.kind = kind }
    case .rows:
      for key in ["kind", "kinds"] where record.has(key) {
        record.error(
          key, "the rows of \(HolidayCalendars.file) say their kinds themselves",
          hint: "remove it")
      }
    }
    return source
  }

  /// The days of a calendar file of the workspace.
  private func feed(_ file: String) -> [FeedDay] {
    guard workspace.files(in: "calendar", ending: ".ics").contains(file) else {
      inspection.error(
        Place(file: file), "there is no such file in \(workspace.folder)",
        hint: "put it there, or mend its name in sites.yaml and queues.yaml")
      return []
    }
    guard let bytes = workspace.bytes(of: file, inspection) else { return [] }
    return HolidayFeed.days(of: bytes, file: file, inspection)
  }
}
