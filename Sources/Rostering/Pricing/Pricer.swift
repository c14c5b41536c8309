/// Finds the best line of a crew against given gains: pricing, in the words of column generation.
///
/// A gain is the money that one more agent on duty in a cell is worth. The best line maximises the
/// gains of its cells less its cost, and keeps every hard rule exactly:
///
/// 1. sums of gains over the ring make presence in a shift one subtraction; the best breaks of a
///    shift are window minima (``Pricer+Breaks``);
/// 2. shifts are chained over days that rules tie together, from the last day to the first; what may
///    follow a shift is one stretch of the next day's starts, so that a chain is extended by a range
///    maximum (``Pricer+Chains``);
/// 3. the patterns of worked days that runs, days off and hours allow put chains together
///    (``Pricer+Patterns``).
///
/// The value is an instrument to be used again and again: it keeps its arrays between calls.
struct Pricer: Sendable {
  /// Sums of the gains before each cell, over a little more than the ring.
  var sums: ContiguousArray<Double> = []
  /// The same for presence, breaks included; empty where seats do not matter.
  var presenceSums: ContiguousArray<Double> = []
  /// Gain of each shift of the menu with its best breaks, costs not counted.
  var gains: ContiguousArray<Double> = []
  /// ``gains`` less what the crew's shifts cost.
  var net: ContiguousArray<Double> = []
  var chains = Chains()
  var breakTable: ContiguousArray<Double> = []
  private var ring = 0

  init() {}

  /// Takes the gains of a skill set, by cell.
  ///
  /// - Parameters:
  ///   - gains: What one more agent on duty is worth.
  ///   - presence: The gain of being present, on duty or not, where seats are short.
  ///   - longest: The longest shift in cells, of whatever menu will be valued.
  mutating func load(
    _ gains: ContiguousArray<Double>, presence: ContiguousArray<Double>? = nil, longest: Int
  ) {
    ring = gains.count
    Pricer.sum(gains, over: ring + longest, into: &sums)
    if let presence {
      Pricer.sum(presence, over: ring + longest, into: &presenceSums)
    } else {
      presenceSums.removeAll(keepingCapacity: true)
    }
  }

  /// Values every shift of a menu with its best breaks.
  mutating func valueShifts(of menu: Menu) {
    gains.removeAll(keepingCapacity: true)
    gains.reserveCapacity(menu.candidates.count)
    for candidate in menu.candidates {
      let kind = menu.kinds[candidate.kind]
      let end = candidate.cell + kind.cells
      var gain = sums[end] - sums[candidate.cell] - lossOfBreaks(kind, from: candidate.cell)
      if !presenceSums.isEmpty { gain += presenceSums[end] - presenceSums[candidate.cell] }
      gains.append(gain)
    }
  }

  /// The value of a crew's best line; needs ``valueShifts(of:)`` of its menu.
  ///
  /// - Parameters:
  ///   - crew: Who asks.
  ///   - menu: The crew's menu.
  ///   - noise: Added to each shift's value, where given.
  /// - Returns: Minus infinity if no line keeps the rules.
  mutating func best(
    for crew: Crew, in menu: Menu, noise: ContiguousArray<Double>? = nil
  ) -> Double {
    let count = menu.candidates.count
    if net.count != count { net = ContiguousArray(repeating: 0, count: count) }
    for index in 0..<count { net[index] = gains[index] - crew.cost[index] }
    if let noise {
      for index in 0..<count { net[index] += noise[index] }
    }
    chains.build(for: crew, in: menu, net: net)
    return chains.bestPattern(for: crew)
  }

  /// The line whose value ``best(for:in:noise:)`` has just given.
  mutating func line(for crew: Crew, in menu: Menu) -> Line {
    var line = Line()
    for number in chains.chosenShifts(for: crew, in: menu, net: net) {
      let candidate = menu.candidates[number]
      line[candidate.day] = Line.Duty(
        candidate: Int32(number),
        breaks: bestBreaks(menu.kinds[candidate.kind], from: candidate.cell))
    }
    return line
  }

  private static func sum(
    _ values: ContiguousArray<Double>, over count: Int, into sums: inout ContiguousArray<Double>
  ) {
    if sums.count != count + 1 { sums = ContiguousArray(repeating: 0, count: count + 1) }
    var total = 0.0
    var cell = 0
    for index in 0..<count {
      sums[index] = total
      total += values[cell]
      cell += 1
      if cell == values.count { cell = 0 }
    }
    sums[count] = total
  }
}
