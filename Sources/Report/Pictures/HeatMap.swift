package import Workforce

/// Where agents are missing and where they are to spare: a row a queue, a cell an interval.
package struct HeatMap: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let name: String
    /// Agents serving less agents required, a slot.
    package let differences: [Double]
    /// Neighbouring slots of one level, together; they cover the row.
    package let runs: [Run]
  }

  package struct Run: Hashable, Sendable {
    package let slots: Range<Int>
    /// -4 (far too few) to 4 (far too many); 0 is as required.
    package let level: Int
    /// The greatest difference of the run, by size.
    package let peak: Double
  }

  package let coverage: Coverage
  /// Agents of one step of colour: 1 in small centres, more where hundreds are on duty.
  package let unit: Double
  /// A row a queue, then one of those on duty whom no queue needs.
  package let rows: [Row]

  package static let idleName = "Idle"

  package init(_ coverage: Coverage) {
    var differences = coverage.queues.map { queue in
      (queue.queue.rawValue, zip(queue.serving, queue.required).map { $0 - $1 })
    }
    differences.append((Self.idleName, coverage.idle))
    let greatest = differences.flatMap(\.1).reduce(0) { max($0, abs($1)) }
    // The strongest colour begins at four units; twice that is where a coarser unit sets in.
    let units = [1.0, 2, 5, 10, 20, 50, 100, 200, 500]
    let unit = units.first { 8 * $0 >= greatest } ?? 1000
    self.coverage = coverage
    self.unit = unit
    rows = differences.map { name, values in
      let levels = values.map { Self.level(of: $0, unit: unit) }
      let runs = levels.runs(ofAlike: ==).map { slots in
        let peak = values[slots].max { abs($0) < abs($1) } ?? 0
        return Run(slots: slots, level: levels[slots.lowerBound], peak: peak)
      }
      return Row(name: name, differences: values, runs: runs)
    }
  }

  /// From where on a level holds, in agents: a quarter of an agent, then one, two and four units.
  package static func thresholds(unit: Double) -> [Double] { [0.25, unit, 2 * unit, 4 * unit] }

  package static func level(of difference: Double, unit: Double) -> Int {
    let steps = thresholds(unit: unit).prefix { abs(difference) >= $0 }.count
    return difference < 0 ? -steps : steps
  }

  /// What a level means, for the legend: `1 to 2`.
  package func meaning(of level: Int) -> String {
    let bounds = Self.thresholds(unit: unit).map { Figures.number($0, decimals: $0 < 1 ? 2 : 0) }
    switch abs(level) {
    case 0: return "as required (±\(bounds[0]))"
    case let steps where steps < bounds.count: return "\(bounds[steps - 1]) to \(bounds[steps])"
    default: return "\(bounds[bounds.count - 1]) and more"
    }
  }
}
