extension HistoryLayout {
  /// The history file that Genesys Cloud workforce management imports.
  ///
  /// Source: Genesys Cloud help centre, "Prepare the historical data import .csv file". The columns
  /// are those of its table and example; none is from memory.
  ///
  /// - Times are UTC, ISO 8601 with `Z`, seconds and milliseconds 0. There is no column for the length
  ///   of a slot: it is the longest of 15, 30 and 60 minutes that all starts allow. A file with rows
  ///   at full hours only, although its slots are shorter, needs `--interval`.
  /// - A queue may hold several media and languages. Names are looked for as `Queue/voice/es`, then
  ///   `Queue/voice`, then `Queue`; the short forms are refused where they would mix media.
  /// - Skills stand in one field, joined by `|||`. Each set of skills has a row of its own for the
  ///   same queue and slot; such rows are added up.
  /// - The handling time is a total in seconds; the mean is over the interactions handled.
  static let genesysCloud = HistoryLayout(
    name: "genesys-cloud",
    queue: QueueColumns(
      names: ["Queue"], qualifiers: ["Media Type", "Language"],
      shares: [Column("Skill Set", "Skills")]),
    moment: Moment(date: Column("Interval Start UTC Date", "Interval Start UTC", "Interval Start")),
    interval: .found(among: [15, 30, 60]),
    offered: ["Offered"],
    handled: Column("Interactions Handled", "Handled"),
    handlingTime: .total([Column("Total Handle Time (Seconds)", "Total Handle Time")]))
}
