/// A whole number of minutes: the length of a slot, a shift, a break or a rest.
///
/// Nobat reckons in whole minutes of real time; anything finer is noise in a plan.
package struct Minutes: Hashable, Comparable, Sendable, Codable, AdditiveArithmetic {
  package var count: Int

  package init(_ count: Int) {
    self.count = count
  }

  package static func hours(_ hours: Int) -> Minutes { Minutes(60 * hours) }
  package static func days(_ days: Int) -> Minutes { Minutes(1440 * days) }

  package static let zero = Minutes(0)

  package var hours: Double { Double(count) / 60 }

  package static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
  package static func + (left: Minutes, right: Minutes) -> Minutes {
    Minutes(left.count + right.count)
  }
  package static func - (left: Minutes, right: Minutes) -> Minutes {
    Minutes(left.count - right.count)
  }
  package static func * (factor: Int, minutes: Minutes) -> Minutes {
    Minutes(factor * minutes.count)
  }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}

extension Minutes: CustomStringConvertible {
  /// The planner's form: `8h30m`, `45m`, `11h`.
  package var description: String {
    let sign = count < 0 ? "-" : ""
    let (hours, minutes) = count.magnitude.quotientAndRemainder(dividingBy: 60)
    switch (hours, minutes) {
    case (0, _): return "\(sign)\(minutes)m"
    case (_, 0): return "\(sign)\(hours)h"
    default: return "\(sign)\(hours)h\(minutes)m"
    }
  }
}

extension Minutes {
  /// Reads `8h30m`, `45m`, `11h`, `2d` or `4w`: units from the greatest down, each once, numbers of
  /// up to six digits; nothing else.
  package init?(_ text: some StringProtocol) {
    var units = Minutes.units[...]
    var total = 0
    var number: Int?
    for byte in text.utf8 {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        let longer = 10 * (number ?? 0) + Int(digit)
        guard longer < 1_000_000 else { return nil }
        number = longer
      } else {
        guard let count = number, let unit = units.firstIndex(where: { $0.letter == byte })
        else { return nil }
        total += count * units[unit].minutes
        number = nil
        units = units[(unit + 1)...]
      }
    }
    guard number == nil, units.count < Minutes.units.count else { return nil }
    self.init(total)
  }

  private static let units: [(letter: UInt8, minutes: Int)] = [
    (UInt8(ascii: "w"), 7 * 1440), (UInt8(ascii: "d"), 1440), (UInt8(ascii: "h"), 60),
    (UInt8(ascii: "m"), 1),
  ]
}
