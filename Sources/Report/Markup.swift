/// A piece of HTML or SVG in which nothing from outside can be anything but text.
///
/// Write it as a literal; the type keeps the two kinds of content apart. An interpolated `String` is
/// escaped, an interpolated `Markup` is put in as it stands, a `Double` is a coordinate:
///
///     let cell: Markup = "<td title='\(agent.name)'>\(Markup.name(agent.name))</td>"
///
/// What is written is at once HTML 5 and well-formed XML: lower-case tags, quoted attributes, every
/// tag closed. Escaping goes by code point, never by `Character`: a quote followed by a combining
/// accent is one `Character` that equals no quote, yet ends an attribute in every browser.
package struct Markup: Hashable, Sendable {
  package private(set) var text: String

  package static let empty: Markup = ""

  /// Text from outside, for a place between tags or between the quotes of an attribute.
  package init(escaping text: String) {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped += " "
      // Control characters and non-characters, which XML forbids and HTML forgives or not.
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    self.text = escaped
  }

  /// A name from outside, isolated: letters that run from right to left turn only themselves.
  package static func name(_ name: String) -> Markup { "<bdi>\(name)</bdi>" }

  package static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }
  package static func += (left: inout Markup, right: Markup) { left.text += right.text }
}

extension Markup: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ outside: String) {
      text += Markup(escaping: outside).text
    }
    package mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }
    /// A coordinate; other numbers come as text from ``Figures``.
    package mutating func appendInterpolation(_ coordinate: Double) {
      text += Figures.coordinate(coordinate)
    }
    package mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { text += piece.text }
    }
  }

  package init(stringLiteral value: String) { text = value }
  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}

extension [Markup] {
  /// All pieces, one after the other.
  package func joined() -> Markup { "\(self)" }
}
