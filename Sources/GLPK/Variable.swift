/// A variable of a model or problem: its place among them, counted from 0.
///
/// A variable means something only to the ``Model`` or ``Problem`` that gave it. Another's is
/// refused if there is no such place; if there is, it names another variable.
public struct Variable: Hashable, Sendable {
  /// Its place, counted from 0.
  public let index: Int

  /// The variable at a place.
  public init(_ index: Int) {
    self.index = index
  }

  /// Which values a variable takes within its bounds.
  public enum Kind: Hashable, Sendable, Codable {
    /// Any value.
    case continuous
    /// Whole numbers only.
    case integer
  }
}

/// A row (constraint) of a model or problem: its place among them, counted from 0.
public struct Row: Hashable, Sendable {
  /// Its place, counted from 0.
  public let index: Int

  /// The row at a place.
  public init(_ index: Int) {
    self.index = index
  }
}
