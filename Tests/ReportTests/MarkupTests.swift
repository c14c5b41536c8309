import Report
import Testing

@Suite("Markup")
struct MarkupTests {
  @Test("Text from outside is escaped, markup is not")
  func escaping() {
    let name = "<b>&\"'"
    let inner: Markup = "<i>\(name)</i>"
    #expect(inner.text == "<i>&lt;b&gt;&amp;&quot;&#39;</i>")
    let outer: Markup = "<p>\(inner)</p>"
    #expect(outer.text == "<p>\(inner.text)</p>")
  }

  @Test("A quote under a combining accent is still escaped")
  func combining() {
    // One Character, which equals neither quote nor bracket, but two code points to a browser.
    let quote = "\"\u{301}"
    #expect(quote.count == 1)
    #expect(Markup(escaping: quote).text == "&quot;\u{301}")
    #expect(Markup(escaping: "'\u{338}<\u{338}").text == "&#39;\u{338}&lt;\u{338}")
  }

  @Test("Control characters are shown as unreadable, white space becomes a blank")
  func controls() {
    #expect(Markup(escaping: "a\u{0}b\u{1B}c\u{9B}d\u{FFFE}").text == "a�b�c�d�")
    #expect(Markup(escaping: "a\tb\nc\r\nd").text == "a b c  d")
  }

  @Test("A name is isolated from the direction of what stands around it")
  func names() {
    #expect(Markup.name("سارا").text == "<bdi>سارا</bdi>")
  }

  @Test("Numbers are coordinates, lists are put in one after the other")
  func numbers() {
    let x = 12.25
    let pieces: [Markup] = ["<a/>", "<b/>"]
    let markup: Markup = "\(x) \(7) \(pieces)"
    // 12.25 rounds to 12.3 (halves away from zero).
    #expect(markup.text == "12.3 7 <a/><b/>")
  }
}
