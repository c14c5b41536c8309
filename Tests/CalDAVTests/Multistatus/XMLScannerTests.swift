@testable import CalDAV
import TestSupport
import Testing

@Suite("Reading XML")
struct XMLScannerTests {
  @Test("Namespaces are told by what prefixes stand for, not by the prefixes")
  func namespaces() throws {
    let text = """
      <?xml version="1.0"?><!-- <x> -->
      <multistatus xmlns="DAV:" xmlns:a='urn:ietf:params:xml:ns:caldav'><a:calendar/>\
      <b:href xmlns:b="DAV:" id="1">x</b:href><href xmlns="other">y</href ></multistatus>
      """
    let root = try #require(XMLScanner.document(Array(text.utf8)))
    #expect(root.name == .dav("multistatus"))
    #expect(root.first(.caldav("calendar")) != nil)
    #expect(root.all(.dav("href")).map(\.text) == ["x"])
  }

  @Test("References, sections of plain characters and comments make one text")
  func texts() throws {
    let text = "<t>a&lt;&#x6d1;&#65;&amp;amp;<!-- no --><![CDATA[<&>]]> ü<b>c</b>d</t>"
    let root = try #require(XMLScanner.document(Array(text.utf8)))
    #expect(root.text == "a<ۑA&amp;<&> üd")
    #expect(xmlText("a<b>&c") == "a&lt;b&gt;&amp;c")
  }

  static let malformed = [
    "", "x", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "<a", "<a b></a>", "<a b=c/>", "<a>&</a>",
    "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>", "<p:a/>",
    "<a><![CDATA[x</a>",
    "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a b=\"<\"/>", "<a><!-- x</a>", "</a>", "< a/>",
  ]

  @Test("What is not well-formed, or has a document type, is refused", arguments: malformed)
  func refused(text: String) {
    #expect(XMLScanner.document(Array(text.utf8)) == nil)
  }

  @Test("A document of any length is refused when its end is missing")
  func everyBeginning() {
    let text = Array(
      "<?xml version='1.0'?><a xmlns='DAV:'><b x='&lt;'>é&amp;<![CDATA[z]]></b><!-- c --></a>".utf8)
    #expect(XMLScanner.document(text) != nil)
    for length in 0..<text.count { #expect(XMLScanner.document(Array(text[..<length])) == nil) }
  }

  @Test("Depth is bounded, and bytes that are no text are refused")
  func hostile() {
    let deep = 100_000
    let text = String(repeating: "<a>", count: deep) + String(repeating: "</a>", count: deep)
    #expect(XMLScanner.document(Array(text.utf8)) == nil)
    #expect(XMLScanner.document(Array("<a>".utf8) + [0xFF, 0xC0] + Array("</a>".utf8)) == nil)
  }

  @Test("No garbling of a document traps or hangs")
  func garbled() {
    let text = Array("<?xml?><a xmlns='DAV:'><b x='&lt;'>é&#65;<![CDATA[z]]></b></a>".utf8)
    forEvery(seed: 0..<5000) { seed in
      var bytes = text
      let place = Int(seed) % bytes.count
      bytes[place] = UInt8(truncatingIfNeeded: seed &* 0x9E37_79B9 >> 7)
      if seed % 3 == 0 { bytes.removeSubrange(place..<min(bytes.count, place + 4)) }
      // An answer of any kind is an answer.
      return XMLScanner.document(bytes).map { $0.children.count <= 2 } ?? true
    }
  }
}
