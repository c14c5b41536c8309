/// Where in an ascending table of moments to look for one: a page for every 2^22 seconds (48 days)
/// of the years 1900 to 2444.
///
/// Clocks change about twice a year, so a page mostly holds one change or none, and what is asked is
/// found at once where halving the whole table takes ten steps.
struct ChangeIndex: Sendable {
  /// Seconds of a page as a power of two.
  private static let width = 22
  private static let pages = 4096
  /// The first page: the one of 1900-01-01.
  private static let firstPage = (-25_567 * 86_400) >> width

  /// The number of the last moment at or before the start of each page, and of the end of the last.
  private let numbers: [Int32]
  private let count: Int

  /// - Parameter starts: ascending, the first at or before everything that is asked.
  init(_ starts: [Int]) {
    count = starts.count
    var number = 0
    numbers = (0...ChangeIndex.pages).map { page in
      let begin = (ChangeIndex.firstPage + page) << ChangeIndex.width
      while number + 1 < starts.count, starts[number + 1] <= begin { number += 1 }
      return Int32(number)
    }
  }

  /// The numbers among which the last moment at or before a second is.
  func candidates(at second: Int) -> (first: Int, count: Int) {
    let page = (second >> ChangeIndex.width) - ChangeIndex.firstPage
    guard page >= 0, page < ChangeIndex.pages else { return (0, count) }
    let first = Int(numbers[page])
    return (first, Int(numbers[page + 1]) - first + 1)
  }
}
