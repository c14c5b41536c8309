package import Workforce

/// How numbers are written, on pages and in the terminal alike: digits in groups of three, a point
/// before the decimals, a true minus sign, and a dash for what is not known.
///
/// All of it is done by hand on whole numbers, so that the same value gives the same bytes on every
/// machine and in every locale.
package enum Figures {
  package static let unknown = "–"

  /// A number with fixed decimals: `12,345.60`; halves are rounded away from zero.
  package static func number(_ value: Double, decimals: Int = 0) -> String {
    guard let parts = Parts(value, decimals: decimals) else { return unknown }
    return parts.text(minus: "−", grouped: true)
  }

  package static func number(_ value: Int) -> String { number(Double(value)) }

  /// A difference, whose sign is part of what it says: `+1.25`, `−0.50`, `0.00`.
  package static func signed(_ value: Double, decimals: Int) -> String {
    guard let parts = Parts(value, decimals: decimals) else { return unknown }
    return (parts.sign > 0 ? "+" : "") + parts.text(minus: "−", grouped: true)
  }

  /// A share of one as a percentage: `80.0 %`.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    share.isFinite ? "\(number(100 * share, decimals: decimals)) %" : unknown
  }

  /// An amount with its currency behind it: `184,220 EUR`.
  package static func money(_ money: Money, in currency: String, decimals: Int = 0) -> String {
    let amount = number(money.amount, decimals: decimals)
    return currency.isEmpty || amount == unknown ? amount : "\(amount) \(currency)"
  }

  /// Agent-hours: `1,234.5 h`.
  package static func hours(_ hours: Double) -> String {
    hours.isFinite ? "\(number(hours, decimals: 1)) h" : unknown
  }

  /// Time that a run has taken, whole seconds: `0:42`, `1:02:03`.
  package static func elapsed(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return unknown }
    let whole = Int(max(0, seconds))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let tail = "\(padded(whole % 60))"
    return hours > 0 ? "\(hours):\(padded(minutes)):\(tail)" : "\(minutes):\(tail)"
  }

  /// A place on a drawing, in tenths of a pixel and as short as can be: `12.5`, `-3`.
  package static func coordinate(_ value: Double) -> String {
    guard let parts = Parts(value, decimals: 1) else { return "0" }
    let text = parts.text(minus: "-", grouped: false)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Two digits: `07`.
  package static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Figures {
  /// A number cut into whole part and decimals.
  private struct Parts {
    /// -1, 0 or 1, of the rounded value: what rounds to zero has no sign.
    let sign: Int
    let whole: Int
    let fraction: Int
    let decimals: Int

    init?(_ value: Double, decimals: Int) {
      let scale = (0..<decimals).reduce(1) { power, _ in 10 * power }
      let scaled = (abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero)
      // Beyond 2^53 a double has no units left to print.
      guard scaled < 0x1p53 else { return nil }
      let units = Int(scaled)
      sign = units == 0 ? 0 : value < 0 ? -1 : 1
      whole = units / scale
      fraction = units % scale
      self.decimals = decimals
    }

    func text(minus: String, grouped: Bool) -> String {
      var text = sign < 0 ? minus : ""
      let digits = String(whole)
      for (index, digit) in digits.enumerated() {
        if grouped, index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
        text.append(digit)
      }
      guard decimals > 0 else { return text }
      let tail = String(fraction)
      return text + "." + String(repeating: "0", count: decimals - tail.utf8.count) + tail
    }
  }
}
