/// The quantile of a sample for `p` from 0 to 1; nil of an empty one.
///
/// Between the two neighbouring values in order it goes in a straight line (Hyndman and Fan, "Sample
/// quantiles in statistical packages", 1996, type 7).
package func quantile(_ p: Double, of values: [Double]) -> Double? {
  precondition((0...1).contains(p), "a probability lies between 0 and 1")
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let position = p * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}

/// The middle of a sample; nil of an empty one.
package func median(of values: [Double]) -> Double? { quantile(0.5, of: values) }

/// The quantile of a weighted sample; nil where no weight is positive.
///
/// A value of weight w counts like w values there: each stands in the middle of its stretch of the
/// total weight, and between two middles the quantile goes in a straight line.
package func quantile(_ p: Double, of values: [Double], weights: [Double]) -> Double? {
  precondition((0...1).contains(p), "a probability lies between 0 and 1")
  precondition(values.count == weights.count, "every value has its weight")
  let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
  guard let last = order.last else { return nil }
  let target = p * order.reduce(0) { $0 + weights[$1] }
  var passed = 0.0
  var before: (middle: Double, value: Double)?
  for index in order {
    let middle = passed + weights[index] / 2
    if middle >= target {
      guard let before else { return values[index] }
      let share = (target - before.middle) / (middle - before.middle)
      return before.value + share * (values[index] - before.value)
    }
    passed += weights[index]
    before = (middle, values[index])
  }
  return values[last]
}
