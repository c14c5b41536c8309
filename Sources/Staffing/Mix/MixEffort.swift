/// How much is spent on finding a mix: counted work, so that the answer is the same on every machine.
package struct MixEffort: Hashable, Sendable, Codable {
  /// Contacts of a judgement from afar and of slopes, of one nearby, and of the last word.
  package var contactsFromAfar: Int
  package var contacts: Int
  package var contactsOfLastWord: Int
  /// Cuts of all queues at the most until a mix passes.
  package var corrections: Int
  /// Cheaper mixes that are tried, and mixes of which one agent is left out or exchanged.
  package var tries: Int
  package var exchanges: Int
  /// Agents of a group that a try may differ by.
  package var reach: Int
  /// The shares of the cost that a try is to save: at first, and at the least.
  package var firstSaving: Double
  package var leastSaving: Double

  package init(
    contactsFromAfar: Int = 64_000, contacts: Int = 200_000,
    contactsOfLastWord: Int = 1_200_000, corrections: Int = 20, tries: Int = 20,
    exchanges: Int = 20, reach: Int = 4, firstSaving: Double = 0.01,
    leastSaving: Double = 4e-4
  ) {
    self.contactsFromAfar = contactsFromAfar
    self.contacts = contacts
    self.contactsOfLastWord = contactsOfLastWord
    self.corrections = corrections
    self.tries = tries
    self.exchanges = exchanges
    self.reach = reach
    self.firstSaving = firstSaving
    self.leastSaving = leastSaving
  }
}
