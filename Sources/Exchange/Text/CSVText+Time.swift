import Timeline

extension CSVText {
  /// How a date is written.
  enum DayForm {
    /// `2026-12-07`.
    case iso
    /// `12/07/2026`, as in the United States.
    case american
    /// `12072026`.
    case compact
  }

  /// How a time of day is written.
  enum ClockForm {
    /// `17:05`.
    case minutes
    /// `17:05:00`.
    case seconds
    /// `05:05 PM`.
    case halves
    /// `05:05:00 PM`.
    case halfSeconds
  }

  mutating func add(_ day: LocalDay, _ form: DayForm = .iso) {
    write { bytes, _ in bytes.append(day, form) }
  }

  /// The time of a reading; its day is not said.
  mutating func add(timeOf reading: LocalReading, _ form: ClockForm) {
    write { bytes, _ in bytes.append(secondOfDay: reading.secondOfDay, form) }
  }

  /// `2026-12-07T17:05:00`.
  mutating func add(_ reading: LocalReading, _ form: ClockForm = .seconds) {
    write { bytes, _ in
      bytes.append(reading.day)
      bytes.append(UInt8(ascii: "T"))
      bytes.append(secondOfDay: reading.secondOfDay, form)
    }
  }

  /// `2026-12-07T16:05:00Z`.
  mutating func add(_ instant: Instant) {
    let reading = LocalReading(secondsSince1970: instant.seconds)
    // The day of a row is mostly that of the row before it.
    if dated?.day != reading.day {
      var text: [UInt8] = []
      text.append(reading.day)
      dated = (reading.day, text)
    }
    let date = dated?.text ?? []
    write { bytes, _ in
      bytes += date
      bytes.append(UInt8(ascii: "T"))
      bytes.append(secondOfDay: reading.secondOfDay, .seconds)
      bytes.append(UInt8(ascii: "Z"))
    }
  }

  mutating func add(_ minutes: Minutes) { add(minutes.count) }

  /// Seconds east of Greenwich as `+05:30`, with seconds only where there are any.
  mutating func add(offset seconds: Int) {
    let size = abs(seconds)
    write { bytes, _ in
      bytes.append(seconds < 0 ? .minus : UInt8(ascii: "+"))
      bytes.append(secondOfDay: size, size % 60 > 0 ? .seconds : .minutes)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ day: LocalDay, _ form: CSVText.DayForm) {
    if form == .iso { return append(day) }
    let (year, month, date) = day.civil
    append(digits: month, width: 2)
    if form == .american { append(.slash) }
    append(digits: date, width: 2)
    if form == .american { append(.slash) }
    append(digits: year, width: 4)
  }

  fileprivate mutating func append(secondOfDay second: Int, _ form: CSVText.ClockForm) {
    let isHalved = form == .halves || form == .halfSeconds
    let hour = second / 3600
    // The hour after midnight and the one after noon are both called 12.
    append(digits: isHalved ? (hour + 11) % 12 + 1 : hour, width: 2)
    append(.colon)
    append(digits: second / 60 % 60, width: 2)
    if form == .seconds || form == .halfSeconds {
      append(.colon)
      append(digits: second % 60, width: 2)
    }
    if isHalved { append(hour < 12 ? " AM" : " PM" as StaticString) }
  }
}
