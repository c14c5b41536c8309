import FoundationEssentials
import TestSupport
import Testing
import Timeline

/// The rules that tests read: the system's, or those of the folder that NOBAT_TZDIR names.
enum Zones {
  static let database = ZoneDatabase(
    path: ProcessInfo.processInfo.environment["NOBAT_TZDIR"] ?? ZoneDatabase.systemPath)

  static func named(_ name: String) throws -> Zone { try database.zone(name) }

  /// Clocks of every kind: none, whole-hour, half-hour and two-hour daylight-saving time, north and
  /// south, changes at midnight, odd offsets, a date left out.
  static let ofEveryKind = [
    "Africa/Cairo", "America/New_York", "America/Santiago", "America/St_Johns", "Antarctica/Troll",
    "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran", "Australia/Lord_Howe", "Europe/Dublin",
    "Europe/Vienna", "Pacific/Apia", "Pacific/Chatham",
  ]
}

/// Files beside the tests.
enum TestData {
  /// Lines of a comma-separated file without its header, each cut into `columns` fields; the last
  /// field takes what is left.
  static func rows(of path: String, columns: Int) throws -> [[String]] {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
      .split(separator: "\n")
      .dropFirst()
      .map { line in
        line.split(separator: ",", maxSplits: columns - 1, omittingEmptySubsequences: false)
          .map(String.init)
      }
  }

  static func ours(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/\(name)").path
  }
}

/// Moments and dates that tests write as text.
func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }
func date(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }
func reading(_ text: String) throws -> LocalReading { try #require(LocalReading(text)) }

/// What a value becomes on its way through JSON and back.
func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}

/// Reads a value from JSON text.
func fromJSON<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(text.utf8))
}
