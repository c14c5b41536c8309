/// Where the columns of a layout stand in one file.
struct ImportColumns {
  /// The fields that a row has.
  let width: Int
  /// The file's own names of its columns, or the layout's where the file has none.
  let titles: [String]
  /// Columns that may name a queue, the most telling first.
  let names: [Int]
  let qualifiers: [Int]
  /// All columns that tell rows of one slot apart.
  let source: [Int]
  let date: Int
  let time: Int?
  let offset: Int?
  let interval: Int?
  let offered: [Int]
  let handled: Int?
  let handlingTime: [Int]

  /// Finds the columns; those that are not there are findings, and then the result is nil.
  init?(
    _ layout: HistoryLayout, titles: [String], naming: Bool, file: String, _ inspection: Inspection
  ) {
    let finder = ColumnFinder(layout: layout, titles: titles, file: file, inspection: inspection)
    self.titles = titles
    width = titles.count
    // What names queues tells rows apart also where all of them are of one queue.
    let names =
      naming
      ? finder.any(of: layout.queue.names) : layout.queue.names.compactMap(finder.index)
    let qualifiers = layout.queue.qualifiers.compactMap(finder.index)
    let shares = layout.queue.shares.compactMap(finder.index)
    self.names = names ?? []
    self.qualifiers = qualifiers
    var source: [Int] = []
    for column in (names ?? []) + qualifiers + shares where !source.contains(column) {
      source.append(column)
    }
    self.source = source
    let date = finder.required(layout.moment.date, "timestamp")
    let time = layout.moment.time.map { finder.required($0, "timestamp") }
    offset = layout.moment.offset.flatMap(finder.index)
    var interval: Int??
    if case .column(let column) = layout.interval {
      interval = .some(finder.required(column, "interval"))
    }
    let first = finder.required(layout.offered[0], "offered")
    offered = [first].compactMap(\.self) + layout.offered.dropFirst().compactMap(finder.index)
    let handled = layout.handled.map { finder.required($0, "handled") }
    var parts: [Int]?
    switch layout.handlingTime {
    case nil: parts = []
    case .average(let column): parts = finder.required(column, "aht").map { [$0] }
    case .total(let columns): parts = finder.parts(columns)
    }
    guard let date, first != nil, time != .some(nil), interval != .some(nil),
      handled != .some(nil), let parts, names != nil
    else { return nil }
    self.date = date
    self.time = time ?? nil
    self.interval = interval ?? nil
    self.handled = handled ?? nil
    handlingTime = parts
  }
}

/// Looks columns up by their names.
private struct ColumnFinder {
  let layout: HistoryLayout
  let titles: [String]
  let file: String
  let inspection: Inspection
  private let plainTitles: [String]

  init(layout: HistoryLayout, titles: [String], file: String, inspection: Inspection) {
    self.layout = layout
    self.titles = titles
    self.file = file
    self.inspection = inspection
    plainTitles = titles.map(ColumnFinder.plain)
  }

  /// Small letters, without blanks and underscores.
  private static func plain(_ title: String) -> String {
    title.lowercased().filter { !$0.isWhitespace && $0 != "_" }
  }

  func index(_ column: HistoryLayout.Column) -> Int? {
    for name in column.names {
      if let exact = titles.firstIndex(of: name) { return exact }
      let wanted = ColumnFinder.plain(name)
      let found = plainTitles.indices.filter { plainTitles[$0] == wanted }
      if found.count > 1 {
        inspection.error(
          Place(file: file, line: 1), "the column \"\(name)\" occurs \(found.count) times",
          hint: "keep one of them")
      }
      if let first = found.first { return first }
    }
    return nil
  }

  func required(_ column: HistoryLayout.Column, _ key: String) -> Int? {
    if let index = index(column) { return index }
    reportMissing(column.names, key)
    return nil
  }

  /// All that are there, at least one.
  func any(of columns: [HistoryLayout.Column]) -> [Int]? {
    let found = columns.compactMap(index)
    if found.isEmpty {
      reportMissing(columns.flatMap(\.names), "queue")
      return nil
    }
    return found
  }

  /// The first part must be there.
  func parts(_ columns: [HistoryLayout.Column]) -> [Int]? {
    guard let first = required(columns[0], "handle-time") else { return nil }
    return [first] + columns.dropFirst().compactMap(index)
  }

  private func reportMissing(_ names: [String], _ key: String) {
    let isMapped = layout.name == HistoryFormat.generic.rawValue
    let list = names.map { "\"\($0)\"" }.joined(separator: " or ")
    let reason =
      isMapped
      ? "which the mapping names under \(key)"
      : "which gives the \(ColumnFinder.meanings[key, default: key]) in files of \(layout.name)"
    let nearest = names.lazy.map { Spelling.hint(for: $0, among: titles) }.first { !$0.isEmpty }
    inspection.error(
      Place(file: file, line: 1), "there is no column \(list), \(reason)",
      hint: nearest ?? (isMapped ? "" : "check --format"))
  }

  private static let meanings = [
    "timestamp": "time", "offered": "contacts offered", "handled": "contacts handled",
    "aht": "handling time", "handle-time": "handling time", "interval": "length of slots",
  ]
}
