/// Finds the word that was probably meant.
enum Spelling {
  /// `did you mean "es-voice"?`, or the known words where none is near and they are few.
  static func hint(for word: String, among known: some Collection<String>) -> String {
    if let nearest = nearest(to: word, among: known) { return "did you mean \"\(nearest)\"?" }
    guard !known.isEmpty, known.count <= 12 else { return "" }
    return "known are \(known.sorted().joined(separator: ", "))"
  }

  /// The known word at the least distance, if that is at most a third of its length, and at most 3;
  /// of equally near ones the first in order.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in known.sorted() {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let longest = max(wanted.count, letters.count)
      let limit = longest < 2 ? 0 : min(3, max(1, longest / 3))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Letters to insert, delete, change or swap with their neighbour (optimal string alignment).
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = last[j] + (first[i] == second[j] ? 0 : 1)
        var cost = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[second.count]
  }
}
