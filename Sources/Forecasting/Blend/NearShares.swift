import Statistics

/// How far the next days are taken from the last values rather than from the blend, by days ahead.
struct NearShares: Sendable {
  /// For the first day, the second, the third, and all until a week ahead.
  let shares: [Double]

  /// What is believed before anything is tried, and how many trials that is worth.
  static let usual = [1.0, 1.0, 0.4, 0.1]
  static let trialsOfUsual = 20.0
  static let none = NearShares(shares: [0, 0, 0, 0])

  private init(shares: [Double]) {
    self.shares = shares
  }

  /// The shares under which the trials were met best, drawn to the usual ones, never rising with days.
  init(of trials: [Trial], blended: [[Double]], slotsPerDay: Int) {
    let steps = (0...10).map { Double($0) / 10 }
    var last = 1.0
    shares = Self.usual.indices.map { block in
      var errors = Array(repeating: 0.0, count: steps.count)
      var count = 0.0
      for (trial, volumes) in zip(trials, blended) where !trial.near.isEmpty {
        var sums = errors.map { _ in 0.0 }
        var mean = 0.0
        for (lead, near) in trial.near.enumerated()
        where Self.block(of: lead, slotsPerDay: slotsPerDay) == block {
          let index = trial.offset + lead
          guard index < volumes.count, !trial.actual[index].isNaN else { continue }
          mean += trial.actual[index]
          for (step, share) in steps.enumerated() {
            sums[step] += abs(
              trial.actual[index] - volumes[index] - share * (near - volumes[index]))
          }
        }
        guard mean > 0 else { continue }
        count += 1
        for step in errors.indices { errors[step] += sums[step] / mean }
      }
      let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
      let share =
        (count * steps[best] + Self.trialsOfUsual * Self.usual[block])
        / (count + Self.trialsOfUsual)
      last = min(last, share)
      return last
    }
  }

  /// The share of a slot that many slots ahead.
  func share(lead: Int, slotsPerDay: Int) -> Double {
    lead < NearMember.days * slotsPerDay
      ? shares[Self.block(of: lead, slotsPerDay: slotsPerDay)] : 0
  }

  /// Volumes from a day's first slot on, of which `offset` are known, with the near ones mixed in.
  func mix(_ volumes: [Double], near: [Double], offset: Int, slotsPerDay: Int) -> [Double] {
    var mixed = volumes
    for (lead, value) in near.enumerated() where offset + lead < mixed.count {
      let share = share(lead: lead, slotsPerDay: slotsPerDay)
      mixed[offset + lead] += share * (value - mixed[offset + lead])
    }
    return mixed
  }

  private static func block(of lead: Int, slotsPerDay: Int) -> Int {
    min(3, lead / slotsPerDay)
  }
}
