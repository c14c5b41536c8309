import Workforce
import Planning
import Rostering
import TestSupport
import Testing
import Timeline

extension SmallWorkspace {
  /// The line over this workspace.
  func journey() throws -> Journey {
    try Journey(in: path, zones: ZoneDatabase(), watching: { _ in .goOn })
  }
}

extension Settings {
  /// A first look is enough for what is tested here.
  static let light = Settings(effort: 0.02)
}

extension LocalDay {
  /// A date that is written in the test.
  static func on(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }
}
