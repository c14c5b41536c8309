import ArgumentParser
import Forecasting
import FoundationEssentials

/// The next 48 hours of many series without dates: the figures of the M4 competition's hourly series.
struct ShortBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "short",
    abstract: "Continue hourly series without dates by 48 hours and write mean and 95 % band.",
    discussion: """
      EXAMPLE: nobat-bench short --train m4_hourly_odd_train.csv --write short.csv

      The file to read has the columns step,series,volume, the one to write
      series,step,mean,q025,q975.
      """)

  @Option(help: "The series as known: step,series,volume.")
  var train: String

  @Option(help: "The file to write.")
  var write: String

  private static let day = 24
  private static let week = 168
  private static let steps = 48

  func run() throws {
    var csv = "series,step,mean,q025,q975\n"
    var time = Duration.zero
    let series = try series()
    for (name, volumes) in series {
      let clock = ContinuousClock()
      var rows: [(mean: Double, quantiles: [Double])] = []
      time += clock.measure { rows = Self.forecast(volumes) }
      guard !rows.isEmpty else {
        throw ValidationError("series \(name) is shorter than two weeks and three days")
      }
      for (step, row) in rows.enumerated() {
        let figures = [row.mean, row.quantiles[0], row.quantiles[4]].map { fixed($0) }
        csv += "\(name),\(step + 1),\(figures.joined(separator: ","))\n"
      }
    }
    try Data(csv.utf8).write(to: URL(filePath: write), options: .atomic)
    let (seconds, attoseconds) = time.components
    let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    print("\(series.count) series in \(milliseconds) ms")
  }

  private static func forecast(_ volumes: [Double]) -> [(mean: Double, quantiles: [Double])] {
    let count = volumes.count
    guard let model = ShortTerm(of: volumes, day: day, week: week, through: count),
      let spread = model.spread(steps: steps)
    else { return [] }
    return model.path(from: count, steps: steps).enumerated().map {
      ($0.element, spread.quantiles(around: $0.element, step: $0.offset))
    }
  }

  /// The series in the order of the file.
  private func series() throws -> [(name: String, volumes: [Double])] {
    guard let text = try? String(contentsOf: URL(filePath: train), encoding: .utf8) else {
      throw ValidationError("\(train) cannot be read; give a file of step,series,volume")
    }
    var series: [(name: String, volumes: [Double])] = []
    for (line, row) in text.split(separator: "\n").enumerated().dropFirst() {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 3, let volume = Double(fields[2]), volume >= 0, volume.isFinite else {
        throw ValidationError("\(train), line \(line + 1): not a row of step,series,volume")
      }
      if series.last.map({ $0.name == fields[1] }) != true {
        series.append((String(fields[1]), []))
      }
      series[series.count - 1].volumes.append(volume)
    }
    return series
  }

  /// Four decimals, of values up to 9e13.
  private func fixed(_ value: Double) -> String {
    let units = Int((min(value, 9e13) * 10_000).rounded())
    let rest = String(units % 10_000)
    return "\(units / 10_000)." + String(repeating: "0", count: 4 - rest.utf8.count) + rest
  }
}
