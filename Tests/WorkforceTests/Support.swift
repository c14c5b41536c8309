import FoundationEssentials
import Testing
import Timeline

/// Moments, dates and times that tests write as text.
func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }
func date(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }
func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

/// What a value becomes on its way through JSON and back.
func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}
