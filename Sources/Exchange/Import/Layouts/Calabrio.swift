extension HistoryLayout {
  /// The queue file of Calabrio (Teleopti) WFM, which many telephone systems write: 21 fields in fixed
  /// order, without a header.
  ///
  /// Source: Calabrio help, "Queue data file format", for the rules; the order of the 16 counters is
  /// that of the product's own table of queue statistics, as the readme of a vendor who writes the
  /// file describes it. None is from memory.
  ///
  /// - Semicolons or commas; date `yyyymmdd`, time `hh:mm`, both on a local clock that the file does
  ///   not name, so that a zone must be given.
  /// - Offered is direct plus overflowed in: all that came to the queue. What overflowed out of it is
  ///   contained, as it came here first.
  /// - Handling time is talk plus wrap-up, a total in seconds, over the contacts answered.
  /// - A queue is known by its name or by its number.
  static let calabrio = HistoryLayout(
    name: "calabrio",
    header: .none([
      "interval", "date", "time", "queue id", "queue name", "offered direct", "overflow in",
      "abandoned", "overflow out", "answered", "queue time answered", "queue time abandoned",
      "talk time", "wrap-up time", "longest wait answered", "longest wait abandoned",
      "average available", "answered within service level", "wait time", "short abandons",
      "abandons within service level",
    ]),
    queue: QueueColumns(names: ["queue name", "queue id"]),
    moment: Moment(date: "date", time: "time", format: .ymd),
    isLocal: true,
    interval: .column("interval"),
    offered: ["offered direct", "overflow in"],
    handled: "answered",
    handlingTime: .total(["talk time", "wrap-up time"]))
}
