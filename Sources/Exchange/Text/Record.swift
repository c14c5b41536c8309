/// What one row or one map says about one thing, under the names of its fields.
///
/// A field that is absent or empty gives nil; a value that cannot be read gives nil and a finding.
struct Record {
  /// How findings call the thing: `agent "mina"`.
  let subject: String
  let place: Place
  let inspection: Inspection
  private let values: [String: Entry]

  init(_ subject: String, values: [String: Entry], place: Place, _ inspection: Inspection) {
    self.subject = subject
    self.values = values
    self.place = place
    self.inspection = inspection
  }

  /// The record of a YAML map that may have these keys; any other is a finding.
  init?(
    _ subject: String, _ entry: Entry, at place: Place? = nil, keys: [String],
    _ inspection: Inspection
  ) {
    let pairs: [Entry.Pair]
    switch entry.content {
    case .map(let read): pairs = read
    case .text(""): pairs = []
    case .unreadable: return nil
    default:
      inspection.error(
        entry.place, "\(subject) is not a map",
        hint: "write its keys and values, such as {\(keys[0]): ...}")
      return nil
    }
    for pair in pairs where !keys.contains(pair.key) {
      inspection.error(
        pair.place, "\(subject): \"\(pair.key)\" is not a key of it",
        hint: Spelling.hint(for: pair.key, among: keys))
    }
    let values = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    self.init(subject, values: values, place: place ?? entry.place, inspection)
  }

  /// Where a field stands, or the whole thing if the field is absent.
  func place(of key: String) -> Place { values[key]?.place ?? place }

  func has(_ key: String) -> Bool { values[key].map { !$0.isEmpty } ?? false }

  subscript(key: String) -> Entry? { has(key) ? values[key] : nil }

  func optional<Value>(_ key: String, _ notation: Notation<Value>) -> Value? {
    self[key].flatMap { read($0, key, notation) }
  }

  /// The same, with a finding where the field is absent.
  func required<Value>(_ key: String, _ notation: Notation<Value>) -> Value? {
    guard let entry = self[key] else {
      inspection.error(
        place(of: key), "\(subject) has no \(key)", hint: "write \(notation.expected)")
      return nil
    }
    return read(entry, key, notation)
  }

  /// A list of values, or a single one without brackets; nil where the field is absent or faulty.
  func list<Value>(_ key: String, _ notation: Notation<Value>) -> [Value]? {
    guard let entry = self[key] else { return nil }
    guard case .list(let entries) = entry.content else {
      return read(entry, key, notation).map { [$0] }
    }
    let values = entries.map { read($0, key, notation) }
    return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
  }

  /// A finding about a field, or about the whole thing if the field is absent.
  func error(_ key: String, _ message: String, hint: String = "") {
    inspection.error(place(of: key), "\(subject): \(message)", hint: hint)
  }

  func warning(_ key: String, _ message: String, hint: String = "") {
    inspection.warning(place(of: key), "\(subject): \(message)", hint: hint)
  }

  private func read<Value>(_ entry: Entry, _ key: String, _ notation: Notation<Value>) -> Value? {
    guard case .text(let text) = entry.content else {
      if case .unreadable = entry.content { return nil }
      inspection.error(
        entry.place, "\(subject): \(key) is a list or a map", hint: "write \(notation.expected)")
      return nil
    }
    do throws(Notation<Value>.Complaint) {
      return try notation.read(text)
    } catch {
      inspection.error(entry.place, "\(subject): \(key) \(error.message)", hint: error.hint)
      return nil
    }
  }
}
