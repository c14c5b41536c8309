import Timeline

/// The dates of a row of the table: `2015-2035:0106`, or `2015:0403,0325+2~` for one stretch of days
/// in each year from 2015 on, and several of these separated by blanks.
struct DateText {
  private let text: TableText

  init(_ text: TableText) {
    self.text = text
  }

  /// Visits the days of some years, with whether they are estimated.
  func forEach(in years: ClosedRange<Int>, _ visit: (LocalDay, Bool) -> Void) {
    for run in text.split(separator: UInt8(ascii: " ")) {
      let halves = run.split(separator: UInt8(ascii: ":"))
      precondition(halves.count == 2, "holidays.txt has a run without years")
      let first = Int(decimal: halves[0].prefix(4))
      if halves[0].count > 4 {
        let last = Int(decimal: halves[0].suffix(4))
        for year in first...last where years.contains(year) {
          Stretch(halves[1]).forEach(in: year, visit)
        }
        continue
      }
      for (index, stretch) in halves[1].split(separator: UInt8(ascii: ",")).enumerated()
      where years.contains(first + index) {
        Stretch(stretch).forEach(in: first + index, visit)
      }
    }
  }
}

/// `0403`, `0320+3` for that day and three more, and with `~` behind it where they are estimated.
private struct Stretch {
  private let month: Int
  private let day: Int
  private let more: Int
  private let isEstimated: Bool

  init(_ text: TableText) {
    month = Int(decimal: text.prefix(2))
    day = Int(decimal: text.dropFirst(2).prefix(2))
    isEstimated = text.last == UInt8(ascii: "~")
    let tail = text.dropFirst(4).dropLast(isEstimated ? 1 : 0)
    more = tail.isEmpty ? 0 : Int(decimal: tail.dropFirst())
  }

  func forEach(in year: Int, _ visit: (LocalDay, Bool) -> Void) {
    guard let first = LocalDay(year: year, month: month, day: day) else {
      preconditionFailure("holidays.txt has a day that is none")
    }
    for index in 0...more { visit(first + index, isEstimated) }
  }
}

extension Int {
  /// The number of decimal digits in ASCII.
  init(decimal digits: some Sequence<UInt8>) {
    self = digits.reduce(0) { number, digit in
      precondition(UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit, "holidays.txt lacks a number")
      return number * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }
}
