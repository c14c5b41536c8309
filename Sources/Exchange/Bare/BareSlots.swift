import Timeline

/// Finds how long the slots of a bare file are, from the minutes of the day at which rows stand.
struct BareSlots {
  static let lengths = [5, 10, 15, 30, 60, 1440]

  /// The length, or nil with a finding; the rows are in order of time, their seconds by the wall clock.
  static func length(
    of rows: [BareRows.Row], file: String, _ inspection: Inspection
  ) -> Minutes? {
    var counts = Array(repeating: 0, count: 1440)
    for row in rows { counts[minute(of: row)] += 1 }
    let minutes = counts.indices.filter { counts[$0] > 0 }
    // A row a day, whatever its hour.
    if minutes.count == 1 { return Minutes(1440) }
    let step = minutes.reduce(1440) { greatestCommonDivisor($0, $1) }
    let usual = usualDistance(of: rows)
    // One mistyped stamp halves the step; a clock that changes by a part of a slot does so for months.
    let phase =
      Dictionary(grouping: minutes) { $0 % usual }
      .max { left, right in
        let sums = (
          left.value.reduce(0) { $0 + counts[$1] }, right.value.reduce(0) { $0 + counts[$1] }
        )
        return (sums.0, right.key) < (sums.1, left.key)
      }?.key ?? 0
    let strays = rows.count { minute(of: $0) % usual != phase }
    if lengths.contains(usual), strays > 0, strays * 50 < rows.count,
      let stray = rows.first(where: { minute(of: $0) % usual != phase })
    {
      let reading = LocalReading(secondsSince1970: stray.seconds)
      inspection.error(
        Place(file: file, line: stray.line),
        "\(reading) lies beside the slots of \(name(usual)) that the file has"
          + (strays == 1 ? "" : ", as do \(strays - 1) more"),
        hint: "mend the stamp, or leave the row out")
      return nil
    }
    if lengths.contains(step) { return Minutes(step) }
    inspection.error(
      Place(file: file),
      "the stamps are \(name(lengths.contains(usual) ? step : usual)) apart, which is no length of slots",
      hint: "sum them up to 5, 10, 15, 30 or 60 minutes, or to days")
    return nil
  }

  private static func minute(of row: BareRows.Row) -> Int {
    LocalReading(secondsSince1970: row.seconds).secondOfDay / 60
  }

  /// The distance in minutes that most rows keep from the one before, at most a day.
  private static func usualDistance(of rows: [BareRows.Row]) -> Int {
    var counts = Array(repeating: 0, count: 1441)
    for (before, row) in zip(rows, rows.dropFirst()) where row.seconds > before.seconds {
      counts[min(1440, (row.seconds - before.seconds) / 60)] += 1
    }
    var best = 1440
    for distance in 1...1440 where counts[distance] > counts[best] { best = distance }
    return best
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }

  private static func name(_ minutes: Int) -> String {
    minutes == 1440 ? "a day" : "\(minutes) minute\(minutes == 1 ? "" : "s")"
  }
}
