import FoundationEssentials

/// The errors of other forecasters on the public series, as a file of figures has them.
///
/// A line is `series,ahead,method,wape,wql`, in percent; a figure that nobody measured is empty.
struct Peers {
  private let rows: [[Substring]]

  /// Reads a file; without one there are no peers to show.
  init(file: String) {
    let text = (try? String(contentsOf: URL(filePath: file), encoding: .utf8)) ?? ""
    self.init(text)
  }

  init(_ text: String) {
    rows = text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { $0.count == 5 }
  }

  /// The least error of any method (WAPE) as a share, nil where none is known.
  func leastError(of series: String, weeks: Int) -> Double? {
    least(column: 3, of: series, weeks: weeks)
  }

  /// The least quantile loss (wQL) of any method.
  func leastLoss(of series: String, weeks: Int) -> Double? {
    least(column: 4, of: series, weeks: weeks)
  }

  private func least(column: Int, of series: String, weeks: Int) -> Double? {
    rows.filter { $0[0] == series && $0[1] == "\(weeks)w" }
      .compactMap { Double($0[column]) }
      .min().map { $0 / 100 }
  }
}
