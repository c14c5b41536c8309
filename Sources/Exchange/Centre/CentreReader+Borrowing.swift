import Timeline
import Workforce

/// What a queue without a history of its own borrows:
///
///     fa-chat: {channel: chat, ..., like: en-chat, contacts-per-week: 400}
///     fa-mail: {channel: email, ..., like: same-channel, contacts-per-week: 250, prior-weeks: 6}
extension CentreReader {
  static let borrowingKeys = ["like", "contacts-per-week", "prior-weeks"]

  /// Stands for all other queues of the channel that borrow nothing themselves.
  private static let sameChannel = "same-channel"

  /// What the queue borrows, among those of the file; nil where it has none of the keys, or wrong ones.
  func borrowing(
    _ id: String, _ record: Record, among queues: [(id: String, record: Record)]
  ) -> Borrowing? {
    let others = queues.map(\.id).filter { $0 != id }
    let names = record.list("like", donor(of: id, among: others))
    let contacts = record.optional("contacts-per-week", .contacts)
    let weeks = record.optional("prior-weeks", .weeks) ?? 4
    guard record.has("like") else {
      for key in ["contacts-per-week", "prior-weeks"] where record.has(key) {
        record.error(
          key, "\(key) is for a queue that is like another",
          hint: "name it, such as like: \(others.first ?? "en-voice"), or remove \(key)")
      }
      return nil
    }
    guard record.has("contacts-per-week") else {
      record.error(
        "like", "nobody says how much the queue gets",
        hint: "write it, such as contacts-per-week: 400")
      return nil
    }
    guard let names, let contacts else { return nil }
    let donors = names.flatMap { name in
      name == Self.sameChannel && !others.contains(name)
        ? Self.sameChannel(as: record, of: id, among: queues) : [name]
    }
    guard !donors.isEmpty else {
      record.error(
        "like", "no other queue of its channel has a history of its own",
        hint: "name a queue of another channel")
      return nil
    }
    return Borrowing(
      donors: Set(donors).sorted().map { Queue.ID($0) }, contactsPerWeek: contacts,
      priorWeeks: weeks)
  }

  private static func sameChannel(
    as record: Record, of id: String, among queues: [(id: String, record: Record)]
  ) -> [String] {
    queues.filter { other in
      other.id != id && !other.record.has("like")
        && other.record["channel"]?.text == record["channel"]?.text
    }.map(\.id)
  }

  private func donor(of id: String, among others: [String]) -> Notation<String> {
    Notation("a queue, or \(Self.sameChannel)") { name throws(Notation<String>.Complaint) in
      guard name != id else {
        throw .init(message: "is the queue itself", hint: "name another")
      }
      guard name == Self.sameChannel || others.contains(name) else {
        throw .init(
          message: "names \"\(name)\", which is not in queues.yaml",
          hint: Spelling.hint(for: name, among: others + [Self.sameChannel]))
      }
      return name
    }
  }
}

extension Notation where Value == Double {
  fileprivate static var weeks: Notation {
    Notation("weeks from 0.5 to 52, such as 4") { text in
      Decimals.read(text).flatMap { (0.5...52).contains($0) ? $0 : nil }
    }
  }
}
