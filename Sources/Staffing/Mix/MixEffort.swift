/// How much is spent on finding a mix: counted work, so that the answer is the same on every machine.
package struct MixEffort: Hashable, Sendable, Codable {
  /// Contacts of a judgement on the way, and of the last word.
  package var contacts: Int
  package var contactsOfLastWord: Int
  /// Cuts of all queues at the most until a mix passes.
  package var corrections: Int
  /// Times that the slopes around the best mix are reckoned anew, and cheaper mixes tried each time.
  package var rounds: Int
  package var tries: Int
  /// Agents of a group that a try may differ by.
  package var reach: Int
  /// The shares of the cost that a try is to save: at first, and at the least.
  package var firstSaving: Double
  package var leastSaving: Double

  package init(
    contacts: Int = 200_000, contactsOfLastWord: Int = 1_200_000, corrections: Int = 20,
    rounds: Int = 4, tries: Int = 40, reach: Int = 8, firstSaving: Double = 0.01,
    leastSaving: Double = 4e-4
  ) {
    self.contacts = contacts
    self.contactsOfLastWord = contactsOfLastWord
    self.corrections = corrections
    self.rounds = rounds
    self.tries = tries
    self.reach = reach
    self.firstSaving = firstSaving
    self.leastSaving = leastSaving
  }
}
