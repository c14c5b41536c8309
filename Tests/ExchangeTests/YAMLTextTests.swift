import Testing

@testable import Exchange

@Suite struct YAMLTextTests {
  func findings(_ text: String) -> [String] {
    let inspection = Inspection()
    _ = YAMLText.read(Array(text.utf8), file: "f.yaml", inspection)
    return inspection.result.map(\.description)
  }

  @Test("Maps, lists and scalars are read with their places, scalars as they stand")
  func places() throws {
    let inspection = Inspection()
    let text = "\u{FEFF}a: no\nb:\n  - 08:00\n  - {c: 'x: y', d: }\n"
    let root = try #require(YAMLText.read(Array(text.utf8), file: "f.yaml", inspection))
    guard case .map(let pairs) = root.content, case .list(let items) = pairs[1].value.content,
      case .map(let inner) = items[1].content
    else {
      Issue.record("the tree has another shape")
      return
    }
    #expect(pairs.map(\.key) == ["a", "b"])
    #expect(pairs[0].value.text == "no")
    #expect(items[0].text == "08:00")
    #expect(items[0].place == Place(file: "f.yaml", line: 3, column: 5))
    #expect(inner[0].value.text == "x: y")
    #expect(inner[1].value.isEmpty)
  }

  @Test("An empty file is an empty map") func empty() throws {
    for text in ["", "\n", "# nothing\n"] {
      let root = YAMLText.read(Array(text.utf8), file: "f.yaml", Inspection())
      guard case .map(let pairs) = root?.content else {
        Issue.record("not a map")
        return
      }
      #expect(pairs.isEmpty)
    }
  }

  @Test(
    "What the workspace does not use of YAML is told",
    arguments: [
      (
        "a: &x 1\nb: *x\n",
        "f.yaml:1:4: error: anchors, aliases and tags are not read here; write the value itself"
      ),
      (
        "a: !!int 1\n",
        "f.yaml:1:4: error: anchors, aliases and tags are not read here; write the value itself"
      ),
      ("? [a, b]\n: 1\n", "f.yaml:1:3: error: a key is a list or a map; write a word as the key"),
      (
        "a: 1\nb: 2\na: 3\n",
        "f.yaml:3:1: error: the key \"a\" is written more than once: lines 1, 3; keep one of them"
      ),
      (
        "a: 1\n---\nb: 2\n",
        "f.yaml:2:1: error: aliases and second documents are not read here; remove the * or the line of ---"
      ),
    ])
  func unsupported(_ text: String, _ finding: String) {
    #expect(findings(text).first == finding)
  }

  @Test("A tree without end is refused before it is climbed") func depth() {
    let told =
      "f.yaml:1: error: the YAML is nested more than 48 levels deep; close the brackets that "
      + "are open"
    #expect(findings(String(repeating: "[", count: 100_000)) == [told])
    #expect(findings(String(repeating: "- ", count: 100_000)) == [told])
    #expect(
      findings("a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)) == [])
  }
}
