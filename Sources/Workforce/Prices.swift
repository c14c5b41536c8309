/// What a roster pays for its shortcomings: the weights of the objective, all in money.
package struct Prices: Hashable, Sendable, Codable {
  /// For an agent-hour that is required and not there: up to ``cheapShare`` of the requirement of
  /// an interval, and beyond it.
  package let under: Money
  package let underBeyond: Money
  package let cheapShare: Double
  /// For an agent-hour on duty that nobody needs.
  package let over: Money
  /// For a wish of weight 1 that is not met.
  package let wish: Money
  /// How dear a missing hour is by channel, relative to voice.
  package let chatFactor: Double
  package let emailFactor: Double

  package init(
    under: Money = Money(30), underBeyond: Money = Money(80), cheapShare: Double = 0.1,
    over: Money = Money(3), wish: Money = Money(6), chatFactor: Double = 0.8,
    emailFactor: Double = 0.45
  ) {
    self.under = under
    self.underBeyond = underBeyond
    self.cheapShare = cheapShare
    self.over = over
    self.wish = wish
    self.chatFactor = chatFactor
    self.emailFactor = emailFactor
  }

  /// The factor of a channel's missing hours.
  package func factor(of channel: Channel) -> Double {
    switch channel {
    case .voice: 1
    case .chat: chatFactor
    case .email, .outbound: emailFactor
    }
  }
}
