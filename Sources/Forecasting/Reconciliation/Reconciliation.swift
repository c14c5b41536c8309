/// Forecasts of parts and of their total, made to agree: the parts add up to the total that comes out.
///
/// Of all forecasts that agree it is the one nearest to those given, each deviation counted by one over
/// its error variance: the minimum-trace reconciliation of Wickramasuriya, Athanasopoulos and Hyndman,
/// "Optimal forecast reconciliation for hierarchical and grouped time series through trace
/// minimization", JASA 114 (2019), for a diagonal covariance, of which the closed form is
/// x_i = parts_i + variance_i / (total variance + sum of variances) x (total - sum of parts).
///
/// Nothing becomes negative: a part that would is 0, and the others share what is left. A part of 0 is
/// closed and stays 0.
///
/// - Parameters:
///   - parts: the forecasts of the queues, 0 or more.
///   - variances: of their errors, 0 for what is known.
///   - total: the forecast of the sum, 0 or more.
///   - totalVariance: of its error; 0 makes the parts add up to it, infinity leaves them as they are.
/// - Returns: the parts; their sum is the total that agrees with them.
package func reconciled(
  _ parts: [Double], variances: [Double], toTotal total: Double, totalVariance: Double
) -> [Double] {
  precondition(parts.count == variances.count, "a variance for each part")
  precondition(
    parts.allSatisfy { $0 >= 0 } && variances.allSatisfy { $0 >= 0 } && total >= 0
      && totalVariance >= 0, "forecasts and variances are 0 or more")
  var result = parts
  guard totalVariance.isFinite else { return result }
  var free = parts.indices.filter { parts[$0] > 0 }
  while !free.isEmpty {
    let sum = free.reduce(0) { $0 + parts[$1] }
    let spread = free.reduce(0) { $0 + variances[$1] }
    // Where all is known alike, the parts keep their proportions.
    let weights = spread > 0 ? free.map { variances[$0] / spread } : free.map { parts[$0] / sum }
    let gap = total - sum
    let share = spread > 0 ? spread / (spread + totalVariance) : totalVariance > 0 ? 0 : 1
    for (index, weight) in zip(free, weights) {
      result[index] = parts[index] + share * weight * gap
    }
    let negative = free.filter { result[$0] < 0 }
    guard !negative.isEmpty else { break }
    for index in negative { result[index] = 0 }
    free.removeAll { result[$0] == 0 }
  }
  return result
}
