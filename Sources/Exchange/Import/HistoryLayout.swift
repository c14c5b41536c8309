import Timeline

/// Where an ACD's file says what: the columns of its rows, and how their values are written.
///
/// A layout is a value, and one reader reads them all: a layout that Nobat knows is a file in
/// `Layouts`, and a planner's mapping makes one for any other table.
struct HistoryLayout: Hashable, Sendable {
  /// A column, by the names that it goes by; the first one that the file has is meant.
  ///
  /// Names are compared without regard to capitals, blanks and underscores.
  struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
    let names: [String]

    init(_ names: String...) { self.names = names }
    init(stringLiteral name: String) { names = [name] }
  }

  /// Who names the columns.
  enum Header: Hashable, Sendable {
    /// The file's first line.
    case firstLine
    /// Nobody: the columns stand in this order.
    case none([String])
  }

  /// What makes out a queue.
  struct QueueColumns: Hashable, Sendable {
    /// Each of these, where the file has it, may name the queue: its name or its number.
    var names: [Column] = []
    /// What a queue is divided by, as in `Support/voice/es`; may be absent.
    var qualifiers: [Column] = []
    /// What else tells rows of one queue and slot apart, whose contacts are added up; may be absent.
    var shares: [Column] = []
  }

  /// When a row's slot begins.
  struct Moment: Hashable, Sendable {
    /// A stamp, or a date alone.
    var date: Column
    /// The time of day, where it has a column of its own.
    var time: Column?
    /// Nil: the order of day and month is found by looking.
    var format: HistoryMapping.StampFormat? = .iso
    /// Minutes between the stamps and Greenwich, where the file says them.
    var offset: Column?
  }

  /// How long a row's slot is.
  enum Interval: Hashable, Sendable {
    case fixed(Minutes)
    /// A column of minutes, such as `15` or `15mins`.
    case column(Column)
    /// The longest of these that the starts of the rows allow.
    case found(among: [Int])
  }

  enum HandlingTime: Hashable, Sendable {
    /// Of one contact.
    case average(Column)
    /// Of all handled contacts of the slot, in parts that are added up; absent parts count nothing.
    case total([Column])
  }

  /// How a time is written.
  enum Unit: String, CaseIterable, Hashable, Sendable {
    case seconds = "s"
    case minutes = "min"
    /// `1:02:03`, or `62:03` for minutes and seconds.
    case clock = "hh:mm:ss"
  }

  /// The name that commands and findings call it by.
  let name: String
  var header = Header.firstLine
  var queue = QueueColumns()
  var moment: Moment
  /// Whether its times are of a local clock that the file does not name.
  var isLocal = false
  var interval: Interval
  /// Counts that are added up to the contacts offered; the first must be there.
  var offered: [Column]
  var handled: Column?
  var handlingTime: HandlingTime?
  var unit = Unit.seconds
  /// Nil: found by looking.
  var decimals: DecimalStyle?
  /// Intervals that are no slots, such as `daily`, whose rows are left out.
  var skippedIntervals: Set<String> = []
  /// What to think of where contacts offered always equal those handled; empty if nothing.
  var sameCountsHint = ""
}
