/// An amount in the workspace's currency.
package struct Money: Hashable, Comparable, Sendable, AdditiveArithmetic {
  package var amount: Double

  package init(_ amount: Double) {
    self.amount = amount
  }

  package static let zero = Money(0)

  package static func < (left: Money, right: Money) -> Bool { left.amount < right.amount }
  package static func + (left: Money, right: Money) -> Money { Money(left.amount + right.amount) }
  package static func - (left: Money, right: Money) -> Money { Money(left.amount - right.amount) }
  package static func * (factor: Double, money: Money) -> Money { Money(factor * money.amount) }
}

extension Money: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(amount)
  }
}
