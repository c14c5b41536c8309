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
    let (hours, minutes) = abs(count).quotientAndRemainder(dividingBy: 60)
    switch (hours, minutes) {
    case (0, _): return "\(sign)\(minutes)m"
    case (_, 0): return "\(sign)\(hours)h"
    default: return "\(sign)\(hours)h\(minutes)m"
    }
  }
}

extension Minutes {
  /// Reads `8h30m`, `45m`, `11h`, `2d` or `4w`; nothing else.
  package init?(_ text: some StringProtocol) {
    var total = 0
    var digits = ""
    var used = false
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      let unit: Int
      switch character {
      case "m": unit = 1
      case "h": unit = 60
      case "d": unit = 1440
      case "w": unit = 7 * 1440
      default: return nil
      }
      guard digits.count <= 6, let number = Int(digits) else { return nil }
      total += number * unit
      digits = ""
      used = true
    }
    guard used, digits.isEmpty else { return nil }
    self.init(total)
  }
}
