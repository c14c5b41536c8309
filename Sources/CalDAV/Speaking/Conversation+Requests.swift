/// What is said to a calendar server, and what its answers mean.
extension Conversation {
  /// A file of the calendar as the server lists it.
  struct Listed {
    let tag: String
    /// Its content, where it was asked for.
    let content: String?
  }

  /// The files of the calendar by name; nil where there is no calendar yet.
  func listing() throws(CalDAVFault) -> [String: Listed]? {
    let answer = try entries(
      Request(
        method: "PROPFIND", address: calendar, fields: Conversation.xml + [("Depth", "1")],
        body: Array(
          """
          <?xml version="1.0" encoding="utf-8"?>
          <D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getetag/></D:prop></D:propfind>
          """.utf8)))
    switch answer {
    case .other(let status) where status == 404 || status == 410: return nil
    case .other(let status): throw CalDAVFault(noCalendar(status))
    case .entries(let entries):
      if entries.isEmpty { return nil }
      let paths = [calendar.path, String(calendar.path.dropLast())]
      guard let itself = entries.first(where: { paths.contains($0.path) }) else {
        throw CalDAVFault("\(calendar) answers for other addresses; name the calendar's own")
      }
      guard itself.isCalendar else {
        throw CalDAVFault(
          "\(calendar) is a folder but no calendar; name a calendar, or a folder in it to be made one"
        )
      }
      return try named(entries)
    }
  }

  /// The named files with their contents; what is not there is left out.
  func contents(of names: [String]) throws(CalDAVFault) -> [String: Listed] {
    var result: [String: Listed] = [:]
    var rest = names[...]
    while !rest.isEmpty {
      let hrefs = rest.prefix(50).map { "<D:href>\(xmlText(calendar.file($0).path))</D:href>" }
      rest = rest.dropFirst(50)
      let found = try report(
        """
        <C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">\
        <D:prop><D:getetag/><C:calendar-data/></D:prop>\(hrefs.joined())</C:calendar-multiget>
        """)
      result.merge(found) { _, new in new }
    }
    return result
  }

  /// The name of the file that has the event, whatever it is called.
  func name(ofEvent uid: String) throws(CalDAVFault) -> String? {
    let found = try report(
      """
      <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">\
      <D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR">\
      <C:comp-filter name="VEVENT"><C:prop-filter name="UID">\
      <C:text-match collation="i;octet">\(xmlText(uid))</C:text-match>\
      </C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>
      """)
    // The filter looks for a part of the text.
    return found.filter { CalendarText(($0.value.content ?? "").utf8).uids.first == uid }.keys.min()
  }

  /// Makes the calendar; a sentence says why it could not, which counts only if it is not there.
  func makeCalendar(titled title: String?) throws(CalDAVFault) -> String? {
    let name = title.map { "<D:displayname>\(xmlText($0))</D:displayname>" } ?? ""
    let answer = try send(
      Request(
        method: "MKCALENDAR", address: calendar, fields: Conversation.xml,
        body: Array(
          """
          <?xml version="1.0" encoding="utf-8"?>
          <C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>\(name)\
          <C:supported-calendar-component-set><C:comp name="VEVENT"/>\
          </C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>
          """.utf8)))
    switch answer.status {
    case 200..<300: return nil
    case 409:
      return
        "\(calendar) cannot be made, as the folder above it is missing (409); check the address"
    default:
      return """
        \(calendar) is not there, and the server does not let it be made (\(answer.status)); make a \
        calendar of that address by hand
        """
    }
  }

  /// Stores an event's file: over the version that has the tag, or, with none, over nothing.
  func put(_ bytes: [UInt8], as name: String, over tag: String?) throws(CalDAVFault) -> Answer {
    let condition = tag.map { ("If-Match", $0) } ?? ("If-None-Match", "*")
    return try send(
      Request(
        method: "PUT", address: calendar.file(name),
        fields: [("Content-Type", "text/calendar; charset=utf-8"), condition], body: bytes))
  }

  /// Removes the version of a file that has the tag.
  func delete(_ name: String, at tag: String) throws(CalDAVFault) -> Answer {
    try send(
      Request(method: "DELETE", address: calendar.file(name), fields: [("If-Match", tag)]))
  }

  private static var xml: [(name: String, value: String)] {
    [("Content-Type", "application/xml; charset=utf-8")]
  }

  private enum Listing {
    case entries([Multistatus.Entry])
    case other(status: Int)
  }

  private func entries(_ request: Request) throws(CalDAVFault) -> Listing {
    try send(request) { answer in
      guard answer.status == 207 else { return .other(status: answer.status) }
      return Multistatus(answer.body, at: request.address).map { .entries($0.entries) }
    }
  }

  private func report(_ query: String) throws(CalDAVFault) -> [String: Listed] {
    let body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\(query)"
    let request = Request(
      method: "REPORT", address: calendar, fields: Conversation.xml + [("Depth", "1")],
      body: Array(body.utf8))
    switch try entries(request) {
    case .other(let status): throw CalDAVFault(noCalendar(status))
    case .entries(let entries): return try named(entries)
    }
  }

  /// The files right in the calendar, by name.
  private func named(_ entries: [Multistatus.Entry]) throws(CalDAVFault) -> [String: Listed] {
    var files: [String: Listed] = [:]
    for entry in entries where entry.path.hasPrefix(calendar.path) && !entry.isFolder {
      let rest = entry.path.dropFirst(calendar.path.count)
      // A name that is no text is none of ours.
      guard !rest.isEmpty, !rest.contains("/"), let name = PathText.decoded(segment: rest)
      else { continue }
      guard let tag = entry.tag else {
        // Somebody else's is not our concern.
        if ItemName.uid(of: name) == nil { continue }
        throw CalDAVFault(
          "\(calendar) tells no strong versions (getetag) of its events, so none can be changed safely"
        )
      }
      files[name] = Listed(tag: tag, content: entry.content)
    }
    return files
  }

  private func noCalendar(_ status: Int) -> String {
    switch status {
    case 403:
      "\(calendar) may not be read by this user (403); ask who runs the server for the right"
    case 500..<600: "\(calendar) has a fault of its own (\(status)); ask who runs the server"
    default: "\(calendar) is no calendar of a CalDAV server (\(status)); check the address"
    }
  }
}
