/// The cheapest flow of all supply through a small network, by augmenting along shortest paths.
///
/// Paths are found by relaxing every arc until nothing changes (Bellman and Ford), so that prices may
/// be negative; plain and slow on purpose, for it judges faster code.
struct CheapestFlow {
  /// Arcs in pairs, the second of a pair backwards.
  private var from: [Int] = []
  private var to: [Int] = []
  private var room: [Int] = []
  private var price: [Double] = []
  private let nodes: Int

  init(nodes: Int) {
    self.nodes = nodes
  }

  /// Adds an arc and gives its number.
  @discardableResult
  mutating func connect(_ tail: Int, _ head: Int, capacity: Int, price cost: Double) -> Int {
    from += [tail, head]
    to += [head, tail]
    room += [capacity, 0]
    price += [cost, -cost]
    return from.count - 2
  }

  func flow(on arc: Int) -> Int { room[arc + 1] }

  /// Sends as much as gets through, every unit on the cheapest path left.
  mutating func send(from source: Int, to sink: Int) {
    while let path = cheapestPath(from: source, to: sink) {
      let amount = path.reduce(Int.max) { min($0, room[$1]) }
      for arc in path {
        room[arc] -= amount
        room[arc ^ 1] += amount
      }
    }
  }

  private func cheapestPath(from source: Int, to sink: Int) -> [Int]? {
    var distance = Array(repeating: Double.infinity, count: nodes)
    var arcInto = Array(repeating: -1, count: nodes)
    distance[source] = 0
    // A detour must be shorter by more than rounding, or two equal ones would chase each other.
    for _ in 0..<nodes {
      var changed = false
      for arc in from.indices where room[arc] > 0 {
        let length = distance[from[arc]] + price[arc]
        if length < distance[to[arc]] - 1e-9 {
          distance[to[arc]] = length
          arcInto[to[arc]] = arc
          changed = true
        }
      }
      if !changed { break }
    }
    guard distance[sink] < .infinity else { return nil }
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(arcInto[node])
      node = from[arcInto[node]]
    }
    return path.reversed()
  }
}
