import Timeline
import Workforce

/// What `nobat.yaml` says.
struct Settings {
  let name: String
  let zone: Zone
  let interval: Minutes
  let weekStart: Weekday
  let currency: String
  let shrinkage: Double
  let prices: Prices
}

extension CentreReader {
  func settings() -> Settings? {
    let file = "nobat.yaml"
    guard let bytes = workspace.requiredBytes(of: file, inspection),
      let root = YAMLText.read(bytes, file: file, inspection),
      let record = Record(
        "the centre", root,
        keys: [
          "workspace", "zone", "interval", "week-starts", "currency", "shrinkage", "objective",
          "language", "calendar",
        ], inspection)
    else { return nil }
    let name = record.required("workspace", .name)
    let zone = record.required("zone", zones.notation)
    let interval = record.required("interval", .interval)
    let weekStart = record.optional("week-starts", .weekday) ?? .monday
    let currency = record.optional("currency", .currency) ?? "EUR"
    let shrinkage = record.optional("shrinkage", .percentage(0...0.9)) ?? 0
    let prices = prices(record)
    // What calendars shall look like is read again where they are written; here it is checked.
    var style = CalendarStyle()
    style.languages = languages
    style.read(record)
    guard let name, let zone, let interval else { return nil }
    return Settings(
      name: name, zone: zone, interval: interval, weekStart: weekStart, currency: currency,
      shrinkage: shrinkage, prices: prices)
  }

  private func prices(_ settings: Record) -> Prices {
    let standard = Prices()
    guard let entry = settings["objective"],
      let record = Record(
        "the objective", entry,
        keys: ["under", "under-beyond", "cheap-share", "over", "wish", "chat", "email"],
        inspection)
    else { return standard }
    let under = record.optional("under", .perHour).map(Money.init) ?? standard.under
    let beyond = record.optional("under-beyond", .perHour).map(Money.init)
    if let beyond, beyond < under {
      record.error(
        "under-beyond", "a missing hour beyond the cheap share costs less than one within it",
        hint: "make under-beyond at least under")
    }
    return Prices(
      under: under, underBeyond: beyond ?? max(under, standard.underBeyond),
      cheapShare: record.optional("cheap-share", .percentage()) ?? standard.cheapShare,
      over: record.optional("over", .perHour).map(Money.init) ?? standard.over,
      wish: record.optional("wish", .number(from: 0)).map(Money.init) ?? standard.wish,
      chatFactor: record.optional("chat", .percentage(0...10)) ?? standard.chatFactor,
      emailFactor: record.optional("email", .percentage(0...10)) ?? standard.emailFactor)
  }
}
