package import Exchange
package import Timeline
package import Workforce

/// What a planner asks of a reforecast within the day.
package struct IntradayOrder: Sendable {
  /// A file with today's figures, and how it is to be read.
  package struct Source: Sendable {
    package let file: String
    package let format: HistoryFormat
    /// The mapping file (YAML), if any; without one and without a format it is a plain table.
    package let mapping: String?
    package let zone: Zone?
    /// The queue of all rows, where the file is of one.
    package let queue: Queue.ID?

    package init(
      file: String, format: HistoryFormat = .generic, mapping: String? = nil, zone: Zone? = nil,
      queue: Queue.ID? = nil
    ) {
      self.file = file
      self.format = format
      self.mapping = mapping
      self.zone = zone
      self.queue = queue
    }
  }

  /// The forecast; nil asks for the latest that holds the moment.
  package let forecast: String?
  /// The moment by the centre's clock; nil asks for the end of the last slot that is known.
  package let moment: LocalReading?
  package let source: Source?
  /// What to call the result; nil asks for the forecast's name and `-intraday`.
  package let name: String?
  /// Whether a forecast of that name may be replaced.
  package let isReplacing: Bool
  /// Whether long silence is taken as it was counted, and not for a dead line.
  package let isAsCounted: Bool
  package let seed: UInt64

  package init(
    forecast: String? = nil, moment: LocalReading? = nil, source: Source? = nil,
    name: String? = nil, isReplacing: Bool = false, isAsCounted: Bool = false, seed: UInt64 = 1
  ) {
    self.forecast = forecast
    self.moment = moment
    self.source = source
    self.name = name
    self.isReplacing = isReplacing
    self.isAsCounted = isAsCounted
    self.seed = seed
  }
}
