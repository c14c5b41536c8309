/// An element of an XML document with its namespace, its text and its children; attributes are left out,
/// as no answer of a calendar server needs them.
struct XMLElement {
  let name: XMLName
  var children: [XMLElement] = []
  /// The text right inside of it, that of its children not counted.
  var text = ""

  func first(_ name: XMLName) -> XMLElement? { children.first { $0.name == name } }
  func all(_ name: XMLName) -> [XMLElement] { children.filter { $0.name == name } }
}

/// A name with the namespace that its prefix stands for, whatever the prefix (Namespaces in XML, 6).
struct XMLName: Hashable {
  let namespace: String
  let local: String

  /// A name of WebDAV (RFC 4918).
  static func dav(_ local: String) -> XMLName { XMLName(namespace: "DAV:", local: local) }

  /// A name of CalDAV (RFC 4791).
  static func caldav(_ local: String) -> XMLName {
    XMLName(namespace: "urn:ietf:params:xml:ns:caldav", local: local)
  }
}

/// A text as the content of an element.
func xmlText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;".unicodeScalars
    case "<": result += "&lt;".unicodeScalars
    case ">": result += "&gt;".unicodeScalars
    default: result.append(scalar)
    }
  }
  return String(result)
}
