import Timeline
import Workforce

extension Workspace {
  /// What `nobat.yaml` says of calendars, under `language` and `calendar`, and the languages there are.
  package func calendarStyle() throws(Findings) -> CalendarStyle {
    let inspection = Inspection()
    let file = "nobat.yaml"
    var style = CalendarStyle()
    style.languages = languages(inspection)
    if let bytes = bytes(of: file, inspection),
      let root = YAMLText.read(bytes, file: file, inspection), case .map(let pairs) = root.content
    {
      let values = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
      style.read(Record("the centre", values: values, place: root.place, inspection))
    }
    if inspection.hasErrors { throw Findings(inspection.result, of: file) }
    return style
  }
}

extension CalendarStyle {
  /// The keys of `calendar` in `nobat.yaml`.
  private static let keys = [
    "times", "breaks", "days-off", "alarm", "private", "cancelled", "organizer",
  ]

  /// Takes over what the settings of a centre say.
  mutating func read(_ settings: Record) {
    if let tag = settings.optional("language", .language) {
      language = tag
      if languages.words(nearest: tag) == nil {
        settings.warning(
          "language", "there are no words of \"\(tag)\", so calendars are in English",
          hint: "write them in languages/\(tag).yaml")
      }
    }
    guard let entry = settings["calendar"],
      let record = Record("the calendar", entry, keys: CalendarStyle.keys, settings.inspection)
    else { return }
    times = record.optional("times", .word) ?? times
    breaks = record.optional("breaks", .word) ?? breaks
    showsDaysOff = record.optional("days-off", .yesOrNo) ?? showsDaysOff
    if let before = record.optional("alarm", .duration(.zero ... .days(7))) {
      alarm = before > .zero ? before : nil
    }
    isPrivate = record.optional("private", .yesOrNo) ?? isPrivate
    cancelledDays = record.optional("cancelled", .whole(0...3650)) ?? cancelledDays
    organizer = record.optional("organizer", .mailAddress) ?? organizer
  }
}

extension Notation where Value == String {
  /// What may stand behind `mailto:` as it is.
  static var mailAddress: Notation {
    Notation("a mail address such as rota@acme.com") { text in
      let isPlain = text.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7f && !"\"\\<>,;:()[]%?&#".utf8.contains(byte)
      }
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return isPlain && parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? text : nil
    }
  }
}
