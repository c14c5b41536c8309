import Report
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "A letter takes one column, East Asian ones and emoji two, a mark none",
    arguments: [
      ("", 0), ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("日本", 4), ("한국", 4), ("ｆｕｌｌ", 8),
      ("سارا", 4), ("😀", 2), ("👩‍👩‍👧", 2), ("🇦🇹", 2), ("█░–−", 4), ("a\u{200B}b", 2),
    ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("A text is cut to its room, never within a letter")
  func fitting() {
    #expect("Grace".fitted(to: 5) == "Grace")
    #expect("Grace".fitted(to: 4) == "Gra…")
    #expect("Grace".fitted(to: 1) == "…")
    #expect("Grace".fitted(to: 0) == "")
    // Two columns a letter: 2 + 1 for the ellipsis leave the fourth column empty.
    #expect("日本語".fitted(to: 4) == "日…")
    #expect("e\u{301}e\u{301}e\u{301}".fitted(to: 2) == "e\u{301}…")
  }

  @Test("Nothing in a text steers the terminal")
  func inert() {
    #expect("\u{1B}[2Jboo\r\n".inert == "�[2Jboo��")
    #expect("a\u{202E}b\u{2066}c\u{9B}d".inert == "a�b�c�d")
    #expect("سارا e\u{301} 👩‍👧".inert == "سارا e\u{301} 👩‍👧")
  }
}
