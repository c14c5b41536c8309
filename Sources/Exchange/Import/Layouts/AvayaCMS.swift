extension HistoryLayout {
  /// A CSV file of Avaya CMS's interval tables `hsplit` or `hvdn`.
  ///
  /// Source: Avaya CMS custom reports guide for the tables. The names of the columns are from memory
  /// (ROW_DATE, STARTTIME, INTRVL, SPLIT, CALLSOFFERED, ACDCALLS, ABNCALLS, ACDTIME, HOLDACDTIME,
  /// ACWTIME), confirmed only by programs that read these tables.
  ///
  /// - Date and time are local and name no zone; `--tz` is needed. In the night of the clock change an
  ///   hour is missing or comes twice.
  /// - STARTTIME is a number of hours and minutes: 0, 30, 100, 1530.
  /// - The order of day and month in ROW_DATE depends on the server's language and is found by looking.
  /// - Handling time is talk (ACDTIME), hold (HOLDACDTIME) and work after the call (ACWTIME), a total in
  ///   seconds; whether ACDTIME already holds the hold time depends on the release, so a file whose
  ///   handling times seem long should be compared with a report.
  /// - Splits of two telephone systems may have one number; with a column ACD a split is also known as
  ///   `SPLIT/ACD`, and its number alone is refused where it would mix them.
  static let avayaCMS = HistoryLayout(
    name: "avaya-cms",
    queue: QueueColumns(
      names: [Column("SPLIT_NAME", "SPLITNAME", "VDN_NAME"), Column("SPLIT", "VDN")],
      qualifiers: ["ACD"]),
    moment: Moment(date: "ROW_DATE", time: "STARTTIME", format: nil),
    isLocal: true,
    interval: .column("INTRVL"),
    offered: [Column("CALLSOFFERED", "INCALLS")],
    handled: "ACDCALLS",
    handlingTime: .total(["ACDTIME", "HOLDACDTIME", "ACWTIME"]))
}
