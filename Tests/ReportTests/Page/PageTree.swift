import Foundation
import FoundationXML
import Report
import Testing

/// A page read back as XML, element by element; a page that is not well-formed is refused.
final class PageTree {
  let name: String
  let attributes: [String: String]
  private(set) var children: [PageTree] = []
  /// The text of the element and of all below it.
  private(set) var text = ""

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The root element of a page.
  static func read(_ html: String) throws -> PageTree {
    let xml = try #require(html.firstRange(of: "\n").map { html[$0.upperBound...] })
    let reader = Reader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    let place = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
    try #require(isWellFormed, "not well-formed, \(place)")
    return try #require(reader.root)
  }

  /// All elements below, in order of their start, of one name or of every.
  func all(_ wanted: String? = nil) -> [PageTree] {
    children.flatMap { child in
      (wanted == nil || child.name == wanted ? [child] : []) + child.all(wanted)
    }
  }

  func first(id: String) throws -> PageTree {
    try #require(all().first { $0.attributes["id"] == id }, "no element #\(id)")
  }

  func first(_ name: String, class style: String) throws -> PageTree {
    try #require(all(name).first { $0.styles.contains(style) }, "no \(name).\(style)")
  }

  var styles: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  /// The cells of a table's body, row by row.
  var bodyRows: [[String]] {
    all("tbody").flatMap { $0.children.map { $0.children.map(\.text) } }
  }

  /// The names of all elements and attributes: what a name from outside must never change.
  var skeleton: [String] {
    all().map { "\($0.name) \($0.attributes.keys.sorted().joined(separator: " "))" }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: PageTree?
    private var open: [PageTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = PageTree(name: name, attributes: attributes)
      if let parent = open.last { parent.children.append(element) } else { root = element }
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for element in open { element.text += string }
    }
  }
}
