extension HistoryLayout {
  /// The history file that Amazon Connect forecasting imports.
  ///
  /// Source: Amazon Connect administrator guide, "Import historical data for forecasting". The columns
  /// are those of its list; none is from memory.
  ///
  /// - Times are ISO 8601, in older editions with `Z` only, in newer ones also with an offset.
  /// - `IntervalDuration` is `15mins` or `30mins`. Rows of `daily` repeat the same contacts for long
  ///   forecasts; they are left out and counted.
  /// - A queue is named `Queue/VOICE`, or by its name alone where it has one channel; the id of the
  ///   queue serves as well as its name.
  /// - `AverageHandleTime` is a mean in seconds.
  static let amazonConnect = HistoryLayout(
    name: "amazon-connect",
    queue: QueueColumns(names: ["QueueName", "QueueId"], qualifiers: ["ChannelType"]),
    moment: Moment(date: "TimeStamp"),
    interval: .column("IntervalDuration"),
    offered: ["IncomingContactVolume"],
    handled: "ContactsHandled",
    handlingTime: .average("AverageHandleTime"),
    skippedIntervals: ["daily"])
}
