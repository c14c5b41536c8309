package import Timeline

/// A hard rule that a roster breaks.
package struct Violation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The rule's name for planners: `rest`, `days in a row`, `skills`.
  package let rule: String
  package let agent: Agent.ID?
  package let interval: Interval?
  /// What is wrong, as a sentence with its figures.
  package let sentence: String

  package init(rule: String, agent: Agent.ID?, interval: Interval?, sentence: String) {
    self.rule = rule
    self.agent = agent
    self.interval = interval
    self.sentence = sentence
  }

  package var description: String { "\(rule): \(sentence)" }
}
