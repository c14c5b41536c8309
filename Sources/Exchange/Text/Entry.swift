/// A value of a file with its place: a cell of a CSV row, or a node of a YAML tree.
struct Entry {
  enum Content {
    case text(String)
    case list([Entry])
    case map([Pair])
    /// What is written here cannot be read, and a finding has told so.
    case unreadable
  }

  /// A key of a YAML map with its value.
  struct Pair {
    let key: String
    let place: Place
    let value: Entry
  }

  let content: Content
  let place: Place

  /// Nothing was written here: an empty cell, or a key without a value.
  var isEmpty: Bool {
    if case .text("") = content { true } else { false }
  }
}
