/// Rows and columns of text, for a page (``markup``) or a terminal (``text(style:isHeaded:)``).
package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    /// Words from the workspace; they begin at the left, whichever way they are read.
    case words
    /// Times of our own making, at the left as well.
    case times
    /// Numbers, which end at the right.
    case figures
  }

  package struct Column: Hashable, Sendable {
    package let title: String
    package let alignment: Alignment

    package static func words(_ title: String) -> Column {
      Column(title: title, alignment: .words)
    }
    package static func times(_ title: String) -> Column {
      Column(title: title, alignment: .times)
    }
    package static func figures(_ title: String) -> Column {
      Column(title: title, alignment: .figures)
    }
  }

  package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation
  {
    package let text: String
    package let ink: Style.Ink?

    package init(_ text: String, _ ink: Style.Ink? = nil) {
      self.text = text
      self.ink = ink
    }
    package init(stringLiteral value: String) { self.init(value) }
  }

  /// What the table shows, for those who do not see what stands around it.
  package let caption: String
  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(_ caption: String, columns: [Column], rows: [[Cell]] = []) {
    self.caption = caption
    self.columns = columns
    for row in rows { add(row) }
  }

  package mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has one cell a column")
    rows.append(row)
  }
}

extension Table {
  /// The table as HTML; the first cell of a row is its heading.
  package var markup: Markup {
    var html: Markup = "<table><caption>\(caption)</caption><thead><tr>"
    for column in columns {
      html += "<th scope='col'\(column.alignment.attribute)>\(column.title)</th>"
    }
    html += "</tr></thead>\n<tbody>"
    for row in rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        let isWords = columns[index].alignment == .words
        let text = isWords ? Markup.name(cell.text) : Markup(escaping: cell.text)
        html +=
          index == 0
          ? "<th>\(text)</th>" : "<td\(columns[index].alignment.attribute)>\(text)</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody></table>"
    return html
  }

  /// The table folded away behind a line to click on, as it stands under a picture.
  package func folded(_ title: String) -> Markup {
    "<details class='data'><summary>\(title)</summary><div class='scroll'>\(markup)</div></details>"
  }
}

extension Table.Alignment {
  fileprivate var attribute: Markup { self == .figures ? .empty : " class='w'" }
}

extension Table {
  /// The table for a terminal, its columns aligned by the width that letters take there.
  package func text(style: Style, isHeaded: Bool = true) -> String {
    let heads = isHeaded ? [columns.map { Cell($0.title, .dim) }] : []
    let lines = (heads + rows).map { row in
      row.map { Cell($0.text.inert, $0.ink) }
    }
    let widths = columns.indices.map { column in
      lines.map { $0[column].text.displayWidth }.max() ?? 0
    }
    return lines.map { line in
      var text = "  "
      for (column, cell) in line.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.text.displayWidth)
        let isLast = column == line.count - 1
        let painted = style.paint(cell.text, cell.ink)
        switch columns[column].alignment {
        case .figures: text += padding + painted
        case .words, .times: text += painted + (isLast ? "" : padding)
        }
        if !isLast { text += "  " }
      }
      return text.trimmingEnd() + "\n"
    }
    .joined()
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
