import Report
import Testing

@Suite("Table")
struct TableTests {
  private let table = Table(
    "Who", columns: [.words("name"), .figures("hours"), .words("note")],
    rows: [["日本 <b>", "8.0", Table.Cell("✓ met", .good)], ["Al", "38.5", ""]])

  @Test("Columns of a terminal are aligned by display width")
  func text() {
    #expect(
      table.text(style: .plain) == """
          name      hours  note
          日本 <b>    8.0  ✓ met
          Al         38.5

        """)
  }

  @Test("Colours do not move the columns")
  func ansi() {
    let plain = table.text(style: .plain)
    var stripped = table.text(style: .ansi)
    #expect(stripped.contains("\u{1B}[34m✓ met\u{1B}[0m"))
    for code in ["\u{1B}[34m", "\u{1B}[2m", "\u{1B}[0m"] { stripped.remove(all: code) }
    #expect(stripped == plain)
  }

  @Test("Control characters of a name do not reach the terminal")
  func hostile() {
    let hostile = Table("", columns: [.words("name")], rows: [["\u{1B}[31mred"]])
    #expect(hostile.text(style: .plain, isHeaded: false) == "  �[31mred\n")
  }

  @Test("On a page the first cell heads its row, and names are isolated and escaped")
  func markup() {
    #expect(
      table.markup.text == """
        <table><caption>Who</caption><thead><tr><th scope='col' class='w'>name</th>\
        <th scope='col'>hours</th><th scope='col' class='w'>note</th></tr></thead>
        <tbody><tr><th><bdi>日本 &lt;b&gt;</bdi></th><td>8.0</td>\
        <td class='w'><bdi>✓ met</bdi></td></tr>
        <tr><th><bdi>Al</bdi></th><td>38.5</td><td class='w'><bdi></bdi></td></tr>
        </tbody></table>
        """)
  }
}

extension String {
  fileprivate mutating func remove(all part: String) {
    while let range = firstRange(of: part) { removeSubrange(range) }
  }
}
