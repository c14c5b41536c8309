import Timeline
import Workforce

extension CentreReader {
  func sites(_ calendars: inout HolidayCalendars) -> Shelf<Site> {
    let file = "sites.yaml"
    let records = namedRecords(
      in: file, kind: "site",
      keys: ["zone", "cost", "seats", "holidays", "night", "night-hours", "sunday", "holiday"])
    var shelf = Shelf<Site>(file: file, isReadable: records != nil)
    for (id, record) in records ?? [] {
      shelf.claim(id, record.subject, at: record.place, inspection)
      shelf.add(site(id, record, &calendars))
    }
    return shelf
  }

  private func site(
    _ id: String, _ record: Record, _ calendars: inout HolidayCalendars
  ) -> Site? {
    let zone = record.required("zone", zones.notation)
    let cost = record.required("cost", .perHour)
    let seats = record.optional("seats", .whole(1...1_000_000))
    let holidays = calendar(record, "holidays", &calendars)
    let premiums = premiums(record)
    if premiums.holiday > 0, !record.has("holidays") {
      record.error(
        "holiday", "there is a holiday premium but no holidays",
        hint: "name a country or a calendar of your own, such as holidays: AT-9")
    }
    guard let zone, let cost else { return nil }
    return Site(
      id: .init(id), zone: zone, seats: seats, costPerHour: Money(cost), holidays: holidays,
      premiums: premiums)
  }

  private func premiums(_ record: Record) -> Premiums {
    let standard = Premiums.none
    let hours = record.optional("night-hours", .clockSpan)
    return Premiums(
      night: record.optional("night", .percentage(0...10)) ?? 0,
      nightFrom: hours?.from ?? standard.nightFrom, nightTo: hours?.to ?? standard.nightTo,
      sunday: record.optional("sunday", .percentage(0...10)) ?? 0,
      holiday: record.optional("holiday", .percentage(0...10)) ?? 0)
  }
}
