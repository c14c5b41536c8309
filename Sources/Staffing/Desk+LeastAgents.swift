extension Desk {
  /// The least number of agents, at least 1, with whom the target is kept; nil if no number is.
  ///
  /// It may lie below the load where customers leave. More agents never serve worse, so a bracket is widened around a guess and halved: about as many
  /// steady states are reckoned as the answer's uncertainty has binary digits.
  package func leastAgents(meeting target: ServiceTarget) -> Int? {
    guard target.isAttainable else { return nil }
    guard load > 0 else { return 1 }
    // Without any bound the agents at least keep up with the load.
    guard !target.isEmpty else { return max(1, Int(saturation.rounded(.up))) }
    let spread = saturation.squareRoot()
    let guess = max(1, Int(saturation + spread / 2))
    var stride = 1 + Int(spread / 4)
    // Too few and enough.
    var few = 0
    var enough = guess
    if meets(target, agents: guess) {
      while enough - stride > few, meets(target, agents: enough - stride) {
        enough -= stride
        stride *= 2
      }
      few = max(few, enough - stride)
    } else {
      few = guess
      while !meets(target, agents: few + stride) {
        few += stride
        stride *= 2
      }
      enough = few + stride
    }
    while enough - few > 1 {
      let middle = (few + enough) / 2
      if meets(target, agents: middle) { enough = middle } else { few = middle }
    }
    return enough
  }

  func meets(_ target: ServiceTarget, agents: Int) -> Bool {
    line(agents: agents).map(target.isMet) ?? false
  }
}
