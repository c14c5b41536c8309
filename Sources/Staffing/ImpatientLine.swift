/// Sums over the states in which contacts wait, with the state "all are full and nobody waits" as 1.
///
/// A contact that arrives when k wait before it: the agents complete `capacity` contacts per
/// handling time, each waiting contact leaves at rate `impatience` (handling time / patience). It
/// moves up at rate `capacity + i impatience` with i = k, ..., 1 still before it, then to an agent;
/// one more `impatience` is its own. With r(i) = capacity + i impatience:
///
/// - the state with k + 1 waiting is load / r(k + 1) times as likely as the one with k,
/// - the contact is served with probability capacity / r(k + 1), the product of the stages'
///   r(i) / r(i + 1), and then its wait is the sum of 1 / r(i) over i = 1, ..., k + 1,
/// - it leaves with probability impatience / r(k + 1) in each of its k + 1 stages, and the sum of
///   its waits over them is that of i / r(i).
///
/// These are the terms of M(c, x) = sum of x^k / (c)_{k+1} with c = capacity / impatience and
/// x = load / impatience (Garnett, Mandelbaum and Reiman, "Designing a call center with impatient
/// customers", 2002). All are positive: no cancellation, also where hardly anybody abandons.
struct ImpatientLine {
  /// All who wait, those of them who are served and those who leave.
  var all = 0.0
  var served = 0.0
  var abandoned = 0.0
  /// Waits in handling times.
  var servedWait = 0.0
  var abandonedWait = 0.0
  /// What the sums must be multiplied with, as a power of two.
  var exponent = 0

  /// Needs about as many steps as contacts ever wait; `impatience` above 0.
  init(load: Double, capacity: Double, impatience: Double) {
    var term = 1.0
    var waiting = 1.0
    var waitIfServed = 0.0
    var waitsIfLeft = 0.0
    while true {
      let stage = 1 / (capacity + waiting * impatience)
      waitIfServed += stage
      waitsIfLeft += waiting * stage
      let serving = term * capacity * stage
      let leaving = term * impatience * stage
      all += term
      served += serving
      abandoned += leaving * waiting
      servedWait += serving * waitIfServed
      abandonedWait += leaving * waitsIfLeft
      let ratio = load * stage
      term *= ratio
      waiting += 1
      if term > Concurrency.ceiling {
        term *= Concurrency.rescaling
        rescale()
      } else if term < Self.negligible * all * (1 - ratio) {
        break
      }
    }
  }

  private mutating func rescale() {
    all *= Concurrency.rescaling
    served *= Concurrency.rescaling
    abandoned *= Concurrency.rescaling
    servedWait *= Concurrency.rescaling
    abandonedWait *= Concurrency.rescaling
    exponent += Concurrency.rescalingExponent
  }

  /// Small enough for the waits too, which grow along the line.
  private static let negligible = 0x1p-70
}

extension ImpatientLine {
  /// The same sums where nobody leaves, geometric series of load / capacity; nil where they have no
  /// limit.
  init?(load: Double, capacity: Double) {
    guard load < capacity else { return nil }
    all = capacity / (capacity - load)
    served = all
    servedWait = all / (capacity - load)
  }
}
