extension StringProtocol {
  /// Columns that the text takes in a terminal.
  ///
  /// A character of East Asian scripts and an emoji take two, a mark that sits on the letter before
  /// takes none (after Unicode Standard Annex 11; ambiguous characters take one).
  package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text cut to a number of columns, with an ellipsis where something was cut off.
  package func fitted(to columns: Int) -> String {
    guard displayWidth > columns else { return String(self) }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in self {
      guard width + character.displayWidth < columns else { break }
      kept.append(character)
      width += character.displayWidth
    }
    return kept + "…"
  }

  /// The text with nothing in it that steers a terminal: control characters and the marks that turn
  /// the direction of writing are shown as `�`.
  package var inert: String {
    var text = ""
    for scalar in unicodeScalars {
      let steers: Bool
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: steers = true
      case .format:
        steers = ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}") ~= scalar
      default: steers = false
      }
      text.unicodeScalars.append(steers ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks of East Asian width W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
