/// How many agents are present at each site with few seats, and what too many cost.
///
/// The optimiser pays a price for every agent without a seat that no shortage can outweigh; a roster
/// keeps the seats wherever hours and rules leave it a choice, and the checker judges the rest.
struct Seating: Sendable {
  /// Money for an agent without a seat, an hour.
  static let pricePerHour = 2_000.0

  private let cells: Int
  private let seats: [Int?]
  private let price: Double
  private var present: ContiguousArray<Int32>
  private(set) var total = 0.0

  init(_ problem: Problem) {
    cells = problem.circle.count
    seats = problem.seats
    price = Seating.pricePerHour * problem.circle.hours
    present = ContiguousArray(repeating: 0, count: problem.hasSeats ? cells * seats.count : 0)
  }

  /// Whether anything has to be counted at a site.
  func isBounded(_ site: Int) -> Bool { seats[site] != nil }

  func costOfAdding(_ site: Int, at cell: Int) -> Double {
    guard let bound = seats[site] else { return 0 }
    return Int(present[site * cells + cell]) >= bound ? price : 0
  }

  func costOfRemoving(_ site: Int, at cell: Int) -> Double {
    guard let bound = seats[site] else { return 0 }
    return Int(present[site * cells + cell]) > bound ? -price : 0
  }

  mutating func change(_ site: Int, at cell: Int, by count: Int) {
    guard let bound = seats[site], count != 0 else { return }
    let before = Int(present[site * cells + cell])
    present[site * cells + cell] += Int32(count)
    total += price * Double(max(0, before + count - bound) - max(0, before - bound))
  }
}
